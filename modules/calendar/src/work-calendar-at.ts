import type { CivilDate, Instant } from '@zhengtong/kernel';
import type { Ctx, Keys } from '@zhengtong/platform';
import type { WorkCalendar } from '@zhengtong/standards';
import type { Announcement } from './domain/announcement.ts';
import { calendarOf } from './domain/calendar-of.ts';
import { type HallDay, hallDayOf } from './domain/hall-day.ts';
import { editionOf, findEdition, listAnnouncementRows } from './store-announcements.ts';

type Kept = { readonly announcements: readonly Announcement[]; readonly calendar: WorkCalendar };

/** By division and edition. An edition never changes, so nothing here is ever stale; the oldest go first. */
const kept = new Map<string, Kept>();
const mostKept = 64;

type Reader = Pick<Ctx, 'tx' | 'keys'>;

/** By the keys of a program's database, which are one object for its whole life; then by division. */
const current = new WeakMap<Keys, Map<string, { readonly edition: string; readonly until: number }>>();
const freshMs = 1_000;

/**
 * The working days of a division by everything announced so far, or by what was known at an instant: a letter printed
 * again a year later goes by the calendar of the day it was written.
 */
export async function workCalendarAt(ctx: Reader, divisionCode: string, asOf?: Instant): Promise<WorkCalendar> {
  return (await findKept(ctx, divisionCode, asOf)).calendar;
}

/** When a hall is open on a day. */
export async function hallDayAt(
  ctx: Reader,
  { divisionCode, hallId, on }: { readonly divisionCode: string; readonly hallId: string; readonly on: CivilDate },
): Promise<HallDay> {
  const { calendar, announcements } = await findKept(ctx, divisionCode);
  return hallDayOf(calendar, announcements, hallId, on);
}

async function findKept(ctx: Reader, divisionCode: string, asOf?: Instant): Promise<Kept> {
  const edition = asOf ? await findEdition(ctx.tx, divisionCode, asOf) : await currentEdition(ctx, divisionCode);
  const found = kept.get(`${divisionCode} ${edition}`);
  if (found) return found;
  const announcements = await listAnnouncementRows(ctx.tx, divisionCode, asOf);
  const made = { announcements, calendar: calendarOf(divisionCode, announcements) };
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value as string);
  // One more may have been published between the two questions: kept under what was read, not under what was asked.
  kept.set(`${divisionCode} ${editionOf(announcements)}`, made);
  return made;
}

/**
 * Asked at most once a second and program, so that filing a case does not wait for it. What another program published
 * in that second moves the case all the same: open limits are computed anew some seconds later.
 */
async function currentEdition({ tx, keys }: Reader, divisionCode: string): Promise<string> {
  const mine = current.get(keys) ?? new Map<string, { edition: string; until: number }>();
  current.set(keys, mine);
  const known = mine.get(divisionCode);
  if (known && performance.now() < known.until) return known.edition;
  const edition = await findEdition(tx, divisionCode);
  mine.set(divisionCode, { edition, until: performance.now() + freshMs });
  return edition;
}

/** What this program published is seen by it at once. */
export const forgetEditions = ({ keys }: Pick<Ctx, 'keys'>): boolean => current.delete(keys);
