import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { catalogueModule } from '@zhengtong/catalogue';
import { connect, makeBackup, openStorage } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import { emptyDatabase } from '../src/test/empty-database.ts';
import { runCommand } from '../src/test/run-command.ts';

test('what a command refuses is one sentence, with whatever word its English begins, and never a stack', async (t) => {
  const { url, setting } = await testWorld(t, { modules: [catalogueModule] });
  const damaged = mkdtempSync(join(tmpdir(), 'zt-damaged-'));
  const storage = openStorage(mkdtempSync(join(tmpdir(), 'zt-files-')));
  const database = await connect(url, { connections: 2 });
  t.after(() => database.close());
  const { tables } = await makeBackup({ database, storage, keys: setting.keys, folder: damaged });
  const part = join(damaged, tables.find((table) => table.table === 'migrations')?.file ?? '');
  writeFileSync(part, Buffer.concat([readFileSync(part), Buffer.from('x')]));
  const empty = await emptyDatabase(t);

  for (const [words, at, sentence] of [
    [['restore', '/nothere'], url, /holds no whole backup/],
    [['restore', damaged], empty.url, /of the backup is missing or damaged; nothing was restored/],
    [['end', 'hall', '没有的大厅'], url, /no hall in use is called/],
  ] as const) {
    const { code, said } = await runCommand(words, { url: at });
    assert.equal(code, 1, said);
    assert.match(said, sentence);
    assert.match(said, /^[^\n]*\n$/, words.join(' '));
  }
});
