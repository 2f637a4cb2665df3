import type { Ctx } from '@zhengtong/platform';
import type { Stars } from './domain/grades.ts';
import { openWords } from './rating.ts';
import { listInGroups, listNamed } from './store-ratings.ts';

/** A rating under a name in a list: what it is about, not what was written nor by whom. */
export type RatingLine = {
  readonly id: string;
  readonly caseId: string;
  readonly itemId: string;
  readonly itemName: string;
  readonly stars: Stars;
  readonly choices: readonly string[];
  readonly hasWords: boolean;
  readonly againStars: Stars | null;
  readonly givenOn: string;
  readonly isSetAside: boolean;
};

const placeOf = ({ actor }: Ctx) => ({
  divisionCode: actor.divisionCode ?? '',
  organisationId: actor.organisationId ?? '',
});

/** Ratings under a name of the actor's organisation, newest first, 50 a page. Anonymous ones come only in groups. */
export async function listRatings(
  ctx: Ctx,
  asked: { readonly stars?: number | undefined; readonly before?: string | undefined } = {},
): Promise<RatingLine[]> {
  const rows = await listNamed(ctx.tx, { ...placeOf(ctx), ...asked });
  return rows.flatMap((row) =>
    row.case_id === null || row.item_id === null
      ? []
      : [
          {
            id: row.id,
            caseId: row.case_id,
            itemId: row.item_id,
            itemName: row.item_name ?? '',
            stars: row.stars as Stars,
            choices: row.choices,
            hasWords: row.words !== null,
            againStars: row.again_stars as Stars | null,
            givenOn: row.given_on,
            isSetAside: row.set_aside_on !== null,
          },
        ],
  );
}

export type RatingGroup = {
  readonly id: string;
  readonly releasedOn: string;
  /** In no order that tells anything: no item, no case, no day, nobody. */
  readonly ratings: readonly {
    readonly stars: Stars;
    readonly choices: readonly string[];
    readonly words: string | null;
    readonly againStars: Stars | null;
  }[];
};

/** Released groups of anonymous ratings of the actor's organisation, newest first, 20 a page. */
export async function listRatingGroups(
  ctx: Ctx,
  asked: { readonly before?: string | undefined } = {},
): Promise<RatingGroup[]> {
  const rows = await listInGroups(ctx.tx, { ...placeOf(ctx), ...asked });
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, ofGroup]) => ({
    id,
    releasedOn: ofGroup[0]?.released_on ?? '',
    ratings: ofGroup.map((row) => ({
      stars: row.stars as Stars,
      choices: row.choices,
      words: openWords(ctx, row.words),
      againStars: row.again_stars as Stars | null,
    })),
  }));
}
