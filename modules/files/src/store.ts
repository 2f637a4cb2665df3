import type { Instant } from '@zhengtong/kernel';
import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { FilesDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<FilesDb>();

export type FileRow = FilesDb['files.files'];

export async function insertFile(tx: Tx, row: FileRow): Promise<void> {
  await db(tx).insertInto('files.places').values({ id: row.id, division_code: row.division_code }).execute();
  await db(tx).insertInto('files.files').values(row).execute();
}

export async function findFileRows(tx: Tx, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<FileRow>`
    select f.* from files.places p join files.files f on f.division_code = p.division_code and f.id = p.id
    where p.id = any(${[...ids]}::uuid[]) and f.erased_at is null`.execute(tx);
  return rows;
}

/** Every row whose bytes are kept. Those of an infected one are removed, the row is not. */
export async function listStoredRows(tx: Tx): Promise<{ id: string; storedAs: string }[]> {
  return await db(tx)
    .selectFrom('files.files')
    .select(['id', 'stored_as as storedAs'])
    .where('erased_at', 'is', null)
    .where('scan', '<>', 'infected')
    .execute();
}

export async function findErasedRows(
  tx: Tx,
  caseId: string,
  ids: readonly string[],
): Promise<{ id: string; erased_at: Instant }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; erased_at: Instant }>`
    select f.id, f.erased_at from files.places p join files.files f on f.division_code = p.division_code and f.id = p.id
    where p.id = any(${[...ids]}::uuid[]) and f.case_id = ${caseId} and f.erased_at is not null`.execute(tx);
  return rows;
}

/**
 * The files of one owner now belong to a case, and are kept as long as the case is; answers how many do. A file of
 * another case, or of somebody else, or one that was erased or found infected meanwhile, stays where it is: of two filings
 * that name one file the second waits for the first's row and finds it taken.
 */
export async function linkToCase(
  tx: Tx,
  ids: readonly string[],
  at: { divisionCode: string; caseId: string; ownerId: string },
): Promise<number> {
  // The key changes with the division, which a distributed engine cannot update: copied, then removed.
  const { numAffectedRows } = await sql`
    with moved as (
      delete from files.files f using files.places p
      where p.id = any(${[...ids]}::uuid[]) and f.division_code = p.division_code and f.id = p.id
        and f.owner_id = ${at.ownerId}
        and (f.case_id = ${at.caseId} or f.case_id is null and f.scan <> 'infected') and f.erased_at is null
      returning f.*)
    insert into files.files
    select ${at.divisionCode}, id, owner_id, name, media_type, size_bytes, sha256, stored_as, trust, scan,
      ${at.caseId}::uuid, received_at, null, erased_at from moved`.execute(tx);
  await sql`update files.places set division_code = ${at.divisionCode} where id = any(${[...ids]}::uuid[])
    and exists (select 1 from files.files f where f.id = places.id and f.division_code = ${at.divisionCode})`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0);
}

/** Marks a person's own file erased where no case has it; the row as it was. */
export async function eraseLooseRow(
  tx: Tx,
  { id, ownerId }: { id: string; ownerId: string },
  at: string,
): Promise<Pick<FileRow, 'division_code' | 'stored_as' | 'sha256'> | undefined> {
  return await db(tx)
    .updateTable('files.files')
    .set({ erased_at: at, name: '' })
    .where('id', '=', id)
    .where('division_code', '=', (eb) => eb.selectFrom('files.places').select('division_code').where('id', '=', id))
    .where('owner_id', '=', ownerId)
    .where('case_id', 'is', null)
    .where('erased_at', 'is', null)
    .returning(['division_code', 'stored_as', 'sha256'])
    .executeTakeFirst();
}

/** What a person has sent and put to no case, the newest first; a quota bounds how many. */
export function listLooseRows(tx: Tx, ownerId: string): Promise<FileRow[]> {
  return db(tx)
    .selectFrom('files.files')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('case_id', 'is', null)
    .where('erased_at', 'is', null)
    .orderBy('received_at', 'desc')
    .limit(200)
    .execute();
}

/** By the place of a file, for its key begins with the division it lies in. */
async function changeRow(tx: Tx, id: string, changes: Partial<FileRow>): Promise<void> {
  await db(tx)
    .updateTable('files.files')
    .set(changes)
    .where('id', '=', id)
    .where('division_code', '=', (eb) => eb.selectFrom('files.places').select('division_code').where('id', '=', id))
    .execute();
}

