import type { Tx } from '@zhengtong/platform';
import { type RawBuilder, sql } from 'kysely';
import type { CaseRef } from './store-cases.ts';
import type { CasesDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<CasesDb>();

export type MaterialRow = CasesDb['cases.materials'];

/** A file that now lies with a case for a material; `from`: the earlier case it is taken over from. */
export const materialRow = (
  { divisionCode, caseId }: CaseRef,
  { material, fileId }: { readonly material: string; readonly fileId: string },
  at: string,
  from?: { readonly number: string; readonly at: string },
): MaterialRow => ({
  division_code: divisionCode,
  case_id: caseId,
  material,
  file_id: fileId,
  source: 'upload',
  added_at: at,
  removed_at: null,
  from_number: from?.number ?? null,
  from_filed_at: from?.at ?? null,
});

/** What lies with a case now, in the order it came. */
export function listMaterialRows(tx: Tx, { divisionCode, caseId }: CaseRef): Promise<MaterialRow[]> {
  return db(tx)
    .selectFrom('cases.materials')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .where('case_id', '=', caseId)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .execute();
}

export async function addMaterialRow(tx: Tx, row: MaterialRow): Promise<void> {
  await db(tx)
    .insertInto('cases.materials')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['division_code', 'case_id', 'material', 'file_id']).doUpdateSet({ removed_at: null }),
    )
    .execute();
}

/** Materials of a case that is made in the same statement. */
export const insertMaterialsPart = (rows: readonly MaterialRow[]): RawBuilder<unknown> =>
  sql`new_materials as (
    insert into cases.materials (division_code, case_id, material, file_id, source, added_at, from_number, from_filed_at)
    values ${sql.join(
      rows.map(
        (row) =>
          sql`(${row.division_code}, ${row.case_id}, ${row.material}, ${row.file_id}, ${row.source}, ${row.added_at}, ${row.from_number}, ${row.from_filed_at})`,
      ),
    )} on conflict do nothing)`;

export async function removeMaterialRow(
  tx: Tx,
  { divisionCode, caseId }: CaseRef,
  which: { material: string; fileId: string },
  at: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db(tx)
    .updateTable('cases.materials')
    .set({ removed_at: at })
    .where('division_code', '=', divisionCode)
    .where('case_id', '=', caseId)
    .where('material', '=', which.material)
    .where('file_id', '=', which.fileId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
