import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { identityModule } from '@zhengtong/identity';
import { connect, folderStorage, makeBackup, readConfig } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import { emptyDatabase } from '../src/test/empty-database.ts';
import { runCommand } from '../src/test/run-command.ts';
import { sayNext } from './restore.ts';

const fresh = () => mkdtempSync(join(tmpdir(), 'zt-restore-'));

test('a restored city behind a service is started as one; what was missing already is told again', async (t) => {
  const world = await testWorld(t, { modules: [identityModule] });
  const database = await connect(world.url, { connections: 2 });
  t.after(() => database.close());
  const folder = fresh();
  const listStored = async () => [{ id: 'the-lost-one', storedAs: 'aa/bb' }];
  await makeBackup({ database, storage: folderStorage(fresh()), keys: world.setting.keys, folder, listStored });
  const { url } = await emptyDatabase(t);
  const { code, said } = await runCommand(['restore', folder], { url });
  assert.equal(code, 0, said);
  assert.match(said, /missing already when it was made:\n +the-lost-one\n/);
  assert.match(said, /now start its service \(systemctl start/);
  assert.doesNotMatch(said, /now start it: npm start|demo-codes/);
});

test('a demonstration city says which of its files are to be put beside the keys, until they are', () => {
  const ZHENGTONG_HOME = fresh();
  const next = () => sayNext(readConfig({ ZHENGTONG_HOME }, '/')).join('\n');
  assert.match(next(), /demo-codes\.json[\s\S]*now start it: npm start/);
  writeFileSync(join(ZHENGTONG_HOME, 'demo-codes.json'), '{}');
  assert.equal(next(), '现在可以启动：npm start · now start it: npm start');
});
