import { hallDayAt, workCalendarAt } from '@zhengtong/calendar';
import type { Hall } from '@zhengtong/catalogue';
import { addDays, type CivilDate, civilDateAt, clockTimeAt } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { dayAt, type Sentence } from '@zhengtong/standards';

type Opening = { readonly on: CivilDate; readonly at: string };

/** Open until when, or closed, for what reason where today is a holiday or an announced closing, and when it opens next. */
export type HallToday =
  | { readonly isOpen: true; readonly until: string }
  | { readonly isOpen: false; readonly why?: Sentence; readonly next?: Opening };

export type HallsToday = ReadonlyMap<string, HallToday>;

/** The longest run of closed days is the eight of National Day with Mid-Autumn; a hall shut for longer says no day. */
const mostDaysAhead = 31;

/** How each hall stands at this moment, by its id. */
export async function readHallsToday(
  ctx: Ctx,
  divisionCode: string,
  halls: readonly Pick<Hall, 'id'>[],
): Promise<HallsToday> {
  const found = new Map<string, HallToday>();
  for (const { id } of halls) found.set(id, await readHall(ctx, divisionCode, id));
  return found;
}

async function readHall(ctx: Ctx, divisionCode: string, hallId: string): Promise<HallToday> {
  const [today, time] = [civilDateAt(ctx.now), clockTimeAt(ctx.now)];
  const day = await hallDayAt(ctx, { divisionCode, hallId, on: today });
  const session = day.hours.find(({ opens, closes }) => opens <= time && time < closes);
  if (session) return { isOpen: true, until: session.closes };
  const why =
    day.hours.length > 0 ? undefined : (day.why ?? dayAt(await workCalendarAt(ctx, divisionCode), today).name);
  const next = await findNext(ctx, { divisionCode, hallId, today, time });
  return { isOpen: false, ...(why ? { why } : {}), ...(next ? { next } : {}) };
}

async function findNext(
  ctx: Ctx,
  { divisionCode, hallId, today, time }: { divisionCode: string; hallId: string; today: CivilDate; time: string },
): Promise<Opening | undefined> {
  for (let ahead = 0; ahead <= mostDaysAhead; ahead++) {
    const on = addDays(today, ahead);
    const { hours } = await hallDayAt(ctx, { divisionCode, hallId, on });
    const first = hours.map(({ opens }) => opens).find((opens) => ahead > 0 || opens > time);
    if (first) return { on, at: first };
  }
  return undefined;
}
