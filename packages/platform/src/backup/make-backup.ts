import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Database } from '../database.ts';
import type { Stored } from '../module.ts';
import { openFolder } from '../open-folder.ts';
import type { Keys } from '../sealing.ts';
import type { Storage } from '../storage/index.ts';
import { writePart } from './hashing.ts';
import {
  type AppliedMigration,
  BackupError,
  type FilePart,
  format,
  type Manifest,
  manifestName,
  markOf,
  type TablePart,
  writeManifest,
} from './manifest.ts';
import { listTables, quote, quoteTable, type Table } from './tables.ts';

/** What was put away or taken up so far, for a line of progress. */
export type Step = { readonly kind: 'table' | 'file' | 'check'; readonly name: string; readonly rows?: number };

export type Backing = {
  readonly database: Database;
  readonly storage: Storage;
  readonly keys: Keys;
  readonly folder: string;
  /** What the rows say lies in the storage at the moment it is asked. */
  listStored?(): Promise<readonly Stored[]>;
  onStep?(step: Step): void;
};

/**
 * Writes everything the house keeps into an empty folder: each table by COPY, out of one snapshot, while people go on
 * working; then the files. The keys are not in it: whoever finds the folder can read no name and no number.
 * Throws `BackupError` where the folder cannot take it; a folder it did not finish has no manifest. Bytes that rows name
 * and the storage has lost do not stop it: what is still there is the more worth keeping. `missing` of the answer tells.
 */
export async function makeBackup({ database, storage, keys, folder, listStored, onStep }: Backing): Promise<Manifest> {
  await prepareFolder(folder);
  const client = await database.pool.connect();
  let broken: Error | undefined;
  try {
    // One snapshot for all tables: a case and its actions are from the same moment.
    await client.query('begin isolation level repeatable read read only');
    const migrations = await listMigrations(client);
    const tables: TablePart[] = [];
    for (const table of await listTables(client, [...new Set(migrations.map((one) => one.schema))])) {
      const part = await copyOut(client, folder, table, keys);
      tables.push(part);
      onStep?.({ kind: 'table', name: `${table.schema}.${table.table}`, rows: part.rows });
    }
    const { rows } = await client.query<{ version: string; now: Date }>(
      `select current_setting('server_version') as version`,
    );
    await client.query('commit');
    // After the snapshot: a file its rows speak of was written before them.
    const named = (await listStored?.()) ?? [];
    const files = await copyFiles({ storage, folder, keys, onStep });
    const missing = await findMissing(named, files, listStored);
    const madeAt = new Date().toISOString();
    const postgres = rows[0]?.version ?? '';
    const manifest: Manifest = {
      format,
      madeAt,
      postgres,
      keyMark: markOf(keys),
      migrations,
      tables,
      files,
      ...(missing.length > 0 ? { missing } : {}),
    };
    await writeWhole(join(folder, manifestName), writeManifest(manifest, keys));
    return manifest;
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    // After a fault the connection may be in the middle of a COPY: it is not given back.
    client.release(broken);
  }
}

async function prepareFolder(folder: string): Promise<void> {
  const entries = await openFolder(folder).catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(
      `不能把备份写到 ${folder}（${error.code}）。请选一个可以写入的空文件夹。 · Cannot write a backup to ${folder} (${error.code}). Choose an empty folder that can be written.`,
    );
  });
  if (entries.length > 0) {
    throw new BackupError(
      `文件夹 ${folder} 不是空的，请另选一个。 · The folder ${folder} is not empty; choose another.`,
    );
  }
  await mkdir(join(folder, 'tables'), { mode: 0o700 });
  await mkdir(join(folder, 'files'), { mode: 0o700 });
}

async function listMigrations(client: pg.PoolClient): Promise<AppliedMigration[]> {
  const { rows: found } = await client.query(`select to_regclass('platform.migrations') is not null as there`);
  if (!found[0]?.there) {
    throw new BackupError('这个数据库里没有政通的数据。 · There is nothing of Zhengtong in this database.');
  }
  const { rows } = await client.query<AppliedMigration>(
    'select schema, file, checksum from platform.migrations order by applied_at, schema, file',
  );
  return rows;
}

async function copyOut(client: pg.PoolClient, folder: string, table: Table, keys: Keys): Promise<TablePart> {
  const { schema, columns } = table;
  // TEXT is the one form every version from 15 to 18 reads the same.
  const copy = client.query(copyTo(`copy ${quoteTable(table)} (${columns.map(quote).join(', ')}) to stdout`));
  const part = await writePart(folder, `tables/${schema}.${table.table}.copy.gz`, copy, keys, createGzip({ level: 5 }));
  return { schema, table: table.table, columns, rows: copy.rowCount, ...part };
}

type Copying = { storage: Storage; folder: string; keys: Keys; onStep: Backing['onStep'] };

async function copyFiles({ storage, folder, keys, onStep }: Copying): Promise<FilePart[]> {
  const files: FilePart[] = [];
  for await (const name of storage.list()) {
    const source = await storage.read(name).catch((error) => {
      // Erased since it was listed; its rows say so too, or will at the next run.
      if (['ENOENT', 'NoSuchKey'].includes(error.code ?? error.name)) return undefined;
      throw error;
    });
    if (!source) continue;
    files.push({ name, ...(await writePart(folder, `files/${files.length}`, source, keys)) });
    onStep?.({ kind: 'file', name });
  }
  return files;
}

/**
 * The rows that named bytes before the storage was listed and name them still, where the list had none. A file that came
 * meanwhile was not among the first; one erased meanwhile is not among the last, for the mark goes before the bytes.
 */
async function findMissing(
  named: readonly Stored[],
  files: readonly FilePart[],
  listStored: Backing['listStored'],
): Promise<string[]> {
  const copied = new Set(files.map(({ name }) => name));
  const absent = named.filter(({ storedAs }) => !copied.has(storedAs));
  if (absent.length === 0) return [];
  const still = new Set(((await listStored?.()) ?? []).map(({ id }) => id));
  return absent.map(({ id }) => id).filter((id) => still.has(id));
}

/** The list is there whole, or not at all. */
async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.half`, text, { mode: 0o600 });
  const handle = await open(`${path}.half`, 'r+');
  await handle.sync().finally(() => handle.close());
  await rename(`${path}.half`, path);
}
