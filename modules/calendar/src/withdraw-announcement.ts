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
  {
    id,
    document,
    mayFor,
  }: { readonly id: string; readonly document: string; readonly mayFor: (divisionCode: string) => boolean },
): Promise<Result<Announcement, AnnouncementRefusal>> {
  const meant = (await listInside(ctx.tx, divisionCode)).find((one) => one.id === id);
  if (!meant) return refuse({ kind: 'nothing-to-withdraw' });
  if (!mayFor(meant.divisionCode)) return refuse({ kind: 'not-your-area' });
  const said = { kind: 'withdrawal', withdraws: id } as const;
  return publishAnnouncement(ctx, { divisionCode: meant.divisionCode, document, said });
}
