import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import test, { type TestContext } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { defineEvent } from '@zhengtong/kernel';
import pg from 'pg';
import Type from 'typebox';
import { systemActor } from '../context.ts';
import { connect } from '../database.ts';
import { emit } from '../delivery/emit.ts';
import { platformModule } from '../module.ts';
import { deriveKeys } from '../sealing.ts';
import { folderStorage } from '../storage/index.ts';
import { testServerUrl, testWorld, type World } from '../test/index.ts';
import { makeBackup, restoreBackup } from './index.ts';
import type { Manifest } from './manifest.ts';
import { proveList } from './proof.ts';
import { inOrder } from './tables.ts';

const Happened = defineEvent('thing.happened', Type.Object({ said: Type.String() }));
const fresh = () => mkdtempSync(join(tmpdir(), 'zt-backup-'));
const sources = [platformModule];
const hard = 'a\tb\\N\n"引号" 𠮷 \\.';

/** A world with a few events, a file, and its backup. */
async function backedUp(t: TestContext) {
  const world = await testWorld(t, { modules: [] });
  await world.with(systemActor('test'), async (ctx) => {
    for (let i = 0; i < 50; i++) {
      await emit(ctx, { event: Happened, divisionCode: '990100', key: `k${i}`, payload: { said: hard } });
    }
  });
  const storage = folderStorage(fresh());
  await storage.write('ab/cd', Readable.from(['paper']));
  const folder = fresh();
  const database = await open(t, world.url);
  const manifest = await makeBackup({ database, storage, keys: world.setting.keys, folder });
  return { world, folder, manifest, keys: world.setting.keys };
}

async function open(t: TestContext, url: string) {
  const database = await connect(url, { connections: 2 });
  t.after(() => database.close());
  return database;
}

async function emptyDatabase(t: TestContext) {
  const server = await testServerUrl();
  const name = `restored_${process.pid}_${Math.random().toString(36).slice(2)}`;
  const client = new pg.Client({ connectionString: server.replace(/\/[^/]*$/, '/postgres') });
  await client.connect();
  await client.query(`create database ${name}`);
  const database = await connect(server.replace(/\/[^/]*$/, `/${name}`), { connections: 2 });
  t.after(async () => {
    await database.close();
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  });
  return database;
}

const eventsOf = async (at: { query: (sql: string) => Promise<{ rows: unknown[] }> }) =>
  (await at.query('select * from platform.events order by id')).rows;

test('what was backed up comes back the same, rows and files', async (t) => {
  const { world, folder, manifest, keys } = await backedUp(t);
  const database = await emptyDatabase(t);
  const storage = folderStorage(fresh());
  await restoreBackup({ database, storage, keys, folder, sources });
  const before = await open(t, world.url);
  const [old, back] = [await eventsOf(before.pool), await eventsOf(database.pool)];
  assert.equal(back.length, 50);
  assert.deepEqual(back, old);
  assert.equal(await text(await storage.read('ab/cd')), 'paper');
  const migrations = 'select * from platform.migrations order by file';
  assert.deepEqual((await database.pool.query(migrations)).rows, (await before.pool.query(migrations)).rows);
  assert.equal(manifest.tables.find((part) => part.table === 'events')?.rows, 50);
});

test('a single changed byte is noticed before anything is written', async (t) => {
  const { folder, keys } = await backedUp(t);
  const file = join(folder, 'tables/platform.events.copy.gz');
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(file, bytes);
  const database = await emptyDatabase(t);
  const restoring = restoreBackup({ database, storage: folderStorage(fresh()), keys, folder, sources });
  await assert.rejects(restoring, /platform\.events\.copy\.gz/);
  const { rows } = await database.pool.query(`select to_regclass('platform.events') as there`);
  assert.equal(rows[0].there, null);
});

test('a backup goes into an empty database only', async (t) => {
  const { folder, keys, world } = await backedUp(t);
  const database = await open(t, world.url);
  const restoring = restoreBackup({ database, storage: folderStorage(fresh()), keys, folder, sources });
  await assert.rejects(restoring, /not empty/);
});

test('a backup without its keys is refused instead of filling a database nobody can read', async (t) => {
  const { folder } = await backedUp(t);
  const keys = deriveKeys([{ name: 'k1', secret: Buffer.alloc(32, 9) }]);
  const database = await emptyDatabase(t);
  await assert.rejects(
    restoreBackup({ database, storage: folderStorage(fresh()), keys, folder, sources }),
    /not the keys/,
  );
});

test('a backup that was not finished, or a changed list, is refused', async (t) => {
  const { folder, keys } = await backedUp(t);
  const database = await emptyDatabase(t);
  const restore = (from: string) =>
    restoreBackup({ database, storage: folderStorage(fresh()), keys, folder: from, sources });
  await assert.rejects(restore(fresh()), /no whole backup/);
  const file = join(folder, 'manifest.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"rows":50', '"rows":49'));
  await assert.rejects(restore(folder), /damaged/);
});

