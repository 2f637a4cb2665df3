import { addDays, type CivilDate, type Instant } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { addMonths, dayAt } from '@zhengtong/standards';
import type { CalendarDay } from './contract.ts';
import { workCalendarAt } from './work-calendar-at.ts';

/** Every day of a month (`2027-02`) in a division: what it is, by which document, and whether that is certain. */
export async function readCalendar(
  ctx: Pick<Ctx, 'tx' | 'keys'>,
  divisionCode: string,
  { month, asOf }: { readonly month: string; readonly asOf?: string },
): Promise<CalendarDay[]> {
  const calendar = await workCalendarAt(ctx, divisionCode, asOf as Instant | undefined);
  const first = `${month}-01` as CivilDate;
  const days: CalendarDay[] = [];
  for (let on = first; on < addMonths(first, 1) && on <= calendar.lastOn; on = addDays(on, 1)) {
    if (on < calendar.firstOn) continue;
    const { kind, isWorking, name, document, isProvisional } = dayAt(calendar, on);
    days.push({ on, kind, isWorking, isProvisional, name: name ?? null, document: document ?? null });
  }
  return days;
}
