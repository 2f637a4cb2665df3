import { listPostsOf } from '@zhengtong/identity';
import { civilDateAt } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import type { CaseAction } from './domain/action.ts';
import { nextDueDays, unwarnedDay, unwarnedPause } from './domain/clocks.ts';
import { turnOf } from './domain/turn.ts';
import type { LoadedCase } from './load-case.ts';

/** From two working days before the last one, whoever has the case in hand is told so: once, and anew where the day moved. */
export async function warningOf(ctx: Ctx, loaded: LoadedCase): Promise<CaseAction | undefined> {
  const { state, terms, calendar } = loaded;
  const lastOn = unwarnedDay(state, nextDueDays(state, terms, calendar), civilDateAt(ctx.now));
  return lastOn && { kind: 'warned', lastOn, toStaff: await listInCharge(ctx, loaded) };
}

/** 行政许可法 45 excludes the time a procedure needs, not any time: past the longest the item gives it, the same are told. */
export async function pauseWarningOf(ctx: Ctx, loaded: LoadedCase): Promise<CaseAction | undefined> {
  const lastOn = unwarnedPause(loaded.state, loaded.terms);
  if (!lastOn || civilDateAt(ctx.now) <= lastOn) return undefined;
  return { kind: 'pause-overdue', lastOn, toStaff: await listInCharge(ctx, loaded) };
}

/** Who holds the case; while nobody does, all in the post whose turn it is, or above them where that post is empty. */
async function listInCharge(ctx: Ctx, { row, state, item }: LoadedCase): Promise<string[]> {
  if (state.heldBy) return [state.heldBy];
  const { role, organisationId } = turnOf(state, item.process.steps);
  for (const one of role ? [role, 'supervisor' as const] : ['supervisor' as const]) {
    const posts = await listPostsOf(ctx, { divisionCode: row.division_code, organisationId, role: one });
    if (posts.length > 0) return [...new Set(posts.map((post) => post.staff_id))];
  }
  return [];
}
