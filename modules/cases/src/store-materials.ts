import type { Tx } from '@zhengtong/platform';
import type { CaseRef } from './store-cases.ts';
import type { CasesDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<CasesDb>();

export type MaterialRow = CasesDb['cases.materials'];

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
