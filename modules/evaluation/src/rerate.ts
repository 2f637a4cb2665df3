import { subjectOf } from '@zhengtong/identity';
import { civilDateAt, isId, ok, type Result, refuse, saidOf } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { grades, isStars, longestWords, type Stars } from './domain/grades.ts';
import { rerateUntil } from './domain/rectification.ts';
import { findRatingOf, type OwnRating, openRating, sealWords } from './rating.ts';
import { type Loaded, loadRectification, recordAction } from './record-action.ts';
import { findOwnRatable } from './store-ratables.ts';
import { saveAgain } from './store-ratings.ts';
import { findOfRating } from './store-rectifications.ts';

export type RerateRefusal =
  | { readonly kind: 'not-ratable' }
  /** Nothing was answered yet, the answer was rated already, or its fifteen days are over. */
  | { readonly kind: 'nothing-to-rate' }
  | { readonly kind: 'stars-missing' }
  | { readonly kind: 'words-too-long'; readonly most: number };

/**
 * The citizen's second word, on how a poor rating was dealt with. The first rating stays as it is. Fairly satisfied or
 * better closes the rectification; still dissatisfied goes to a supervisor, who alone can close it then.
 */
export async function rerate(
  ctx: Ctx,
  input: { readonly caseId: string; readonly stars: number; readonly words?: string },
): Promise<Result<OwnRating, RerateRefusal>> {
  const { stars, caseId } = input;
  if (!isStars(stars)) return refuse({ kind: 'stars-missing' });
  const words = saidOf(input.words?.normalize('NFC'));
  if (words && words.length > longestWords) return refuse({ kind: 'words-too-long', most: longestWords });
  const isPerson = ctx.actor.kind === 'person' && isId(caseId);
  const ratable = isPerson ? await findOwnRatable(ctx.tx, subjectOf(ctx, ctx.actor.id), caseId) : undefined;
  const rating = ratable && (await findRatingOf(ctx, ratable));
  if (!rating) return refuse({ kind: 'not-ratable' });
  const found = await findOfRating(ctx.tx, rating);
  const at = found && { divisionCode: found.division_code, id: found.id };
  const loaded = at && (await loadRectification(ctx, at, 'change'));
  const until = loaded && grades[rating.stars as Stars].isPoor ? rerateUntil(loaded.state) : undefined;
  const on = civilDateAt(ctx.now);
  if (!loaded || !until || on > until) return refuse({ kind: 'nothing-to-rate' });

  const again = { again_stars: stars, again_words: sealWords(ctx, words || undefined), again_on: on };
  if (!(await saveAgain(ctx.tx, rating, again))) return refuse({ kind: 'nothing-to-rate' });
  if (!loaded.state.isGroup) await moveOn(ctx, loaded, stars);
  return ok(openRating(ctx, { ...rating, ...again }));
}

async function moveOn(ctx: Ctx, loaded: Loaded, stars: Stars): Promise<void> {
  const after = await recordAction(ctx, loaded, { kind: 're-rated', stars }, { kind: 'applicant' });
  if (!grades[stars].isPoor)
    await recordAction(ctx, after, { kind: 'closed', because: 'satisfied' }, { kind: 'clock' });
}
