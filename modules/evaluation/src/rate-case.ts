import { randomUUID } from 'node:crypto';
import { subjectOf } from '@zhengtong/identity';
import { civilDateAt, isId, newId, ok, type Result, refuse, saidOf } from '@zhengtong/kernel';
import { type Ctx, emit, findingHash, seal } from '@zhengtong/platform';
import { RatingGiven } from './contract-events.ts';
import { areChoicesOf } from './domain/choices.ts';
import { grades, isStars, longestWords, type Stars } from './domain/grades.ts';
import { openRectification } from './open-rectification.ts';
import { nameItem } from './ratable-cases.ts';
import { type OwnRating, openRating, sealRater, sealWords } from './rating.ts';
import { findOwnRatable, type RatableRow } from './store-ratables.ts';
import { claimRating, insertRating, type RatingRow } from './store-ratings.ts';

export type RatingInput = {
  readonly caseId: string;
  /** 1 to 5. There is no default: nobody rates in the person's place. */
  readonly stars: number;
  readonly choices: readonly string[];
  readonly words?: string;
  readonly anonymous: boolean;
};

export type RateRefusal =
  /** Not theirs, not ended, or withdrawn before anything was done: the same answer. */
  | { readonly kind: 'not-ratable' }
  | { readonly kind: 'too-late'; readonly until: string }
  | { readonly kind: 'already-rated' }
  | { readonly kind: 'stars-missing' }
  | { readonly kind: 'choice-unknown' }
  | { readonly kind: 'words-too-long'; readonly most: number };

/**
 * Rates a case once (一事一评), by its applicant, after it ended. A poor rating under a name opens a rectification in the
 * same transaction; an anonymous one waits until it can be seen among others.
 */
export async function rateCase(ctx: Ctx, input: RatingInput): Promise<Result<OwnRating, RateRefusal>> {
  const { stars, caseId } = input;
  if (!isStars(stars)) return refuse({ kind: 'stars-missing' });
  if (!areChoicesOf(stars, input.choices)) return refuse({ kind: 'choice-unknown' });
  const words = saidOf(input.words?.normalize('NFC'));
  if (words && words.length > longestWords) return refuse({ kind: 'words-too-long', most: longestWords });
  const isPerson = ctx.actor.kind === 'person' && isId(caseId);
  const ratable = isPerson ? await findOwnRatable(ctx.tx, subjectOf(ctx, ctx.actor.id), caseId) : undefined;
  if (!ratable?.rate_until) return refuse({ kind: 'not-ratable' });
  if (civilDateAt(ctx.now) > ratable.rate_until) return refuse({ kind: 'too-late', until: ratable.rate_until });

  // An anonymous rating knows nothing of its item.
  const itemName = input.anonymous ? null : (await nameItem(ctx, ratable)).itemName;
  const row = rowOf(ctx, ratable, { ...input, stars, words: words || undefined, itemName });
  const link = seal(ctx.keys, 'rated.rating_link', row.id);
  const at = { divisionCode: ratable.division_code, caseId };
  if (!(await claimRating(ctx.tx, at, link))) return refuse({ kind: 'already-rated' });
  await insertRating(ctx.tx, row);
  if (!input.anonymous) await tellNamed(ctx, row, stars);
  return ok(openRating(ctx, row));
}

function rowOf(
  ctx: Ctx,
  ratable: RatableRow,
  given: {
    stars: Stars;
    choices: readonly string[];
    words: string | undefined;
    anonymous: boolean;
    itemName: string | null;
  },
): RatingRow {
  const on = civilDateAt(ctx.now);
  return {
    division_code: ratable.division_code,
    // An ordered id would tell when an anonymous rating was given, to the millisecond.
    id: given.anonymous ? randomUUID() : newId(),
    organisation_id: ratable.organisation_id,
    item_id: given.anonymous ? null : ratable.item_id,
    item_name: given.itemName,
    case_id: given.anonymous ? null : ratable.case_id,
    rater: sealRater(ctx, { personId: ctx.actor.id, caseId: ratable.case_id }),
    rater_hash: findingHash(ctx.keys, 'rater', `${ratable.organisation_id} ${ctx.actor.id}`),
    stars: given.stars,
    choices: [...given.choices],
    words: sealWords(ctx, given.words),
    is_anonymous: given.anonymous,
    given_on: on,
    counted_on: given.anonymous ? null : on,
    group_id: null,
    again_stars: null,
    again_words: null,
    again_on: null,
    set_aside_on: null,
  };
}

/** Only for ratings under a name: an event carries who acted, so an anonymous one is told by the clock, with its group. */
async function tellNamed(ctx: Ctx, row: RatingRow, stars: Stars): Promise<void> {
  const payload = {
    ratingId: row.id,
    organisationId: row.organisation_id,
    itemId: row.item_id,
    caseId: row.case_id,
    stars,
  };
  await emit(ctx, { event: RatingGiven, divisionCode: row.division_code, key: row.id, payload });
  if (grades[stars].isPoor) {
    await openRectification(ctx, {
      division_code: row.division_code,
      organisation_id: row.organisation_id,
      rating_id: row.id,
      group_id: null,
      case_id: row.case_id,
      item_id: row.item_id,
      item_name: row.item_name,
    });
  }
}
