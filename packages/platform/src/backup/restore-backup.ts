import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database } from '../database.ts';
import { listMigrationFiles, type MigrationSource, migrate } from '../migrate.ts';
import { judgePart } from './hashing.ts';
import type { Backing } from './make-backup.ts';
import { BackupError, type Manifest, type Reading, readManifest, type TablePart } from './manifest.ts';
import { listTables, quote, quoteTable } from './tables.ts';

export type Restoring = Backing & Reading & { readonly sources: readonly MigrationSource[] };

/**
 * Puts a backup back into an empty database. Everything is looked at before anything is written: the keys, every hash
 * and keyed hash, the migrations. Rows come back in one transaction, so there is never half a city. Throws `BackupError` with the reason.
 */
export async function restoreBackup(restoring: Restoring): Promise<Manifest> {
  const { database, storage, keys, folder, sources, onStep } = restoring;
  const manifest = await readManifest(folder, keys, restoring);
  refuseUnknown(manifest, sources);
  await refuseNotEmpty(database);
  for (const part of [...manifest.tables, ...manifest.files]) {
    const judged = await judgePart(folder, part, keys);
    if (judged === 'damaged') {
      throw new BackupError(
        `备份文件 ${part.file} 缺失或已损坏，什么都没有恢复。 · ${part.file} of the backup is missing or damaged; nothing was restored.`,
      );
    }
    if (judged === 'changed') {
      throw new BackupError(
        `备份文件 ${part.file} 被改动过：它的校验值不是用本市的密钥算出的，什么都没有恢复。 · ${part.file} of the backup was changed: its keyed hash was not made with the keys of this city; nothing was restored.`,
      );
    }
    onStep?.({ kind: 'check', name: part.file });
  }
  // Exactly the state the rows came from; later migrations run at the program's next start, as they would have there.
  const then = new Set(manifest.migrations.map((one) => `${one.schema}/${one.file}`));
  await migrate(database.db, sources, (file) => then.has(`${file.schema}/${file.file}`));
  // Files first: a row that speaks of a file never waits for it.
  for (const file of manifest.files) {
    await storage.write(file.name, createReadStream(join(folder, file.file)));
    onStep?.({ kind: 'file', name: file.name });
  }
  await fill(restoring, manifest);
  return manifest;
}

function refuseUnknown({ migrations }: Manifest, sources: readonly MigrationSource[]): void {
  const known = new Map(
    sources.flatMap(listMigrationFiles).map((file) => [`${file.schema}/${file.file}`, file.checksum]),
  );
  const other = migrations.find((one) => known.get(`${one.schema}/${one.file}`) !== one.checksum);
  if (!other) return;
  throw new BackupError(
    `备份来自另一版本的程序（${other.schema}/${other.file}），请用同一版本或更新的程序恢复。 · The backup is of another version of the program (${other.schema}/${other.file}); restore it with that version or a newer one.`,
  );
}

/** A restore that was cut short left tables without rows: those may be filled. */
async function refuseNotEmpty({ pool }: Database): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ schema: string }>(
      `select nspname as schema from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'`,
    );
    for (const table of await listTables(
      client,
      rows.map((row) => row.schema),
    )) {
      if (table.schema === 'platform' && table.table === 'migrations') continue;
      const { rowCount } = await client.query(`select 1 from ${quoteTable(table)} limit 1`);
      if (!rowCount) continue;
      throw new BackupError(
        `数据库不是空的（${table.schema}.${table.table} 里有记录），只能恢复到空数据库。 · The database is not empty (${table.schema}.${table.table} has rows); a backup goes into an empty one only.`,
      );
    }
  } finally {
    client.release();
  }
}

async function fill({ database, folder, onStep }: Restoring, manifest: Manifest): Promise<void> {
  const client = await database.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    // When each migration ran is part of what comes back.
    await client.query('delete from platform.migrations');
    const parts = new Map(manifest.tables.map((part) => [`${part.schema}.${part.table}`, part]));
    for (const table of await listTables(client, [...new Set(manifest.tables.map((part) => part.schema))])) {
      const part = parts.get(`${table.schema}.${table.table}`);
      if (!part) continue;
      await copyIn(client, folder, part);
      onStep?.({ kind: 'table', name: `${part.schema}.${part.table}`, rows: part.rows });
    }
    await client.query('commit');
    // The planner knows nothing of a table that was just filled.
    await client.query('analyze');
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}

async function copyIn(client: pg.PoolClient, folder: string, part: TablePart): Promise<void> {
  const copy = client.query(copyFrom(`copy ${quoteTable(part)} (${part.columns.map(quote).join(', ')}) from stdin`));
  await pipeline(createReadStream(join(folder, part.file)), createGunzip(), copy);
  if (copy.rowCount !== part.rows) {
    throw new Error(`${part.schema}.${part.table}: ${copy.rowCount} of ${part.rows} rows came back`);
  }
}
