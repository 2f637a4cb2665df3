import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { browse, hiddenOf, portalWorld, signIn } from './test/index.ts';
import { startWindmill, verifySelf } from './test/journey.ts';

const label = (zh: string) => ({ zh, en: zh });
const questions = [
  { key: 'hasWires', kind: 'yes-no', label: label('有电线吗？') },
  { key: 'wires', kind: 'number', label: label('几根电线'), when: { question: 'hasWires', is: true } },
  { key: 'blades', kind: 'number', label: label('几片叶片') },
  { key: 'turns', kind: 'number', label: label('合计'), computed: { sum: ['blades', 'wires'] } },
];
const form = { title: label('风车'), sections: [{ key: 'windmill', title: label('风车'), questions }] };

test('all on one page, a question the saved answers call for comes as new, and as an error only when passed over', async (t) => {
  const world = await portalWorld(t);
  const item = await givenItem(world, { form } as never);
  const tab = browse(world);
  await signIn(world, tab);
  await verifySelf(tab);
  const at = `${await startWindmill(tab, item)}/questions/all`;
  const save = async (typed: Record<string, string | string[]>, autosave = false) =>
    await tab.post(at, { ...hiddenOf((await tab.get(at)).body, at), ...typed }, autosave ? { 'x-autosave': '1' } : {});
  const first = { asked: ['q.hasWires', 'q.blades'], 'q.hasWires': 'yes', 'q.blades': '3' };
  // Autosave stores the answer before the button is pressed: what is stored cannot tell what is new.
  await save(first, true);
  const answer = await save(first);
  assert.equal(answer.headers.location, `${at}?new=wires`);
  const page = await tab.get(String(answer.headers.location));
  assert.match(page.body, /根据您的回答，还要请您填写：/);
  assert.match(page.body, /<a href="#q-wires"/);
  assert.match(page.body, /根据您刚才的回答，请再填写这一项。/);
  assert.doesNotMatch(page.body, /class="errors"/);

  const wrong = await save({ ...first, 'q.blades': 'x' });
  assert.equal(wrong.headers.location, `${at}?check=1&new=wires`);
  const both = (await tab.get(String(wrong.headers.location))).body;
  assert.match(both, /class="errors"/);
  assert.doesNotMatch(both, /请填写几根电线/);

  const second = { ...first, asked: ['q.hasWires', 'q.wires', 'q.blades'] };
  assert.equal((await save({ ...second, 'q.wires': '' })).headers.location, `${at}?check=1`);
  assert.match((await tab.get(`${at}?check=1`)).body, /请填写几根电线/);
  const done = await save({ ...second, 'q.wires': '2' });
  assert.equal(done.headers.location, at.replace('questions/all', 'materials'));
});

test('the overview neither lists nor counts what is worked out; the check page tells it, without a way to change it', async (t) => {
  const world = await portalWorld(t);
  const item = await givenItem(world, { form } as never);
  const tab = browse(world);
  await signIn(world, tab);
  await verifySelf(tab);
  const at = await startWindmill(tab, item);
  const overview = (await tab.get(`${at}/apply`)).body;
  assert.match(overview, /还有 2 个问题没填，1 份材料没交/);
  assert.doesNotMatch(overview, /合计/);
  assert.doesNotMatch((await tab.get(`${at}/check`)).body, /合计/);
  const page = `${at}/questions/blades`;
  await tab.post(page, { ...hiddenOf((await tab.get(page)).body, page), 'q.blades': '3' });
  const check = (await tab.get(`${at}/check`)).body;
  assert.match(check, /合计/);
  assert.doesNotMatch(check, /questions\/turns/);
});
