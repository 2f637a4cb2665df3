import { lockTries, mayAct } from '@zhengtong/identity';
import {
  civilDateAt,
  type Instant,
  instantOf,
  newId,
  ok,
  type Result,
  refuse,
  saidOf,
  toInstant,
} from '@zhengtong/kernel';
import { type Ctx, seal } from '@zhengtong/platform';
import { placeOf } from './act-on-case.ts';
import { type RevealReason, revealSeconds } from './contract.ts';
import { isRevealable } from './find-secret.ts';
import { loadCase } from './load-case.ts';
import type { CaseRef } from './store-cases.ts';
import { countReveals, insertReveal } from './store-reveals.ts';

/** More in one day by one officer is no longer handling cases; the supervisor is the one to ask then. */
export const mostRevealsADay = 30;

export type RevealRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-claimed' }
  | { readonly kind: 'held-by-other'; readonly heldBy: string }
  | { readonly kind: 'not-revealable' }
  | { readonly kind: 'words-missing' }
  | { readonly kind: 'number-in-words' }
  | { readonly kind: 'too-many-today'; readonly most: number };

export type RevealGiven = { readonly field: string; readonly reason: RevealReason; readonly words?: string };

/**
 * An officer asks to see one masked number whole. Only who holds the case, in a state in which the table of field
 * rights gives this post that sight. The number is fetched by `readRevealed`, which notes the reading with this reason:
 * the answer of a command is kept for a day, and no number shall be.
 */
export async function revealField(
  ctx: Ctx,
  ref: CaseRef,
  given: RevealGiven,
): Promise<Result<{ revealId: string; untilAt: string; leftToday: number }, RevealRefusal>> {
  // Locked, so that a hold that is just being put back is seen as put back.
  const loaded = await loadCase(ctx, ref, 'change');
  if (!loaded || loaded.state.status === 'draft' || !mayAct(ctx.actor, 'read', placeOf(loaded)))
    return refuse({ kind: 'not-found' });
  const { heldBy } = loaded.state;
  if (heldBy === undefined) return refuse({ kind: 'not-claimed' });
  if (heldBy !== ctx.actor.id) return refuse({ kind: 'held-by-other', heldBy });
  const words = saidOf(given.words);
  if (given.reason === 'other' && !words) return refuse({ kind: 'words-missing' });
  // The reason is read in a list that is not sealed: a number copied into it would lie open there.
  if (/\d{5}/.test(words.normalize('NFKC'))) return refuse({ kind: 'number-in-words' });
  // One after another, whatever the case: numbers of many cases asked for at once would each count the same few before.
  await lockTries(ctx, 'reveal', ctx.actor.id);
  const asked = await countReveals(ctx.tx, {
    divisionCode: ref.divisionCode,
    byId: ctx.actor.id,
    since: instantOf(civilDateAt(ctx.now)),
    most: mostRevealsADay,
  });
  if (asked >= mostRevealsADay) return refuse({ kind: 'too-many-today', most: mostRevealsADay });
  if (!(await isRevealable(ctx, loaded, given.field))) return refuse({ kind: 'not-revealable' });
  const id = newId();
  const until = later(ctx.now, revealSeconds);
  await insertReveal(ctx.tx, {
    division_code: ref.divisionCode,
    id,
    case_id: ref.caseId,
    field: given.field,
    by_id: ctx.actor.id,
    post_id: ctx.actor.postId ?? null,
    reason: given.reason,
    words: words ? seal(ctx.keys, 'reveals.words', words) : null,
    at: ctx.now,
    until,
  });
  return ok({ revealId: id, untilAt: until, leftToday: mostRevealsADay - asked - 1 });
}

const later = (now: Instant, seconds: number): Instant => toInstant(Date.parse(now) + seconds * 1000);