/** Rewrites the list as somebody would who can write the folder and has no key: the plain hash fits again. */
function rewriteList(folder: string, change: (manifest: Manifest) => Manifest): void {
  const file = join(folder, 'manifest.json');
  const [line = '', , ...rest] = readFileSync(file, 'utf8').split('\n');
  const changed = JSON.stringify(change(JSON.parse(line)));
  writeFileSync(file, [changed, createHash('sha256').update(changed).digest('hex'), ...rest].join('\n'));
}

const rehash = (part: Manifest['tables'][number], bytes: Buffer) => ({
  ...part,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

test('rows changed by somebody who makes every plain hash fit are refused for want of the key', async (t) => {
  const { folder, keys } = await backedUp(t);
  const database = await emptyDatabase(t);
  const restore = () => restoreBackup({ database, storage: folderStorage(fresh()), keys, folder, sources });
  const path = 'tables/platform.events.copy.gz';
  const changed = gzipSync(gunzipSync(readFileSync(join(folder, path))).subarray(0, 0));
  writeFileSync(join(folder, path), changed);
  rewriteList(folder, (list) => ({
    ...list,
    tables: list.tables.map((part) => (part.file === path ? { ...rehash(part, changed), rows: 0 } : part)),
  }));
  await assert.rejects(restore(), /list of the backup was changed/);
  // Even a list whose own keyed hash were right would not take the part: each has one of its own.
  const file = join(folder, 'manifest.json');
  const [line = '', sum = ''] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, `${line}\n${sum}\n${proveList(keys, line)}\n`);
  await assert.rejects(restore(), /events\.copy\.gz of the backup was changed/);
  const { rows } = await database.pool.query(`select to_regclass('platform.events') as there`);
  assert.equal(rows[0].there, null);
});

test('a backup of the old format is restored on the operator’s word only, and says what to do', async (t) => {
  const { folder, keys } = await backedUp(t);
  rewriteList(folder, (list) => ({
    ...list,
    format: 'zhengtong-backup-1',
    tables: list.tables.map(({ proof: _none, ...part }) => part),
    files: list.files.map(({ proof: _none, ...part }) => part),
  }));
  const database = await emptyDatabase(t);
  const restoring = { database, storage: folderStorage(fresh()), keys, folder, sources };
  await assert.rejects(restoreBackup(restoring), /--unproved.*new backup at once/);
  await restoreBackup({ ...restoring, acceptUnproved: true });
  assert.equal((await eventsOf(database.pool)).length, 50);
});

test('a folder with something in it takes no backup', async (t) => {
  const { world, keys, folder } = await backedUp(t);
  const database = await open(t, world.url);
  await assert.rejects(makeBackup({ database, storage: folderStorage(fresh()), keys, folder }), /not empty/);
});

test('a place that is no folder, or takes none, is named in one sentence and nothing is waited for', async (t) => {
  const { world, keys } = await backedUp(t);
  const database = await open(t, world.url);
  const file = join(fresh(), 'file');
  writeFileSync(file, '');
  const dangling = join(fresh(), 'link');
  symlinkSync(join(fresh(), 'nowhere', 'at', 'all'), dangling);
  for (const folder of [file, join(file, 'inside'), dangling, '/proc/zhengtong/backup'])
    await assert.rejects(
      makeBackup({ database, storage: folderStorage(fresh()), keys, folder }),
      /不能把备份写到 .* · Cannot write a backup to/,
      folder,
    );
});

test('no key is in a backup', async (t) => {
  const { folder } = await backedUp(t);
  const secret = Buffer.alloc(32, 7);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    assert.ok(!bytes.includes(secret) && !bytes.includes(secret.toString('base64')), entry.name);
  }
});

test('people go on working while a backup is made, and it holds one moment of it', async (t) => {
  const world: World = await testWorld(t, { modules: [] });
  const database = await open(t, world.url);
  const tell = () =>
    world.with(systemActor('test'), (ctx) =>
      emit(ctx, { event: Happened, divisionCode: '990100', key: 'k', payload: { said: '' } }),
    );
  await tell();
  const folder = fresh();
  const seen: Promise<void>[] = [];
  await makeBackup({
    database,
    storage: folderStorage(fresh()),
    keys: world.setting.keys,
    folder,
    onStep: () => void seen.push(tell()),
  });
  await Promise.all(seen);
  const restored = await emptyDatabase(t);
  await restoreBackup({
    database: restored,
    storage: folderStorage(fresh()),
    keys: world.setting.keys,
    folder,
    sources,
  });
  assert.equal((await eventsOf(restored.pool)).length, 1);
  assert.ok((await eventsOf(database.pool)).length > 3);
});

test('tables are filled after those they point to', () => {
  const tables = ['c', 'b', 'a'].map((table) => ({ schema: 's', table }));
  const keys = [
    { from: 's.c', to: 's.b' },
    { from: 's.b', to: 's.a' },
    { from: 's.a', to: 's.a' },
  ];
  assert.deepEqual(
    inOrder(tables, keys).map(({ table }) => table),
    ['a', 'b', 'c'],
  );
  assert.throws(() => inOrder(tables, [...keys, { from: 's.a', to: 's.c' }]), /ring/);
});
