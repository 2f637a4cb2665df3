import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type TestContext, test } from 'node:test';
import { systemActor } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import { run as importDivisions } from '../../commands/import-divisions.ts';
import { run as importItems } from '../../commands/import-items.ts';
import { catalogueModule, type ImportCounts, importItems as importList } from '../index.ts';
import { listQuarantined } from '../store-imports.ts';

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

test('of a file that is no list of items nothing is kept aside, however long it is and however often it is tried', async (t) => {
  const world = await testWorld(t, { modules: [catalogueModule] });
  const wrong = (lines: number, row: string) => Readable.from([Buffer.from(`${row}\n`.repeat(lines))]);
  const aside = () => world.with(systemActor('test'), (ctx) => listQuarantined(ctx.tx));
  const take = async (stream: Readable) => {
    let last: ImportCounts | undefined;
    for await (const counts of importList(world.setting, { source: 'list.jsonl', stream })) last = counts;
    return last;
  };
  for (const [lines, row] of [
    [3, '{"msg":"not found"}'],
    [2500, 'A,农业,1'],
    [2500, 'A,农业,1'],
  ] as const) {
    const stream = wrong(lines, row);
    await assert.rejects(take(stream), /一行也没有导入。list\.jsonl .+ · Nothing was taken/);
    assert.deepEqual(await aside(), []);
  }
  // A list that begins badly is a list all the same, and every bad line of it is kept; so is one of items that all lack something.
  const bad = '{"itemCode":"x","deptCode":"y","name":""}';
  const counts = await take(Readable.from([Buffer.from(`${'<html>\n'.repeat(999)}${bad}\n<html>\n`)]));
  assert.deepEqual([counts?.read, counts?.quarantined], [1001, 1001]);
  assert.equal((await aside()).length, 50);
});

test('a list of items of which every line lacks something fails the command, and its reasons are kept', async (t) => {
  const command = await operator(t);
  const { code, said } = await command(importItems, '{"itemCode":"x","deptCode":"y","name":""}');
  assert.equal(code, 1);
  assert.match(said, /各行都不对，原因见隔离区。 · Nothing was taken: .+ has every line wrong/);
});

test('a file of which one line is taken does not fail, whatever the others are', async (t) => {
  const command = await operator(t);
  assert.deepEqual(await command(importDivisions, 'code,name', '51,四川省', 'x,坏'), { code: 0, said: '' });
});
