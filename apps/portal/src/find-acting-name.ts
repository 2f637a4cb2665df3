import { findFirm } from '@zhengtong/identity';
import type { Ctx } from '@zhengtong/platform';

/** What the firm is called that the session acts for; undefined where the person acts for themselves. */
export const findActingName = async (ctx: Ctx): Promise<string | undefined> =>
  ctx.actor.firmId ? (await findFirm(ctx, ctx.actor.firmId))?.name : undefined;
