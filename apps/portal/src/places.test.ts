import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { importDivisions } from '@zhengtong/catalogue';
import { givenItem } from '@zhengtong/catalogue/test';
import type { Question } from '@zhengtong/forms';
import { browse, hiddenOf, type PortalWorld, portalWorld, signIn } from './test/index.ts';
import { startWindmill, verifySelf } from './test/journey.ts';

const same = (text: string) => ({ zh: text, en: text });

async function bring(world: PortalWorld, source: string, ...lines: string[]): Promise<void> {
  const stream = Readable.from([Buffer.from(['code,name', ...lines].join('\n'))]);
  for await (const _ of importDivisions(world.setting, { source, stream }));
}

/** Somebody in 南宁市 at a question for an address, down to the village. */
async function atAddress(t: Parameters<typeof portalWorld>[0]) {
  const world = await portalWorld(t, { divisionCode: '450100', divisionName: '南宁市', divisionNameEn: 'Nanning' });
  const questions: Question[] = [
    { key: 'home', kind: 'address', label: same('地址'), within: '450100', level: 'village' },
  ];
  const form = { title: same('表'), sections: [{ key: 'it', title: same('地址'), questions }] };
  const item = await givenItem(world, { divisionCode: '450100', form });
  const tab = browse(world);
  await signIn(world, tab);
  await verifySelf(tab);
  const path = `${await startWindmill(tab, item)}/questions/home`;
  /** Sends what the lists say and answers where that leads. */
  const send = async (...division: string[]): Promise<string> => {
    const hidden = hiddenOf((await tab.get(path)).body, path);
    const body = { ...hidden, 'q.home.division': division, 'q.home.detail': '民族大道 1 号' };
    return String((await tab.post(path, body)).headers.location).replace(path, '');
  };
  const listsOf = async () => (await tab.get(path)).body.match(/<select[\s\S]*?<\/select>/g) ?? [];
  return { world, tab, path, send, listsOf };
}

test('where a city imported its towns and villages, each list is offered once what it depends on is chosen', async (t) => {
  const { world, tab, path, send, listsOf } = await atAddress(t);
  await bring(world, 'streets.csv', '450103001,新竹街道', '450103002,中山街道', '450102001,民生街道');
  await bring(world, 'villages.csv', '450103001005,新竹社区居委会', '450103001201,葛麻村委会');
  assert.equal((await listsOf()).length, 1);

  assert.equal(await send('450103'), '#q-home-division-2');
  const [, towns = ''] = await listsOf();
  assert.match(towns, /id="q-home-division-2"/);
  assert.match(towns, /新竹街道.*中山街道/);
  assert.doesNotMatch(towns, /民生街道/);

  assert.equal(await send('450103', '450103001'), '#q-home-division-3');
  assert.match((await listsOf())[2] ?? '', /葛麻村委会/);
  assert.match(await send('450103', '450103001', '450103001201'), /materials$/);
  const check = await tab.get(path.replace('questions/home', 'check'));
  assert.match(check.body, /青秀区新竹街道葛麻村委会民族大道 1 号/);

  assert.equal(await send('450102', '450103001', '450103001201'), '#q-home-division-2', 'another district');
  assert.match((await listsOf())[1] ?? '', /民生街道/);
  assert.match(await send('450102', ''), /materials$/, 'who does not know the town goes on');
  assert.equal(await send('450103', '450103999'), '?check=1', 'a town that is none');
});

test('where nothing was imported the counties of the city are all there is to choose', async (t) => {
  const { send, listsOf } = await atAddress(t);
  assert.match(await send('450103'), /materials$/);
  assert.equal((await listsOf()).length, 1);
});
