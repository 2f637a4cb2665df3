import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Kysely, sql } from 'kysely';
import type { Db } from './database.ts';
import { OperatorError } from './operator-error.ts';

/** One owner of a schema and the folder of its `NNNN_what.sql` files. */
export type MigrationSource = { readonly name: string; readonly migrations: URL };

/** Thrown when the database has a breaking migration this program does not know; the program must not write to it. */
export class DatabaseNewer extends OperatorError {}

type Applied = { schema: string; file: string; checksum: string; breaking: boolean };

/**
 * Brings the database to the program's state, in the order given. Forward only; safe with several programs at once.
 * `isWanted` stops short of it, for a restore to the state a backup was made in.
 */
export async function migrate(
  db: Db,
  sources: readonly MigrationSource[],
  isWanted: (file: { schema: string; file: string }) => boolean = () => true,
): Promise<number> {
  await sql`create schema if not exists platform`.execute(db).catch(ignoreRace);
  await sql`
    create table if not exists platform.migrations (
      schema text not null, file text not null, checksum text not null,
      breaking boolean not null, applied_at timestamptz not null default now(), primary key (schema, file))
  `
    .execute(db)
    .catch(ignoreRace);
  const { rows } = await sql<Applied>`select schema, file, checksum, breaking from platform.migrations`.execute(db);
  const files = sources.flatMap(listMigrationFiles).filter(isWanted);
  refuseNewer(rows, files, sources);
  let applied = 0;
  for (const file of files) {
    const before = rows.find((row) => row.schema === file.schema && row.file === file.file);
    if (before && before.checksum !== file.checksum) {
      throw new OperatorError(
        `迁移文件 ${file.schema}/${file.file} 在执行后被修改。请恢复原文件，改动另写新文件。 · Migration ${file.schema}/${file.file} was changed after it ran. Restore it and put the change into a new file.`,
      );
    }
    if (!before && (await apply(db, file))) applied++;
  }
  return applied;
}

type File = Applied & { text: string };

/** The migrations a source brings, in their order, with a hash of what each does. */
export function listMigrationFiles(source: MigrationSource): File[] {
  const folder = fileURLToPath(source.migrations);
  return readdirSync(folder)
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(`${folder}/${name}`, 'utf8');
      const checksum = createHash('sha256').update(text).digest('hex');
      return { schema: source.name, file: name, checksum, breaking: text.startsWith('-- breaking'), text };
    });
}

/** A migration that the database has and this program has not, as `cases/0006_x.sql`: one it can bear, or `migrate` refuses. */
export async function findNewer(db: Db, sources: readonly MigrationSource[]): Promise<string | undefined> {
  const known = new Set(sources.flatMap(listMigrationFiles).map(({ schema, file }) => `${schema}/${file}`));
  const schemas = new Set(sources.map(({ name }) => name));
  const { rows } = await sql<Pick<Applied, 'schema' | 'file'>>`
    select schema, file from platform.migrations order by schema, file`.execute(db);
  const newer = rows.find(({ schema, file }) => schemas.has(schema) && !known.has(`${schema}/${file}`));
  return newer && `${newer.schema}/${newer.file}`;
}

function refuseNewer(rows: Applied[], files: File[], sources: readonly MigrationSource[]): void {
  const known = new Set(files.map((file) => `${file.schema}/${file.file}`));
  const schemas = new Set(sources.map((source) => source.name));
  const newer = rows.find((row) => row.breaking && schemas.has(row.schema) && !known.has(`${row.schema}/${row.file}`));
  if (!newer) return;
  throw new DatabaseNewer(
    `数据库比程序新（${newer.schema}/${newer.file}）。请升级程序，不要回退数据库。 · The database is newer than the program (${newer.schema}/${newer.file}). Upgrade the program; do not roll the database back.`,
  );
}

/** The row goes in first: a second program at the same moment collides on the key, waits, and finds the work done. */
async function apply(db: Db, file: File): Promise<boolean> {
  return await db.transaction().execute(async (tx: Kysely<unknown>) => {
    await sql`set local lock_timeout = '10s'`.execute(tx);
    const { numAffectedRows } = await sql`
      insert into platform.migrations (schema, file, checksum, breaking)
      values (${file.schema}, ${file.file}, ${file.checksum}, ${file.breaking}) on conflict do nothing`.execute(tx);
    if (numAffectedRows === 0n) return false;
    await sql`create schema if not exists ${sql.id(file.schema)}`.execute(tx);
    await sql.raw(file.text).execute(tx);
    return true;
  });
}

// `if not exists` still collides when two programs create at the same instant; the other one made it.
function ignoreRace(error: { code?: string }): void {
  if (!['23505', '42P06', '42P07'].includes(error.code ?? '')) throw error;
}
