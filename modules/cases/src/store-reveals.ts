import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { CaseRef } from './store-cases.ts';
import type { CasesDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<CasesDb>();

export type RevealRow = CasesDb['cases.reveals'];

export async function insertReveal(tx: Tx, row: RevealRow): Promise<void> {
  await db(tx).insertInto('cases.reveals').values(row).execute();
}

/** What an officer asked for since a moment, at most `most`. */
export async function countReveals(
  tx: Tx,
  { divisionCode, byId, since, most }: { divisionCode: string; byId: string; since: string; most: number },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select 1 from cases.reveals
      where division_code = ${divisionCode} and by_id = ${byId} and at >= ${since} limit ${most}) asked`.execute(tx);
  return rows[0]?.n ?? 0;
}

export function findReveal(tx: Tx, { divisionCode, caseId }: CaseRef, id: string): Promise<RevealRow | undefined> {
  return db(tx)
    .selectFrom('cases.reveals')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst();
}
