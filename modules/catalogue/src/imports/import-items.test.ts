import assert from 'node:assert/strict';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { listOrganisations } from '@zhengtong/identity';
import { systemActor } from '@zhengtong/platform';
import { testWorld, type World } from '@zhengtong/platform/test';
import { parse } from 'yaml';
import {
  catalogueModule,
  findItemByCode,
  findPublishedItem,
  importItems,
  installShippedItems,
  saveDraft,
  searchItems,
} from '../index.ts';
import { listQuarantined } from '../store-imports.ts';
import { cleanText } from './clean-text.ts';
import type { ImportCounts } from './import-items.ts';
import { readRows } from './read-rows.ts';

const system = systemActor('test');
const modules = [catalogueModule];
const folder = join(import.meta.dirname, '../../../../../shared/data/service-items');

async function run(world: World, stream: Readable, source = 'list.jsonl'): Promise<ImportCounts> {
  let last: ImportCounts | undefined;
  for await (const counts of importItems(world.setting, { source, stream })) last = counts;
  return last as ImportCounts;
}

const told = ({ organisations, divisions, ...counts }: ImportCounts) => ({
  ...counts,
  organisations: organisations.size,
  divisions: [...divisions],
});

const line = (name: string, code: string, more: object = {}) =>
  JSON.stringify({
    department: '区市监局',
    main_item: '未分类',
    name,
    link: '',
    areaCode: '511602000000',
    itemCode: code,
    taskType: '1',
    deptCode: '115113010087783353',
    ...more,
  });
const code = (n: number) => `511A00042000${n}8-511602000000-000-11511301008778183N-1-00`;

test('a real list of 1,135 items is taken whole, joined to 34 organisations with 39 codes, each found by code and name', async (t) => {
  const file = join(folder, 'guangan-511602.jsonl');
  if (!existsSync(file)) return t.diagnostic('the list is not here: nothing was imported');
  const world = await testWorld(t, { modules });
  const nothing = { changed: 0, unchanged: 0, kept: 0, quarantined: 0, organisations: 34, divisions: ['511602'] };
  assert.deepEqual(told(await run(world, createReadStream(file))), { read: 1135, ...nothing, added: 1135 });
  const rows: { name: string; itemCode: string }[] = [];
  for await (const { value } of readRows(createReadStream(file))) rows.push(value as (typeof rows)[number]);
  await world.with(system, async (ctx) => {
    const organisations = await listOrganisations(ctx, '511602');
    assert.equal(organisations.length, 34);
    assert.equal(new Set(organisations.flatMap(({ codes }) => codes.map(({ code }) => code))).size, 39);
    const lost: string[] = [];
    for (const row of rows) {
      const [byCode] = (await searchItems(ctx, { words: row.itemCode, divisionCode: '511602' })).items;
      const byName = (await searchItems(ctx, { words: row.name, divisionCode: '511602' })).items.slice(0, 10);
      if (byCode?.code !== row.itemCode || !byName.some((found) => found.code === row.itemCode)) lost.push(row.name);
    }
    assert.deepEqual(lost, []);
  });
  // With all of them in the way, nationwide, the lay questions still find the city's own guides.
  const { items } = await world.with(system, installShippedItems);
  const questions = parse(readFileSync(new URL('../../words/questions.yaml', import.meta.url), 'utf8')) as Record<
    string,
    string[]
  >;
  let found = 0;
  for (const [key, words] of Object.entries(questions).flatMap(([key, all]) => all.map((one) => [key, one] as const))) {
    const page = await world.with(system, (ctx) => searchItems(ctx, { words }));
    if (page.items.slice(0, 3).some(({ itemId }) => itemId === items.get(key))) found++;
  }
  t.diagnostic(`${found} of 60 with the list in the way`);
  assert.ok(found >= 55, `${found} of 60`);
  assert.deepEqual(told(await run(world, createReadStream(file))), {
    read: 1135,
    ...nothing,
    added: 0,
    unchanged: 1135,
  });
});

