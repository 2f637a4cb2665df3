import { ok, type Result, refuse } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { mayHappen, type TransitionRefusal } from './domain/may-happen.ts';
import type { LoadedCase } from './load-case.ts';
import { byApplicant, loadOwnCase } from './own-case.ts';
import { recordAction } from './record-action.ts';

/** Takes an application back; until the decision nobody has to say why. */
export async function withdrawCase(
  ctx: Ctx,
  given: { caseId: string; reason?: string },
): Promise<Result<LoadedCase, TransitionRefusal | { readonly kind: 'not-found' }>> {
  const loaded = await loadOwnCase(ctx, given.caseId, 'change');
  if (!loaded) return refuse({ kind: 'not-found' });
  const may = mayHappen(loaded.state, 'withdrawn', { doers: ['applicant'], id: ctx.actor.id });
  if (!may.ok) return may;
  return ok(
    await recordAction(ctx, loaded, { kind: 'withdrawn', reason: given.reason?.trim() ?? '' }, byApplicant(ctx)),
  );
}
