import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { systemActor } from '@zhengtong/platform';
import { testWorld, type World } from '@zhengtong/platform/test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { ReadItem, SearchItems } from '../contract.ts';
import { catalogueModule, searchItems } from '../index.ts';
import { installShippedItems } from '../shipped/install-shipped.ts';
import { givenItem } from '../test.ts';
import { readQuery } from './read-query.ts';
import { tokenise, tokeniseQuery } from './tokenise.ts';

const system = systemActor('test');
const modules = [catalogueModule];
const city = '990100';

const find = (world: World, asked: Parameters<typeof searchItems>[1]) =>
  world.with(system, async (ctx) => (await searchItems(ctx, asked)).items);

test('of 60 lay questions at least 55 have the right guide in the first three', async (t) => {
  const world = await testWorld(t, { modules });
  const { items } = await world.with(system, installShippedItems);
  const questions = parse(readFileSync(new URL('../../words/questions.yaml', import.meta.url), 'utf8')) as Record<
    string,
    string[]
  >;
  const missed: string[] = [];
  let asked = 0;
  for (const [key, sayings] of Object.entries(questions)) {
    for (const words of sayings) {
      asked++;
      const found = await find(world, { words, divisionCode: city });
      if (!found.slice(0, 3).some(({ itemId }) => itemId === items.get(key))) missed.push(`${key}: ${words}`);
    }
  }
  t.diagnostic(`${asked - missed.length} of ${asked}; missed: ${missed.join(', ')}`);
  assert.equal(asked, 60);
  assert.ok(missed.length <= 5, missed.join('\n'));
});

test('开饭店 finds the food business licence first, in the city and in the whole country', async (t) => {
  const world = await testWorld(t, { modules });
  await world.with(system, installShippedItems);
  for (const divisionCode of [city, undefined])
    assert.equal((await find(world, { words: '开饭店', divisionCode }))[0]?.name, '食品经营许可');
});

test('lay words bring what they are about, not everything that is done in the same way', async (t) => {
  const world = await testWorld(t, { modules });
  await world.with(system, installShippedItems);
  const names = async (words: string) => (await find(world, { words, divisionCode: city })).map(({ name }) => name);
  assert.deepEqual(await names('养狗'), ['养犬登记']);
  assert.ok(!(await names('开饭店')).includes('大型群众性活动安全许可'));
});

// What the demonstration city does not offer, and what it may show as perhaps related.
const benefits = ['高龄津贴', '就业困难人员认定', '困难残疾人生活补贴和重度残疾人护理补贴'];
const notOffered: Record<string, readonly string[]> = {
  结婚登记: [],
  离婚登记: [],
  收养登记: [],
  船舶登记: [],
  宗教活动场所登记: [],
  '船 证': [],
  商标注册: [],
  医师执业注册: [],
  律师执业: [],
  会计资格认定: [],
  慈善组织认定: [],
  采矿许可: [],
  出租车许可证: [],
  取水许可: [],
  药品经营许可: [],
  出版物经营许可: [],
  种子生产许可: [],
  民办学校备案: [],
  无犯罪证明: [],
  护照办理: [],
  换身份证: [],
  医疗保险: [],
  路灯坏了: [],
  'register a marriage': [],
  'driving licence': [],
  'fishing permit': [],
  'medical insurance': [],
  取暖补贴: benefits,
  医疗救助: ['临时救助'],
  'heating allowance': ['高龄津贴', '最低生活保障', '困难残疾人生活补贴和重度残疾人护理补贴'],
};

test('for what the city does not offer nothing is found, and of benefits alone others are said to be perhaps related', async (t) => {
  const world = await testWorld(t, { modules });
  await world.with(system, installShippedItems);
  const page = async (words: string, divisionCode?: string) => {
    const found = await world.with(system, (ctx) => searchItems(ctx, { words, divisionCode }));
    return { isWeak: found.isWeak, names: found.items.map(({ name }) => name) };
  };
  for (const [words, names] of Object.entries(notOffered))
    for (const divisionCode of [city, undefined])
      assert.deepEqual(await page(words, divisionCode), { isWeak: true, names }, words);
  // Beside a way of doing something the subject still finds, be it a single character; and so do ways or benefits alone.
  const offered = {
    饭店许可: '食品经营许可',
    烧烤店经营许可: '食品经营许可',
    狗登记: '养犬登记',
    高龄补贴: '高龄津贴',
    办活动: '大型群众性活动安全许可',
  };
  for (const [words, name] of Object.entries(offered))
    assert.deepEqual(await page(words, city), { isWeak: false, names: [name] }, words);
  for (const [words, name] of Object.entries({ 登记: '出生登记', 经营许可: '食品经营许可', 补贴: '高龄津贴' })) {
    const { isWeak, names } = await page(words, city);
    assert.ok(!isWeak && names.includes(name), words);
  }
});

