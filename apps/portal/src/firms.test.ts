import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browse, firmsOfRegister, hiddenOf, portalWorld, signIn, verifySelf } from './test/index.ts';

const [firm] = firmsOfRegister;

test('a legal representative adds the firm by its code, acts for it, and reads what was asked of the register', async (t) => {
  const world = await portalWorld(t);
  const tab = browse(world);
  await signIn(world, tab);
  assert.match(String((await tab.get('/my/firms')).headers.location), /^\/my\/verification\?back=%2Fmy%2Ffirms$/);
  await verifySelf(tab);
  const page = (await tab.get('/my/firms')).body;
  assert.match(page, /还没有您代表的企业/);
  const add = (code: string) => tab.post('/my/firms', { ...hiddenOf(page, '/my/firms'), code });

  const wrong = await add('91990100MA0990004N');
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, /法定代表人不是您/);
  assert.match((await add('91990100MA0990012X')).body, /校验位不对/);
  const added = await add(firm?.creditCode.toLowerCase() ?? '');
  const list = (await tab.get(String(added.headers.location))).body;
  assert.match(list, /核对好了，您可以替示例市青禾茶业有限公司办事/);
  const acting = await tab.post('/my/acting', hiddenOf(list, '/my/acting'));
  assert.equal(acting.headers.location, '/my/account');
  assert.match((await tab.get('/my/firms')).body, /您现在正替它办事/);
  assert.match((await tab.get('/my/uses')).body, /问企业登记系统，您是不是法定代表人/);
});

test('a city without a register of firms says so and asks for nothing', async (t) => {
  const world = await portalWorld(t, { firmRegister: undefined });
  const tab = browse(world);
  await signIn(world, tab);
  await verifySelf(tab);
  const page = (await tab.get('/my/firms')).body;
  assert.match(page, /还没有接通企业登记系统/);
  assert.doesNotMatch(page, /name="code"/);
});
