import { type Ctx, seal, unseal } from '@zhengtong/platform';
import type { Stars } from './domain/grades.ts';
import { findRatingLink, findRatingRow, type RatingRow } from './store-ratings.ts';

/** A rating as its giver sees it. */
export type OwnRating = {
  readonly stars: Stars;
  readonly choices: readonly string[];
  readonly words: string | null;
  readonly isAnonymous: boolean;
  readonly givenOn: string;
  readonly again: { readonly stars: Stars; readonly words: string | null; readonly on: string } | null;
  /** Set aside after an appeal: kept, and not counted. */
  readonly isSetAside: boolean;
};

/** Whom to answer; sealed, so that a row of an anonymous rating leads to nobody. */
export type Rater = { readonly personId: string; readonly caseId: string };

export const sealRater = ({ keys }: Ctx, rater: Rater): string => seal(keys, 'ratings.rater', JSON.stringify(rater));
export const openRater = ({ keys }: Ctx, row: RatingRow): Rater =>
  JSON.parse(unseal(keys, 'ratings.rater', row.rater)) as Rater;

export const sealWords = ({ keys }: Ctx, words: string | undefined): string | null =>
  words ? seal(keys, 'ratings.words', words) : null;
export const openWords = ({ keys }: Ctx, sealed: string | null): string | null =>
  sealed === null ? null : unseal(keys, 'ratings.words', sealed);

export const openRating = (ctx: Ctx, row: RatingRow): OwnRating => ({
  stars: row.stars as Stars,
  choices: row.choices,
  words: openWords(ctx, row.words),
  isAnonymous: row.is_anonymous,
  givenOn: row.given_on,
  again:
    row.again_stars === null || row.again_on === null
      ? null
      : { stars: row.again_stars as Stars, words: openWords(ctx, row.again_words), on: row.again_on },
  isSetAside: row.set_aside_on !== null,
});

/** The rating of a case, through the sealed link that only the program can follow. */
export async function findRatingOf(
  ctx: Ctx,
  at: { division_code: string; case_id: string },
): Promise<RatingRow | undefined> {
  const link = await findRatingLink(ctx.tx, { divisionCode: at.division_code, caseId: at.case_id });
  return link === undefined
    ? undefined
    : findRatingRow(ctx.tx, at.division_code, unseal(ctx.keys, 'rated.rating_link', link));
}
