import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { casesModule } from '@zhengtong/cases';
import { casesWorld } from '@zhengtong/cases/test';
import { filesModule } from '@zhengtong/files';
import { testPorts } from '@zhengtong/files/test';
import { messagesModule } from '@zhengtong/messages';
import { connect, type Database, makeBackup, platformModule, restoreBackup, withRequired } from '@zhengtong/platform';
import { emptyDatabase } from '../src/test/empty-database.ts';

const fresh = () => mkdtempSync(join(tmpdir(), 'zt-backup-'));

/** Every row of every table as text, sorted: two databases with the same answer hold the same. */
async function everythingIn({ pool }: Database): Promise<Record<string, string[]>> {
  const { rows } = await pool.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const all: Record<string, string[]> = {};
  for (const { name } of rows) {
    const { rows: lines } = await pool.query<{ line: string }>(`select t::text as line from ${name} t order by 1`);
    all[name] = lines.map(({ line }) => line);
  }
  return all;
}

test('a city with cases and materials comes back row for row and file for file', async (t) => {
  const { world, ports, file } = await casesWorld(t);
  for (let i = 0; i < 3; i++) await file();
  await world.drain();
  const database = await connect(world.url, { connections: 2 });
  t.after(() => database.close());
  const folder = fresh();
  const { keys } = world.setting;
  await makeBackup({ database, storage: ports.storage, keys, folder });

  const { database: restored } = await emptyDatabase(t);
  const back = testPorts().storage;
  const modules = withRequired([filesModule(testPorts()), messagesModule(), casesModule]);
  await restoreBackup({ database: restored, storage: back, keys, folder, sources: [platformModule, ...modules] });
  const before = await everythingIn(database);
  assert.ok((before['cases.cases']?.length ?? 0) === 3);
  assert.deepEqual(await everythingIn(restored), before);
  const names = await Array.fromAsync(ports.storage.list());
  assert.ok(names.length > 0);
  assert.deepEqual((await Array.fromAsync(back.list())).sort(), names.sort());
});
