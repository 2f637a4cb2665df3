import type { Ctx, RecurringJob } from '@zhengtong/platform';
import { announcedNotices } from '@zhengtong/standards';
import { listHolding } from './domain/announcement.ts';
import { builtInThrough } from './domain/calendar-of.ts';
import { publishAnnouncement } from './publish-announcement.ts';
import { listAnnouncementRows } from './store-announcements.ts';

/**
 * A new version of the program may bring a year nobody typed in here. It is published like any other, once, so that due
 * dates move in one way only and citizens are told.
 */
export const adoptYears: RecurringJob = {
  name: 'job.calendar.adopt-years',
  everyMinutes: 60,
  run: async (ctx) => {
    await adoptBuiltInYears(ctx);
  },
};

export async function adoptBuiltInYears(ctx: Ctx, notices = announcedNotices): Promise<number> {
  const known = new Set(
    listHolding(await listAnnouncementRows(ctx.tx, '000000')).flatMap((one) =>
      one.kind === 'year' ? [one.notice.year] : [],
    ),
  );
  const missing = notices.filter(({ year }) => year > builtInThrough && !known.has(year));
  for (const notice of missing) {
    const document = `国务院办公厅关于${notice.year}年部分节假日安排的通知`;
    await publishAnnouncement(ctx, { divisionCode: '000000', document, said: { kind: 'year', notice } });
  }
  return missing.length;
}
