import type { CivilDate, Instant } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import type { WorkCalendar } from '@zhengtong/standards';
import type { Announcement } from './domain/announcement.ts';
import { calendarOf } from './domain/calendar-of.ts';
import { type HallDay, hallDayOf } from './domain/hall-day.ts';
import { editionOf, findEdition, listAnnouncementRows } from './store-announcements.ts';

type Kept = { readonly announcements: readonly Announcement[]; readonly calendar: WorkCalendar };

/** By division and edition. An edition never changes, so nothing here is ever stale; the oldest go first. */
const kept = new Map<string, Kept>();
const mostKept = 64;

/**
 * The working days of a division by everything announced so far, or by what was known at an instant: a letter printed
 * again a year later goes by the calendar of the day it was written.
 */
export async function workCalendarAt(
  ctx: Pick<Ctx, 'tx'>,
  divisionCode: string,
  asOf?: Instant,
): Promise<WorkCalendar> {
  return (await findKept(ctx, divisionCode, asOf)).calendar;
}

/** When a hall is open on a day. */
export async function hallDayAt(
  ctx: Pick<Ctx, 'tx'>,
  { divisionCode, hallId, on }: { readonly divisionCode: string; readonly hallId: string; readonly on: CivilDate },
): Promise<HallDay> {
  const { calendar, announcements } = await findKept(ctx, divisionCode);
  return hallDayOf(calendar, announcements, hallId, on);
}

async function findKept({ tx }: Pick<Ctx, 'tx'>, divisionCode: string, asOf?: Instant): Promise<Kept> {
  const key = `${divisionCode} ${await findEdition(tx, divisionCode, asOf)}`;
  const found = kept.get(key);
  if (found) return found;
  const announcements = await listAnnouncementRows(tx, divisionCode, asOf);
  const made = { announcements, calendar: calendarOf(divisionCode, announcements) };
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value as string);
  // One more may have been published between the two questions: kept under what was read, not under what was asked.
  kept.set(`${divisionCode} ${editionOf(announcements)}`, made);
  return made;
}
