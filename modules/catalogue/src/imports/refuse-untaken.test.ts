import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { testWorld } from '@zhengtong/platform/test';
import { run as importDivisions } from '../../commands/import-divisions.ts';
import { run as importItems } from '../../commands/import-items.ts';
import { catalogueModule } from '../index.ts';

/** The commands as the operator calls them, on this test's database; what they say where they fail. */
async function operator(t: TestContext) {
  const world = await testWorld(t, { modules: [catalogueModule] });
  const folder = mkdtempSync(join(tmpdir(), 'zt-untaken-'));
  const before = { DATABASE_URL: process.env.DATABASE_URL, ZHENGTONG_HOME: process.env.ZHENGTONG_HOME };
  Object.assign(process.env, { DATABASE_URL: world.url, ZHENGTONG_HOME: folder });
  t.after(() => {
    for (const [name, value] of Object.entries(before))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  });
  const said: string[] = [];
  t.mock.method(console, 'error', (text: string) => void said.push(text));
  t.mock.method(console, 'log', () => {});
  return async (run: (given: string[]) => Promise<number>, ...lines: string[]) => {
    const path = join(folder, 'list');
    writeFileSync(path, lines.join('\n'));
    return { code: await run([path]), said: said.splice(0).join('\n') };
  };
}

test('a file of which not one line is taken fails the command, which says what the file seems to be', async (t) => {
  const command = await operator(t);
  const industries = await command(importItems, 'code,name,level', 'A,农业,1', '01,种植,2');
  assert.equal(industries.code, 1);
  assert.match(industries.said, /一行也没有导入.*CSV.*“code,name,level”.*import industries。 · Nothing was taken/);
  const other = await command(importItems, '{"a":1,"b":2}');
  assert.deepEqual([other.code, /别的 JSON，字段是 a, b/.test(other.said)], [1, true]);
  const page = await command(importItems, '<html></html>');
  assert.deepEqual([page.code, /看来是网页/.test(page.said)], [1, true]);
  assert.equal((await command(importDivisions, 'code,name', 'x,坏')).code, 1);
});

test('a file of which one line is taken does not fail, whatever the others are', async (t) => {
  const command = await operator(t);
  assert.deepEqual(await command(importDivisions, 'code,name', '51,四川省', 'x,坏'), { code: 0, said: '' });
});
