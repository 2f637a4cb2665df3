import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { EvaluationDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<EvaluationDb>();

export type RatingRow = EvaluationDb['evaluation.ratings'];
type CaseAt = { readonly divisionCode: string; readonly caseId: string };

/** Two tabs press at once: one row comes to be, the other is told so. */
export async function claimRating(tx: Tx, { divisionCode, caseId }: CaseAt, link: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('evaluation.rated')
    .values({ division_code: divisionCode, case_id: caseId, rating_link: link })
    .onConflict((conflict) => conflict.columns(['division_code', 'case_id']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findRatingLink(tx: Tx, { divisionCode, caseId }: CaseAt): Promise<string | undefined> {
  const row = await db(tx)
    .selectFrom('evaluation.rated')
    .select('rating_link')
    .where('division_code', '=', divisionCode)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row?.rating_link;
}

export async function insertRating(tx: Tx, row: RatingRow): Promise<void> {
  await db(tx).insertInto('evaluation.ratings').values(row).execute();
}

export function findRatingRow(tx: Tx, divisionCode: string, id: string): Promise<RatingRow | undefined> {
  return db(tx)
    .selectFrom('evaluation.ratings')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** A second rating of the answer is given once. */
export async function saveAgain(
  tx: Tx,
  row: Pick<RatingRow, 'division_code' | 'id'>,
  again: Pick<RatingRow, 'again_stars' | 'again_words' | 'again_on'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db(tx)
    .updateTable('evaluation.ratings')
    .set(again)
    .where('division_code', '=', row.division_code)
    .where('id', '=', row.id)
    .where('again_stars', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function setAside(tx: Tx, divisionCode: string, id: string, on: string): Promise<void> {
  await db(tx)
    .updateTable('evaluation.ratings')
    .set({ set_aside_on: on })
    .where('division_code', '=', divisionCode)
    .where('id', '=', id)
    .execute();
}

type OrganisationAt = { readonly divisionCode: string; readonly organisationId: string };

/** Ratings under a name, newest first, 50 a page. */
export function listNamed(
  tx: Tx,
  at: OrganisationAt & { stars?: number | undefined; before?: string | undefined },
): Promise<RatingRow[]> {
  let query = db(tx)
    .selectFrom('evaluation.ratings')
    .selectAll()
    .where('division_code', '=', at.divisionCode)
    .where('organisation_id', '=', at.organisationId)
    .where('case_id', 'is not', null)
    .orderBy('id', 'desc')
    .limit(50);
  if (at.stars) query = query.where('stars', '=', at.stars);
  if (at.before) query = query.where('id', '<', at.before);
  return query.execute();
}

/** Organisations whose waiting anonymous ratings are of enough people; five of one person would hide nobody. */
export async function listGroupsDue(tx: Tx, given: { on: string; smallest: number }): Promise<OrganisationAt[]> {
  const { rows } = await sql<OrganisationAt>`
    select division_code as "divisionCode", organisation_id as "organisationId" from evaluation.ratings
    where counted_on is null and given_on <= ${given.on}
    group by division_code, organisation_id having count(distinct rater_hash) >= ${given.smallest}`.execute(tx);
  return rows;
}

export async function releaseGroup(
  tx: Tx,
  group: EvaluationDb['evaluation.rating_groups'],
  givenUpTo: string,
): Promise<RatingRow[]> {
  await db(tx).insertInto('evaluation.rating_groups').values(group).execute();
  return db(tx)
    .updateTable('evaluation.ratings')
    .set({ group_id: group.id, counted_on: group.released_on })
    .where('division_code', '=', group.division_code)
    .where('organisation_id', '=', group.organisation_id)
    .where('counted_on', 'is', null)
    .where('given_on', '<=', givenUpTo)
    .returningAll()
    .execute();
}

/** The ratings of 20 groups, the newest group first, in each in the order of their random ids: nothing is told by place. */
export function listInGroups(tx: Tx, at: OrganisationAt & { before?: string | undefined }) {
  let page = db(tx)
    .selectFrom('evaluation.rating_groups')
    .selectAll()
    .where('division_code', '=', at.divisionCode)
    .where('organisation_id', '=', at.organisationId)
    .orderBy('id', 'desc')
    .limit(20);
  if (at.before) page = page.where('id', '<', at.before);
  return db(tx)
    .selectFrom(page.as('g'))
    .innerJoin('evaluation.ratings as r', (join) =>
      join.onRef('r.division_code', '=', 'g.division_code').onRef('r.group_id', '=', 'g.id'),
    )
    .select(['g.id', 'g.released_on', 'r.stars', 'r.choices', 'r.words', 'r.again_stars'])
    .orderBy('g.id', 'desc')
    .orderBy('r.id')
    .execute();
}

/** In the order of their random ids: nothing is told by place. */
export function listOfGroup(tx: Tx, divisionCode: string, groupId: string): Promise<RatingRow[]> {
  return db(tx)
    .selectFrom('evaluation.ratings')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .where('group_id', '=', groupId)
    .orderBy('id')
    .execute();
}

export type GradeCount = { readonly isAnonymous: boolean; readonly stars: number; readonly n: number };

/** Ratings that count, by grade; anonymous ones under the day of their release. */
export async function countByGrade(
  tx: Tx,
  at: {
    divisionCode: string;
    organisationId?: string | undefined;
    itemId?: string | undefined;
    fromOn: string;
    beforeOn: string;
  },
): Promise<GradeCount[]> {
  const { rows } = await sql<GradeCount>`
    select is_anonymous as "isAnonymous", stars, count(*) as n from evaluation.ratings
    where division_code = ${at.divisionCode} and counted_on >= ${at.fromOn} and counted_on < ${at.beforeOn}
      and set_aside_on is null
      and (${at.organisationId ?? null}::uuid is null or organisation_id = ${at.organisationId ?? null}::uuid)
      and (${at.itemId ?? null}::uuid is null or item_id = ${at.itemId ?? null}::uuid)
    group by is_anonymous, stars`.execute(tx);
  return rows;
}
