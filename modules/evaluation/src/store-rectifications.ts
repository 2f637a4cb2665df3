import type { Tx } from '@zhengtong/platform';
import { divisionPrefix } from '@zhengtong/standards';
import { sql } from 'kysely';
import type { EvaluationDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<EvaluationDb>();

export type RectificationRow = EvaluationDb['evaluation.rectifications'];
export type ActionRow = EvaluationDb['evaluation.rectification_actions'];
export type RectificationPlace = { readonly divisionCode: string; readonly id: string };

export async function insertRectification(tx: Tx, row: RectificationRow): Promise<void> {
  await db(tx).insertInto('evaluation.rectifications').values(row).execute();
}

export function findRectificationRow(
  tx: Tx,
  { divisionCode, id }: RectificationPlace,
): Promise<RectificationRow | undefined> {
  return db(tx)
    .selectFrom('evaluation.rectifications')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Two officers, or an officer and a clock, come one after the other. */
export function lockRectificationRow(
  tx: Tx,
  { divisionCode, id }: RectificationPlace,
): Promise<RectificationRow | undefined> {
  return db(tx)
    .selectFrom('evaluation.rectifications')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** That of a named rating, or of the group an anonymous one was released with. */
export function findOfRating(
  tx: Tx,
  rating: { division_code: string; id: string; group_id: string | null },
): Promise<RectificationRow | undefined> {
  const query = db(tx)
    .selectFrom('evaluation.rectifications')
    .selectAll()
    .where('division_code', '=', rating.division_code);
  return rating.group_id
    ? query.where('group_id', '=', rating.group_id).executeTakeFirst()
    : query.where('rating_id', '=', rating.id).executeTakeFirst();
}

export async function updateRectification(
  tx: Tx,
  { divisionCode, id }: RectificationPlace,
  changes: Partial<RectificationRow>,
): Promise<void> {
  await db(tx)
    .updateTable('evaluation.rectifications')
    .set(changes)
    .where('division_code', '=', divisionCode)
    .where('id', '=', id)
    .execute();
}

export async function insertAction(tx: Tx, row: ActionRow): Promise<void> {
  await db(tx).insertInto('evaluation.rectification_actions').values(row).execute();
}

export function listActionRows(tx: Tx, { divisionCode, id }: RectificationPlace): Promise<ActionRow[]> {
  return db(tx)
    .selectFrom('evaluation.rectification_actions')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .where('rectification_id', '=', id)
    .orderBy('seq')
    .execute();
}

/** Of one organisation, newest first, 50 a page; the closed ones only when asked for. */
export function listRectificationRows(
  tx: Tx,
  at: {
    divisionCode: string;
    organisationId: string;
    state?: RectificationRow['state'] | undefined;
    isOverdue?: boolean | undefined;
    before?: string | undefined;
  },
): Promise<RectificationRow[]> {
  let query = db(tx)
    .selectFrom('evaluation.rectifications')
    .selectAll()
    .where('division_code', '=', at.divisionCode)
    .where('organisation_id', '=', at.organisationId)
    .orderBy('id', 'desc')
    .limit(50);
  query = at.state ? query.where('state', '=', at.state) : query.where('state', '<>', 'closed');
  if (at.isOverdue) query = query.where('is_overdue', '=', true);
  if (at.before) query = query.where('id', '<', at.before);
  return query.execute();
}

/** Those not closed, in an area, in the order of their keys. */
export async function listOpenRectifications(
  tx: Tx,
  area: string,
  after: RectificationPlace | undefined,
  limit: number,
): Promise<RectificationPlace[]> {
  const { rows } = await sql<RectificationPlace>`
    select division_code as "divisionCode", id from evaluation.rectifications
    where division_code like ${`${divisionPrefix(area)}%`} and state <> 'closed'
      and (division_code, id) > (${after?.divisionCode ?? ''}, ${after?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid)
    order by division_code, id limit ${limit}`.execute(tx);
  return rows;
}

export async function findChosenLimits(tx: Tx, divisionCode: string): Promise<string | undefined> {
  const row = await db(tx)
    .selectFrom('evaluation.chosen_limits')
    .select('limits')
    .where('division_code', '=', divisionCode)
    .executeTakeFirst();
  return row?.limits;
}

export async function saveChosenLimits(tx: Tx, divisionCode: string, limits: string): Promise<void> {
  await db(tx)
    .insertInto('evaluation.chosen_limits')
    .values({ division_code: divisionCode, limits })
    .onConflict((conflict) => conflict.column('division_code').doUpdateSet({ limits }))
    .execute();
}
