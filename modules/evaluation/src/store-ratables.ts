import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { EvaluationDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<EvaluationDb>();

export type RatableRow = EvaluationDb['evaluation.ratables'];

/** Keeps a case; an end told twice, or an acceptance told after the end, takes nothing back. */
export async function keepRatable(tx: Tx, row: Omit<RatableRow, 'invited_at'>, subject: string): Promise<void> {
  await sql`
    with whose as (
      insert into evaluation.raters (subject, case_id, division_code)
      values (${subject}, ${row.case_id}, ${row.division_code}) on conflict (subject, case_id) do nothing)
    insert into evaluation.ratables as r
      (division_code, case_id, organisation_id, item_id, item_version, applicant_id, ended_at, rate_until)
    values (${row.division_code}, ${row.case_id}, ${row.organisation_id}, ${row.item_id}, ${row.item_version},
      ${row.applicant_id}, ${row.ended_at}, ${row.rate_until})
    on conflict (division_code, case_id) do update
      set ended_at = coalesce(r.ended_at, excluded.ended_at), organisation_id = excluded.organisation_id,
          rate_until = greatest(r.rate_until, excluded.rate_until)`.execute(tx);
}

export function findRatable(tx: Tx, at: { divisionCode: string; caseId: string }): Promise<RatableRow | undefined> {
  return db(tx)
    .selectFrom('evaluation.ratables')
    .selectAll()
    .where('division_code', '=', at.divisionCode)
    .where('case_id', '=', at.caseId)
    .executeTakeFirst();
}

export async function findOwnRatable(tx: Tx, subject: string, caseId: string): Promise<RatableRow | undefined> {
  const { rows } = await sql<RatableRow>`
    select r.* from evaluation.raters o
    join evaluation.ratables r on r.division_code = o.division_code and r.case_id = o.case_id
    where o.subject = ${subject} and o.case_id = ${caseId}`.execute(tx);
  return rows[0];
}

/** True for whoever comes first: nobody is invited twice. */
export async function claimInvitation(tx: Tx, row: RatableRow, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db(tx)
    .updateTable('evaluation.ratables')
    .set({ invited_at: at })
    .where('division_code', '=', row.division_code)
    .where('case_id', '=', row.case_id)
    .where('invited_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Cases that ended in a stretch of days: what the rated ones are a part of. */
export async function countEnded(
  tx: Tx,
  at: {
    divisionCode: string;
    organisationId?: string | undefined;
    itemId?: string | undefined;
    from: string;
    to: string;
  },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from evaluation.ratables
    where division_code = ${at.divisionCode} and ended_at >= ${at.from} and ended_at < ${at.to}
      and (${at.organisationId ?? null}::uuid is null or organisation_id = ${at.organisationId ?? null}::uuid)
      and (${at.itemId ?? null}::uuid is null or item_id = ${at.itemId ?? null}::uuid)`.execute(tx);
  return rows[0]?.n ?? 0;
}
