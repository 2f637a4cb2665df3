import { mayAct } from '@zhengtong/identity';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Ctx, unseal } from '@zhengtong/platform';
import { placeOf } from './act-on-case.ts';
import type { RevealReason } from './contract.ts';
import { readSecret } from './find-secret.ts';
import { loadCase } from './load-case.ts';
import { sayRevealPurpose } from './say-reveal-purpose.ts';
import type { CaseRef } from './store-cases.ts';
import { findReveal } from './store-reveals.ts';

export type RevealedRefusal = { readonly kind: 'not-found' } | { readonly kind: 'reveal-over' };

/**
 * The number that was asked for: to who asked, while the minute lasts, and only while they still hold the case. Each
 * reading is noted with the reason, in the words the applicant reads.
 */
export async function readRevealed(
  ctx: Ctx,
  ref: CaseRef,
  revealId: string,
): Promise<Result<{ field: string; value: string; untilAt: string }, RevealedRefusal>> {
  const loaded = await loadCase(ctx, ref, 'read');
  const reveal = loaded && (await findReveal(ctx.tx, ref, revealId));
  if (!loaded || !reveal || reveal.by_id !== ctx.actor.id || !mayAct(ctx.actor, 'read', placeOf(loaded)))
    return refuse({ kind: 'not-found' });
  if (ctx.now > reveal.until || loaded.state.heldBy !== ctx.actor.id) return refuse({ kind: 'reveal-over' });
  const words = reveal.words ? unseal(ctx.keys, 'reveals.words', reveal.words) : '';
  const purpose = sayRevealPurpose(reveal.reason as RevealReason, words);
  const value = await readSecret(ctx, loaded, reveal.field, purpose);
  if (value === undefined) return refuse({ kind: 'reveal-over' });
  return ok({ field: reveal.field, value, untilAt: reveal.until });
}