test('asked in English, the right guide comes first, and the small words of a sentence bring nothing', async (t) => {
  const world = await testWorld(t, { modules });
  await world.with(system, installShippedItems);
  const first = async (words: string) => (await find(world, { words, divisionCode: city }))[0]?.name;
  assert.equal(await first('I want to open a restaurant'), '食品经营许可');
  assert.equal(await first('register my dog'), '养犬登记');
  assert.equal(await first('disability allowance'), '困难残疾人生活补贴和重度残疾人护理补贴');
  assert.equal(await first('I lost my work, what do I get'), '失业保险金申领');
  assert.equal(await first('the of a xyzzy'), undefined);
});

test('a search narrows to division, audience, organisation and life event', async (t) => {
  const world = await testWorld(t, { modules });
  const item = await givenItem(world, { audience: ['firm'], lifeEvents: ['building'] });
  const count = async (asked: object) => (await find(world, { words: '风车', ...asked })).length;
  assert.equal(await count({}), 1);
  assert.equal(await count({ divisionCode: city }), 1);
  assert.equal(await count({ divisionCode: '990200' }), 0);
  assert.equal(await count({ audience: 'person' }), 0);
  assert.equal(await count({ audience: 'firm', divisionCode: city }), 1);
  assert.equal(await count({ organisationId: item.organisationId }), 1);
  assert.equal(await count({ organisationId: crypto.randomUUID() }), 0);
  assert.equal(await count({ lifeEvent: 'building' }), 1);
  assert.equal(await count({ lifeEvent: 'home' }), 0);
});

test('people of a district find what their city offers, and the city does not find what the district offers', async (t) => {
  const world = await testWorld(t, { modules });
  await givenItem(world);
  await givenItem(world, { divisionCode: '990102', name: '院子风车备案' });
  const names = async (divisionCode: string) =>
    (await find(world, { words: '风车', divisionCode })).map(({ name }) => name).sort();
  assert.deepEqual(await names('990102'), ['屋顶风车设置许可', '院子风车备案']);
  assert.deepEqual(await names(city), ['屋顶风车设置许可']);
});

test('the same basic item of several divisions is one row in the country, and says of how many', async (t) => {
  const world = await testWorld(t, { modules });
  await givenItem(world);
  await givenItem(world, { divisionCode: '990102' });
  const found = await find(world, { words: '屋顶风车' });
  assert.deepEqual(
    found.map(({ divisions, divisionCode }) => [divisions, divisionCode]),
    [[2, city]],
  );
});

test('pages follow each other without a gap or a repeat', async (t) => {
  const world = await testWorld(t, { modules });
  for (let i = 0; i < 45; i++) await givenItem(world, { name: `第${i}号风车设置许可` });
  for (const asked of [{ words: '风车', divisionCode: city }, { words: '风车' }, { divisionCode: city }]) {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await world.with(system, (ctx) => searchItems(ctx, { ...asked, after }));
      seen.push(...page.items.map(({ itemId }) => itemId));
      after = page.after ?? undefined;
    } while (after);
    assert.equal(seen.length, 45);
    assert.equal(new Set(seen).size, 45);
  }
});

test('the public lists, searches and reads over the interface without signing in', async (t) => {
  const world = await testWorld(t, { modules });
  const item = await givenItem(world);
  const listed = await world.call(SearchItems, { query: { words: '风车' } });
  assert.equal(listed.status, 200);
  const [row] = listed.body.items as { itemId: string }[];
  const read = await world.call(ReadItem, { params: { divisionCode: city, itemId: String(row?.itemId) } });
  assert.equal(read.body.name, item.name);
});

test('no words anybody could type break a search', async (t) => {
  const world = await testWorld(t, { modules });
  await givenItem(world);
  const hostile = ["' or 1=1 --", "'风车':A", '风车 & !许可', '\\', '%', '𬉼', '(((', ':*', '“风车”', 'a'.repeat(200)];
  const word = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom(...hostile));
  await fc.assert(
    fc.asyncProperty(word, fc.boolean(), async (words, scoped) => {
      const asked = { words: words.replaceAll('\0', ''), ...(scoped ? { divisionCode: city } : {}) };
      if (asked.words.isWellFormed()) assert.ok(Array.isArray(await find(world, { ...asked, after: words })));
    }),
    { numRuns: 150 },
  );
});

test('tokens hold words, pairs and single characters; a query asks single characters only when it is one', () => {
  const tokens = tokenise('食品（2类）经营许可');
  for (const token of ['食品', '品', '经营', '许可', '2', '类']) assert.ok(tokens.has(token), token);
  assert.deepEqual([...tokeniseQuery('证')], ['证']);
  assert.ok(!tokeniseQuery('许可证').has('证'));
});

test('a query keeps what it is about when all its words are how people begin a question', () => {
  assert.ok(readQuery('怎么办').tokens.size > 0);
  assert.equal(readQuery('11990100MB09900168|3|990131001000').code, '11990100MB099001683990131001000');
  assert.equal(readQuery('许可').code, undefined);
});
