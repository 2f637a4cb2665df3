// One person, one application, two windows: nothing is lost, nothing doubled, and each is told how things stand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenItem, guide } from '@zhengtong/catalogue/test';
import { browse, hiddenOf, portalWorld, signIn } from './test/index.ts';
import { startWindmill, uploadDrawing, verifySelf } from './test/journey.ts';

const colour = { key: 'colour', kind: 'text' as const, label: { zh: '什么颜色', en: 'Which colour' } };

/** The windmill's form with one question more. */
function withColour() {
  const form = guide({ id: '', name: '' }).form;
  if (!form) throw new Error('the windmill has a form');
  const more = form.sections.map((section) => ({ ...section, questions: [...section.questions, colour] }));
  return { ...form, sections: more };
}

async function draft(t: Parameters<typeof portalWorld>[0]) {
  const world = await portalWorld(t);
  const item = await givenItem(world, { form: withColour() });
  const tab = browse(world);
  await signIn(world, tab);
  await verifySelf(tab);
  const at = await startWindmill(tab, item);
  const all = `${at}/questions/all`;
  const open = async () => ({ seen: '', ...hiddenOf((await tab.get(all)).body, all), asked: ['q.blades', 'q.colour'] });
  return { tab, at, all, open };
}

test('a window saves what was changed in it and undoes nothing that another one has saved', async (t) => {
  const { tab, at, all, open } = await draft(t);
  const [one, two] = [await open(), await open()];
  await tab.post(all, { ...one, 'q.blades': '3', 'q.colour': '' });
  await tab.post(all, { ...two, 'q.blades': '', 'q.colour': '红' });
  const { body } = await tab.get(`${at}/check`);
  assert.match(body, /<dd[^>]*>3/);
  assert.match(body, /红/);
});

test('where both changed the same answer, the later window sees both and its person chooses; the rest is saved', async (t) => {
  const { tab, at, all, open } = await draft(t);
  const [one, two] = [await open(), await open()];
  await tab.post(all, { ...one, 'q.blades': '3', 'q.colour': '' });
  const answer = await tab.post(all, { ...two, 'q.blades': '4', 'q.colour': '红' });
  assert.equal(answer.statusCode, 409);
  assert.match(answer.body, /几片叶片：别的窗口存的是“3”/);
  assert.match(answer.body, /value="4"/);
  const kept = async () => (await tab.get(`${at}/check`)).body;
  assert.match(await kept(), /<dd[^>]*>3/);
  assert.match(await kept(), /红/);
  const chosen = { ...hiddenOf(answer.body, all), asked: ['q.blades', 'q.colour'], 'q.blades': '4', 'q.colour': '红' };
  assert.equal((await tab.post(all, chosen)).statusCode, 303);
  assert.match(await kept(), /<dd[^>]*>4/);
});

test('saving unasked goes on after each time it saved, and stops where another window says otherwise', async (t) => {
  const { tab, at, all, open } = await draft(t);
  const [one, two] = [await open(), await open()];
  const quietly = (page: object, blades: string, seen: string, colour = '') =>
    tab.post(all, { ...page, 'q.blades': blades, 'q.colour': colour, seen }, { 'x-autosave': '1' });
  const first = await quietly(one, '3', one.seen);
  assert.equal(first.statusCode, 200);
  assert.equal((await quietly(one, '4', first.body)).statusCode, 200);
  // The second window still shows no blades; saving its colour twice does not take them away.
  const other = await quietly(two, '', two.seen, '红');
  assert.equal((await quietly(two, '', other.body, '绿')).statusCode, 200);
  assert.match((await tab.get(`${at}/check`)).body, /<dd[^>]*>4/);
  assert.equal((await quietly(two, '5', other.body, '绿')).statusCode, 409);
});

test('what was changed after the last look is looked at again before it is sent; sent in both windows it counts once', async (t) => {
  const { tab, at, all, open } = await draft(t);
  await tab.post(all, { ...(await open()), 'q.blades': '3', 'q.colour': '红' });
  await uploadDrawing(tab, at);
  const send = async () => hiddenOf((await tab.get(`${at}/check`)).body, `${at}/submission`);
  const [stale, typing, sending] = [await send(), await open(), await tab.get(`${at}/materials`)];
  await tab.post(all, { ...(await open()), 'q.blades': '4', 'q.colour': '红' });
  const back = await tab.post(`${at}/submission`, stale);
  assert.equal(back.headers.location, `${at}/check?changed=1`);
  assert.match((await tab.get(`${at}/check?changed=1`)).body, /还没有提交/);

  const [one, two] = [await send(), await send()];
  assert.equal((await tab.post(`${at}/submission`, one)).headers.location, `${at}/receipt`);
  const again = await tab.post(`${at}/submission`, two);
  assert.equal(again.headers.location, `${at}?late=sent`);
  assert.match((await tab.get(`${at}?late=sent`)).body, /只算一次/);
  const late = await tab.post(all, { ...typing, 'q.blades': '5', 'q.colour': '红' });
  assert.equal(late.headers.location, `${at}?late=typed`);
  assert.match((await tab.get(`${at}?late=typed`)).body, /没有加进去/);
  const file = { name: '图.pdf', bytes: Buffer.from('%PDF-1.4 late') };
  const drawing = await tab.upload(`${at}/materials`, hiddenOf(sending.body, `${at}/materials`), file);
  assert.equal(drawing.headers.location, `${at}?late=typed`);
});