test('a whole guide comes with its materials, its law and its half days, and stays off line until it is complete', async (t) => {
  const file = join(folder, 'residence-permit-endorsement.json');
  if (!existsSync(file)) return t.diagnostic('the guide is not here: nothing was imported');
  const world = await testWorld(t, { modules });
  assert.equal((await run(world, createReadStream(file))).added, 1);
  const item = await world.with(system, (ctx) => findItemByCode(ctx, 'TE44011350000011905442106041001'));
  assert.equal(item?.online, 'guide-only');
  assert.deepEqual(
    item?.process?.steps.map(({ halfDays }) => halfDays),
    [1, 1, 4, 2, 2],
  );
  // Two of them a department once issued; nobody has said that they need not be brought.
  assert.deepEqual(
    item?.materials.map(({ source, sourceNote }) => [source, sourceNote]),
    [undefined, undefined, '政府部门核发', '政府部门核发'].map((note) => ['applicant', note]),
  );
  assert.deepEqual(item?.laws, [
    { law: '广东省流动人口服务管理条例', number: '公告第50号', article: '第十四至二十一条' },
  ]);
  assert.equal(item?.organisationName, '沙湾街办事站');
});

test('what cannot be taken is kept aside with its line and reason, and the rest is taken', async (t) => {
  const world = await testWorld(t, { modules });
  const lines = [
    line('甲许可', code(1)),
    '<html><body>502 Bad Gateway</body></html>',
    '{"msg":"未找到匹配的信息"}',
    line('', code(2)),
    line('乙许可', code(3), { taskType: '99' }),
    '{"name": "丙',
    line('丁许可', code(4)),
  ];
  const counts = await run(world, Readable.from([Buffer.from(lines.join('\n'))]));
  assert.deepEqual([counts.read, counts.added, counts.quarantined], [7, 2, 5]);
  const aside = await world.with(system, (ctx) => listQuarantined(ctx.tx));
  assert.deepEqual(
    aside.map((row) => row.line),
    [2, 3, 4, 5, 6],
  );
  assert.match(aside[0]?.reason ?? '', /网页/);
});

test('a line that was mended is no longer kept aside', async (t) => {
  const world = await testWorld(t, { modules });
  await run(world, Readable.from([Buffer.from(line('', code(1)))]));
  await run(world, Readable.from([Buffer.from(line('甲许可', code(1)))]));
  assert.deepEqual(await world.with(system, (ctx) => listQuarantined(ctx.tx)), []);
});

test('a list broken off is started again: what was taken is unchanged, the rest is added, a bad line is kept once', async (t) => {
  const world = await testWorld(t, { modules });
  const lines = Array.from({ length: 450 }, (_, i) => line(i === 7 ? '' : `第${i}号许可`, code(1000 + i)));
  const stream = () => Readable.from([Buffer.from(lines.join('\n'))]);
  for await (const { read } of importItems(world.setting, { source: 'list.jsonl', stream: stream() }))
    if (read === 200) break;
  const { added, unchanged, quarantined } = await run(world, stream());
  assert.deepEqual([added, unchanged, quarantined], [250, 199, 1]);
  const aside = await world.with(system, (ctx) => listQuarantined(ctx.tx));
  assert.deepEqual(
    aside.map((row) => row.line),
    [8],
  );
});

test('a changed line makes a new version, and what people edited here is not overwritten', async (t) => {
  const world = await testWorld(t, { modules });
  await run(world, Readable.from([Buffer.from(line('甲许可', code(1)))]));
  assert.equal((await run(world, Readable.from([Buffer.from(line('甲许可（县级）', code(1)))]))).changed, 1);
  const item = await world.with(system, (ctx) => findItemByCode(ctx, code(1)));
  assert.deepEqual([item?.version, item?.name], [2, '甲许可（县级）']);
  const { divisionCode = '', itemId = '', ...content } = item ?? {};
  const draft = {
    divisionCode,
    itemId,
    revision: 0,
    content: { ...(content as never as object), summary: '我们写的' },
  };
  await world.run(system, (ctx) => saveDraft(ctx, draft as never));
  assert.equal((await run(world, Readable.from([Buffer.from(line('乙', code(1)))]))).kept, 1);
  const still = await world.with(system, (ctx) => findPublishedItem(ctx, { divisionCode, itemId }));
  assert.equal(still?.name, '甲许可（县级）');
});

test('text of a crawl is read as people wrote it', () => {
  assert.equal(cleanText('甲&amp;amp;乙<br>丙\t\u007f<xxx>'), '甲&乙\n丙 <xxx>');
  assert.equal(cleanText('<p class="a">一</p>二'), '一\n二');
});
