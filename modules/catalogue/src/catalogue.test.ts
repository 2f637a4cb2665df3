import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { givenOrganisation, givenStaff } from '@zhengtong/identity/test';
import { systemActor } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import * as contract from './contract.ts';
import {
  catalogueModule,
  findItemByCode,
  findPublishedItem,
  getItemVersion,
  isOnline,
  scoreQuality,
  searchItems,
} from './index.ts';
import { givenItem, guide } from './test.ts';

const modules = [catalogueModule];

async function city(t: Parameters<typeof testWorld>[0]) {
  const world = await testWorld(t, { modules });
  const office = await givenOrganisation(world);
  const [editor, approver] = [await givenStaff(world, 'editor', office), await givenStaff(world, 'approver', office)];
  const save = (content: contract.ItemContent, more: { itemId?: string; revision?: number; as?: typeof editor } = {}) =>
    world.call(contract.SaveDraft, {
      as: more.as ?? editor,
      body: { ...(more.itemId ? { itemId: more.itemId } : {}), revision: more.revision ?? 0, content },
    });
  const at = (body: Record<string, unknown>) => ({ itemId: String(body.itemId), version: Number(body.version) });
  return { world, office, editor, approver, save, at };
}

test('a draft is kept with a material that has no name yet, and goes to review once it has', async (t) => {
  const { world, office, editor, save, at } = await city(t);
  const whole = guide(office);
  const begun = whole.materials.map((material) => ({ ...material, name: '' }));
  const saved = await save({ ...whole, materials: begun });
  assert.equal(saved.status, 200);
  const params = at(saved.body);
  const read = await world.call(contract.ReadVersion, { as: editor, params });
  assert.equal((read.body.materials as contract.Material[])[0]?.name, '');
  const stopped = await world.call(contract.SendToReview, { as: editor, params });
  assert.equal(stopped.status, 422);
  assert.deepEqual(
    (stopped.body as unknown as { problems: contract.PublicationProblem[] }).problems.map((one) => one.at),
    ['/materials/0/name'],
  );
  // What may be left out is left out: an empty one would be shown as a line with nothing in it.
  const empty = whole.materials.map((material) => ({ ...material, nameEn: '' }));
  assert.equal((await save({ ...whole, materials: empty }, { ...params, revision: 1 })).status, 400);
  assert.equal((await save(whole, { ...params, revision: 1 })).status, 200);
  assert.equal((await world.call(contract.SendToReview, { as: editor, params })).status, 200);
});

test('a guide goes from draft through review to the public, and the version before stays readable', async (t) => {
  const { world, office, editor, approver, save, at } = await city(t);
  const first = guide(office);
  const saved = await save(first);
  assert.equal(saved.status, 200);
  const params = at(saved.body);
  const place = { divisionCode: '990100', itemId: params.itemId };
  assert.equal((await world.call(contract.ReadItem, { params: place })).status, 404);
  assert.equal((await world.call(contract.SendToReview, { as: editor, params })).status, 200);
  assert.equal((await world.call(contract.PublishItem, { as: approver, params })).status, 200);
  const read = await world.call(contract.ReadItem, { params: place });
  assert.equal(read.body.name, first.name);
  assert.equal('editedBy' in read.body, false);

  const next = await save({ ...first, summary: '改过的简介。' }, { itemId: params.itemId });
  assert.equal(next.body.version, 2);
  for (const route of [contract.SendToReview, contract.PublishItem])
    await world.call(route, { as: route === contract.PublishItem ? approver : editor, params: at(next.body) });
  const [now, before] = await world.with(editor, async (ctx) => [
    await findPublishedItem(ctx, place),
    await getItemVersion(ctx, { ...place, version: 1 }),
  ]);
  assert.equal(now?.summary, '改过的简介。');
  assert.equal(before?.summary, first.summary);
  const told = (await world.eventNames()).filter((name) => name.startsWith('item.'));
  assert.deepEqual(told, ['item.published', 'item.published']);
});

