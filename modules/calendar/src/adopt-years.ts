import type { Ctx, RecurringJob } from '@zhengtong/platform';
import { announcedNotices, type Notice } from '@zhengtong/standards';
import { type Announcement, listHolding } from './domain/announcement.ts';
import { builtInThrough } from './domain/calendar-of.ts';
import { publishAnnouncement } from './publish-announcement.ts';
import { listAnnouncementRows } from './store-announcements.ts';

/**
 * A new version of the program may bring a year nobody typed in here. It is published like any other, once, so that due
 * dates move in one way only and citizens are told. One that comes so late that days gone by would become working days
 * waits for the operator's word (`adopt years --past`): limits could run out in the past.
 */
export const adoptYears: RecurringJob = {
  name: 'job.calendar.adopt-years',
  everyMinutes: 60,
  run: async (ctx) => {
    await adoptBuiltInYears(ctx);
  },
};

export type Adopted = { readonly adopted: readonly number[]; readonly waiting: readonly number[] };

/** Publishes the years the program brings; answers which it published and which wait for the operator's word. */
export async function adoptBuiltInYears(
  ctx: Ctx,
  { notices = announcedNotices, mayWorkPast = false }: { notices?: readonly Notice[]; mayWorkPast?: boolean } = {},
): Promise<Adopted> {
  const [adopted, waiting]: [number[], number[]] = [[], []];
  for (const notice of listMissing(await listAnnouncementRows(ctx.tx, '000000'), notices)) {
    const document = `国务院办公厅关于${notice.year}年部分节假日安排的通知`;
    const given = { divisionCode: '000000', document, said: { kind: 'year', notice }, mayWorkPast } as const;
    const done = await publishAnnouncement(ctx, given);
    (done.ok ? adopted : waiting).push(notice.year);
  }
  return { adopted, waiting };
}

/** Years the program knows the notice of and that were not published here. */
export function listMissing(announcements: readonly Announcement[], notices = announcedNotices): Notice[] {
  const known = new Set(listHolding(announcements).flatMap((one) => (one.kind === 'year' ? [one.notice.year] : [])));
  return notices.filter(({ year }) => year > builtInThrough && !known.has(year));
}
