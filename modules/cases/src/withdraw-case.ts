import { ok, type Result, refuse, saidOf } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { mayHappen, type TransitionRefusal } from './domain/may-happen.ts';
import { eraseAnswers } from './erase-answers.ts';
import type { LoadedCase } from './load-case.ts';
import { byApplicant, loadOwnCase } from './own-case.ts';
import { recordAction } from './record-action.ts';

/**
 * Takes an application back; until the decision nobody has to say why. Of a draft never filed what was typed is erased, as
 * when it is left (个人信息保护法 47): no office ever saw it, and it has no purpose any more.
 */
export async function withdrawCase(
  ctx: Ctx,
  given: { caseId: string; reason?: string },
): Promise<Result<LoadedCase, TransitionRefusal | { readonly kind: 'not-found' }>> {
  const loaded = await loadOwnCase(ctx, given.caseId, 'change');
  if (!loaded) return refuse({ kind: 'not-found' });
  const may = mayHappen(loaded.state, 'withdrawn', { doers: ['applicant'], id: ctx.actor.id });
  if (!may.ok) return may;
  const action = { kind: 'withdrawn' as const, reason: saidOf(given.reason) };
  const after = await recordAction(ctx, loaded, action, byApplicant(ctx));
  if (loaded.state.status === 'draft') await eraseAnswers(ctx, after.row);
  return ok(after);
}
