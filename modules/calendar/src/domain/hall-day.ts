import type { CivilDate } from '@zhengtong/kernel';
import { type HallHours, listOpenHours, type OpenHours, type Sentence, type WorkCalendar } from '@zhengtong/standards';
import { type Announcement, listHolding } from './announcement.ts';

/** When a hall is open on a day, and by which document where an announcement says so. */
export type HallDay = {
  readonly on: CivilDate;
  readonly hours: readonly OpenHours[];
  readonly why?: Sentence;
  readonly document?: string;
};

/** 9 to 12 and 13:30 to 17 on working days, until a hall's own hours are published. */
export const usualHours: HallHours = {
  workingDays: [
    { opens: '09:00', closes: '12:00' },
    { opens: '13:30', closes: '17:00' },
  ],
};

/**
 * The hours of a hall on a day. What was announced last of that day, for this hall or for all, comes before everything;
 * then the hours published last, on the calendar of the division.
 */
export function hallDayOf(
  calendar: WorkCalendar,
  announcements: readonly Announcement[],
  hallId: string,
  on: CivilDate,
): HallDay {
  const holding = listHolding(announcements);
  const days = holding.findLast(
    (one) => one.kind === 'days' && one.from <= on && on <= one.to && (one.hallId ?? hallId) === hallId,
  );
  const own = holding.findLast((one) => one.kind === 'hours' && one.hallId === hallId && one.from <= on);
  const hours = own?.kind === 'hours' ? own.hours : usualHours;
  if (days?.kind !== 'days') {
    const source = own ? { document: own.document } : {};
    return { on, hours: listOpenHours(calendar, hours, on), ...source };
  }
  const said = { on, why: days.name, document: days.document };
  if (days.as === 'closed') return { ...said, hours: [] };
  if (days.as === 'working') return { ...said, hours: hours.workingDays };
  return { ...said, hours: hours.holidays ?? [] };
}