export const setTrustRow = (tx: Tx, id: string, trust: FileRow['trust']): Promise<void> => changeRow(tx, id, { trust });

/**
 * What is known of a file now that it was to be scanned, and where it lies; undefined where another run was quicker, or it
 * went to a case, or was erased, at this very moment.
 */
export function settleScan(
  tx: Tx,
  { division_code, id, scan }: Pick<FileRow, 'division_code' | 'id' | 'scan'>,
  known: Pick<FileRow, 'scan' | 'scan_failed_at'>,
): Promise<Pick<FileRow, 'division_code' | 'case_id'> | undefined> {
  return db(tx)
    .updateTable('files.files')
    .set(known)
    .where('division_code', '=', division_code)
    .where('id', '=', id)
    .where('scan', '=', scan)
    .where('erased_at', 'is', null)
    .returning(['division_code', 'case_id'])
    .executeTakeFirst();
}

/**
 * A hundred in this state that were not asked about in vain since `begun`: those first that never were, as they came (ids
 * are made in the order of coming), then the others. The state stands in the statement: only so its index is found.
 */
export function listToScan(tx: Tx, scan: 'waiting' | 'unscanned', begun: string): Promise<FileRow[]> {
  return db(tx)
    .selectFrom('files.files')
    .selectAll()
    .where('scan', '=', sql.lit(scan))
    .where('erased_at', 'is', null)
    .where((eb) => eb.or([eb('scan_failed_at', 'is', null), eb('scan_failed_at', '<', begun)]))
    .orderBy('scan_failed_at', (order) => order.asc().nullsFirst())
    .orderBy('id')
    .limit(100)
    .execute();
}

/** How many are in this state, at most 10 000. */
export async function countScan(tx: Tx, scan: 'waiting' | 'unscanned'): Promise<number> {
  const { rows } = await sql<{ files: number }>`
    select count(*)::int as files
    from (select id from files.files where scan = ${sql.lit(scan)} and erased_at is null limit 10000) f`.execute(tx);
  return rows[0]?.files ?? 0;
}

/** Marks files erased whose time is over, some at a time; what to erase of each. Rows another run has in hand are left to it. */
export async function markExpired(
  tx: Tx,
  now: string,
  most: number,
): Promise<Pick<FileRow, 'division_code' | 'id' | 'stored_as' | 'sha256'>[]> {
  const due = db(tx)
    .selectFrom('files.files')
    .select(['division_code', 'id'])
    .where('keep_until', '<', now)
    .where('erased_at', 'is', null)
    .limit(most)
    .forUpdate()
    .skipLocked();
  return await db(tx)
    .with('due', () => due)
    .updateTable('files.files as f')
    .from('due')
    .set({ erased_at: now, name: '' })
    .whereRef('f.division_code', '=', 'due.division_code')
    .whereRef('f.id', '=', 'due.id')
    .returning(['f.division_code', 'f.id', 'f.stored_as', 'f.sha256'])
    .execute();
}

/**
 * Whether some file that may be seen has this content, and whether one lies under this very name of the storage. Of an
 * infected one nothing is shown any more.
 */
export async function isKept(
  tx: Tx,
  { sha256, storedAs }: { sha256: string; storedAs: string },
): Promise<{ content: boolean; bytes: boolean }> {
  const { rows } = await sql<{ content: boolean; bytes: boolean }>`
    with there as (
      select stored_as from files.files where sha256 = ${sha256} and erased_at is null and scan <> 'infected')
    select exists (select 1 from there) as content,
      exists (select 1 from there where stored_as = ${storedAs}) as bytes`.execute(tx);
  return rows[0] ?? { content: true, bytes: true };
}

/**
 * A file as it is, which nobody can erase until this transaction ends: whoever makes a second row for its bytes is there
 * before they could go. Of one that is erased at this very moment there is none.
 */
export async function lockFileRow(tx: Tx, id: string): Promise<FileRow | undefined> {
  const { rows } = await sql<FileRow>`
    select f.* from files.places p join files.files f on f.division_code = p.division_code and f.id = p.id
    where p.id = ${id} and f.erased_at is null for share of f`.execute(tx);
  return rows[0];
}

export async function keepUntil(tx: Tx, caseId: string, at: string): Promise<void> {
  await db(tx)
    .updateTable('files.files')
    .set({ keep_until: at })
    .where('case_id', '=', caseId)
    .where('erased_at', 'is', null)
    .execute();
}