test('editors read the quality of an item as it was given, to one decimal', async (t) => {
  const { world, office, editor, approver, save, at } = await city(t);
  const saved = await save(guide(office));
  for (const route of [contract.SendToReview, contract.PublishItem])
    await world.call(route, { as: route === contract.PublishItem ? approver : editor, params: at(saved.body) });
  const { body } = await world.call(contract.ListItemsForEditors, { as: editor, query: {} });
  const [listed] = body.items as { quality: number }[];
  assert.equal(listed?.quality, Math.round(scoreQuality(guide(office)).score * 10) / 10);
  assert.match(String(listed?.quality), /^\d+(\.\d)?$/);
});

test('editors are told the English name of an item too, and find it by that', async (t) => {
  const { world, editor } = await city(t);
  await givenItem(world);
  await givenItem(world, { name: '院子风车备案', nameEn: undefined } as never);
  const list = async (words: string) => {
    const { body } = await world.call(contract.ListItemsForEditors, { as: editor, query: { words } });
    return (body.items as contract.EditorRow[]).map(({ name, nameEn }) => [name, nameEn]);
  };
  assert.deepEqual(await list('Windmill ON'), [['屋顶风车设置许可', 'Permit for a windmill on a roof']]);
  assert.deepEqual(await list('院子'), [['院子风车备案', null]]);
});

test('of a line of an imported list the interface leaves out what nobody said, and keeps what was said', async (t) => {
  const { world } = await city(t);
  const bare = { online: 'guide-only' as const, materials: [], laws: [], faqs: [], hours: '' };
  const read = async (more: Partial<contract.ItemContent>) => {
    const { divisionCode, itemId } = await givenItem(world, more);
    return (await world.call(contract.ReadItem, { params: { divisionCode, itemId } })).body;
  };
  const listed = await read(bare);
  for (const part of ['fee', 'audience', 'materials', 'laws', 'faqs', 'hours']) assert.ok(!(part in listed), part);
  assert.equal(listed.phone, '12345');
  const charged = await read({ ...bare, audience: ['firm'], fee: { isCharged: true, items: [] } });
  assert.deepEqual([charged.audience, charged.fee], [['firm'], { isCharged: true, items: [] }]);
  const whole = await read({ audience: ['person', 'firm'] });
  assert.deepEqual([whole.audience, whole.fee], [['person', 'firm'], { isCharged: false, items: [] }]);
});

test('silence cannot be said to refuse anybody: the editor is told where, what may stand there and why', async (t) => {
  const { office, save } = await city(t);
  const { process, ...rest } = guide(office);
  const refusing = { ...rest, process: { ...process, silence: 'refuse' } } as unknown as contract.ItemContent;
  const { status, body } = await save(refusing);
  assert.equal(status, 400);
  assert.match(String(body.detail), /^\/content\/process\/silence .*不予批准只能由人作出.*only a person refuses/);
});

test('a version that said silence refuses says after the update that it means nothing, and can be read', async (t) => {
  const { world, office, save, at } = await city(t);
  const { body } = await save(guide(office));
  const { itemId, version } = at(body);
  await sql`update catalogue.item_versions set content = jsonb_set(content, '{process,silence}', '"refuse"')`.execute(
    world.db,
  );
  const migration = new URL('../migrations/0004_silence_refuses_nobody.sql', import.meta.url);
  await sql.raw(readFileSync(migration, 'utf8')).execute(world.db);
  const read = await world.with(systemActor('test'), (ctx) =>
    getItemVersion(ctx, { divisionCode: '990100', itemId, version }),
  );
  assert.equal(read?.process?.silence, 'none');
  assert.equal(read?.name, guide(office).name);
});

test('a version in review is changed by nobody', async (t) => {
  const { world, office, editor, save, at } = await city(t);
  const saved = await save(guide(office));
  await world.call(contract.SendToReview, { as: editor, params: at(saved.body) });
  const again = await save(guide(office), { itemId: String(saved.body.itemId), revision: 1 });
  assert.equal(again.body.type, '/problems/in-review');
});

