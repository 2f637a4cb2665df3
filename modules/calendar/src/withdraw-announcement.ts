import { type Result, refuse } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import type { Announcement } from './domain/announcement.ts';
import type { AnnouncementRefusal } from './domain/judge-announcement.ts';
import { publishAnnouncement } from './publish-announcement.ts';
import { listInside } from './store-announcements.ts';

/** Takes an announcement back from now on; what was decided and printed by it stays as it was. */
export async function withdrawAnnouncement(
  ctx: Ctx,
  divisionCode: string,
  { id, document }: { readonly id: string; readonly document: string },
): Promise<Result<Announcement, AnnouncementRefusal>> {
  const meant = (await listInside(ctx.tx, divisionCode)).find((one) => one.id === id);
  if (!meant) return refuse({ kind: 'nothing-to-withdraw' });
  const said = { kind: 'withdrawal', withdraws: id } as const;
  return publishAnnouncement(ctx, { divisionCode: meant.divisionCode, document, said });
}
