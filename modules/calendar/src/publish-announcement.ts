import { civilDateAt, newId, ok, type Result } from '@zhengtong/kernel';
import { type Ctx, emit } from '@zhengtong/platform';
import { CalendarPublished } from './contract-events.ts';
import type { Announcement, Said } from './domain/announcement.ts';
import { type AnnouncementRefusal, judgeAnnouncement } from './domain/judge-announcement.ts';
import { insertAnnouncement, listInside } from './store-announcements.ts';
import { forgetEditions } from './work-calendar-at.ts';

export type AnnouncementGiven = {
  readonly divisionCode: string;
  readonly document: string;
  readonly said: Said;
  /** Days gone by may become working days; the operator alone says so, never a form. */
  readonly mayWorkPast?: boolean;
};

/**
 * Puts an announcement into force, for good: what is wrong is withdrawn by another. Open limits follow by the event, so
 * that an office with a hundred thousand cases does not wait for them here.
 */
export async function publishAnnouncement(
  ctx: Ctx,
  { divisionCode, document, said, mayWorkPast }: AnnouncementGiven,
): Promise<Result<Announcement, AnnouncementRefusal>> {
  const published = await listInside(ctx.tx, divisionCode);
  const judged = judgeAnnouncement({
    said,
    divisionCode,
    document,
    today: civilDateAt(ctx.now),
    published,
    mayWorkPast,
  });
  if (!judged.ok) return judged;
  const one: Announcement = {
    ...judged.value,
    id: newId(),
    divisionCode,
    document: document.trim(),
    publishedAt: ctx.now,
    publishedBy: ctx.actor.id,
  };
  await insertAnnouncement(ctx.tx, one);
  forgetEditions(ctx);
  const meant = said.kind === 'withdrawal' ? published.find(({ id }) => id === said.withdraws) : one;
  const payload = { announcementId: one.id, divisionCode, movesClocks: meant !== undefined && movesClocks(meant) };
  await emit(ctx, { event: CalendarPublished, divisionCode, key: one.id, payload });
  return ok(one);
}

const movesClocks = (one: Said): boolean => one.kind === 'year' || (one.kind === 'days' && !one.hallId);