test('of two editors the second is told and overwrites nothing', async (t) => {
  const { office, save } = await city(t);
  const saved = await save(guide(office));
  const itemId = String(saved.body.itemId);
  assert.equal((await save(guide(office, { summary: '甲' }), { itemId, revision: 1 })).status, 200);
  const second = await save(guide(office, { summary: '乙' }), { itemId, revision: 1 });
  assert.equal(second.status, 409);
  assert.equal(second.body.revision, 2);
});

test('a draft with a failing check does not reach review, and says which', async (t) => {
  const { world, office, editor, save, at } = await city(t);
  const saved = await save(guide(office, { laws: [] }));
  const sent = await world.call(contract.SendToReview, { as: editor, params: at(saved.body) });
  assert.equal(sent.status, 422);
  assert.deepEqual(
    (sent.body.problems as { key: string }[]).map(({ key }) => key),
    ['law-missing'],
  );
});

test('how long papers are kept is one of the known periods, and what is not is told with its place', async (t) => {
  const { office, save } = await city(t);
  const kept = (retention: object) => save(guide(office, { retention: retention as contract.Retention }));
  assert.equal((await kept({ decided: 'permanent', undecided: '10-years' })).status, 200);
  assert.equal((await kept({ decided: '30-years' })).status, 200);
  for (const wrong of [{ decided: '7-years' }, { undecided: 'permanent' }, { refused: '30-years' }, { decided: 30 }]) {
    const { status, body } = await kept(wrong);
    assert.equal(status, 400);
    assert.match(JSON.stringify(body), /retention/);
  }
});

test('whoever wrote a guide does not publish it', async (t) => {
  const { world, office, editor, save, at } = await city(t);
  const both = { ...editor, roles: ['editor', 'approver'] as const };
  const saved = await save(guide(office));
  await world.call(contract.SendToReview, { as: editor, params: at(saved.body) });
  const published = await world.call(contract.PublishItem, { as: both, params: at(saved.body) });
  assert.equal(published.body.type, '/problems/own-draft');
});

test('an editor changes only the items of their own organisation', async (t) => {
  const { world, office, save } = await city(t);
  const elsewhere = await givenStaff(world, 'editor', await givenOrganisation(world, '示例市民政局'));
  assert.equal((await save(guide(office), { as: elsewhere })).status, 403);
});

test('a code of the division belongs to one item', async (t) => {
  const { office, save } = await city(t);
  const content = guide(office, { code: '990100-A1' });
  assert.equal((await save(content)).status, 200);
  assert.equal((await save(content)).body.type, '/problems/code-taken');
});

test('a withdrawn item is found no more and stays readable for its cases', async (t) => {
  const { world, office, approver } = await city(t);
  const item = await givenItem(world, { organisation: office });
  const { itemId } = item;
  const body = { reason: '法律已修改' };
  const silent = await world.call(contract.WithdrawItem, {
    as: approver,
    params: { itemId },
    body: { reason: '\u200b' },
  });
  assert.equal(silent.body.type, '/problems/reason-missing');
  assert.equal((await world.call(contract.WithdrawItem, { as: approver, params: { itemId }, body })).status, 200);
  await world.with(approver, async (ctx) => {
    assert.equal(await findPublishedItem(ctx, item), undefined);
    assert.deepEqual((await searchItems(ctx, { words: '风车', divisionCode: '990100' })).items, []);
    assert.deepEqual((await searchItems(ctx, { words: '风车' })).items, []);
    assert.equal((await getItemVersion(ctx, item)).state, 'withdrawn');
  });
  const history = await world.call(contract.ReadHistory, { as: approver, params: { itemId } });
  assert.deepEqual(
    (history.body.actions as { action: string }[]).map(({ action }) => action),
    ['withdrawn', 'published', 'sent-to-review', 'saved'],
  );
});

test('an item is found by its code in any case, and says whether it can be applied for', async (t) => {
  const world = await testWorld(t, { modules });
  const item = await givenItem(world, { code: '990100-WIND-7' });
  const found = await world.with({ kind: 'public', id: 'public', roles: ['public'] }, (ctx) =>
    findItemByCode(ctx, ' 990100-wind-7'),
  );
  assert.equal(found?.itemId, item.itemId);
  assert.equal(found && isOnline(found), true);
});
