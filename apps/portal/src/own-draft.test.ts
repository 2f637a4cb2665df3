import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { browse, portalWorld, signIn } from './test/index.ts';
import { startWindmill, verifySelf } from './test/journey.ts';

test('the guide offers to go on with an open draft of this very item before another one is begun', async (t) => {
  const world = await portalWorld(t);
  const item = await givenItem(world);
  const namesake = await givenItem(world);
  const tab = browse(world);
  await signIn(world, tab);
  await verifySelf(tab);
  const guideOf = (one: typeof item) => `/items/${one.divisionCode}/${one.itemId}`;
  assert.match((await tab.get(guideOf(item))).body, /我要办理/);
  const at = await startWindmill(tab, item);
  const guide = (await tab.get(guideOf(item))).body;
  assert.match(guide, /您有一份\d{4}年\d+月\d+日存下来的，还没提交/);
  assert.ok(guide.indexOf(`href="${at}/apply"`) < guide.indexOf('另外新办一件'));
  assert.doesNotMatch(guide, /我要办理/);

  assert.match((await tab.get(guideOf(namesake))).body, /我要办理/, 'one of the same name is another item');
  const start = (one: typeof item) => `/apply/${one.divisionCode}/${one.itemId}`;
  assert.match((await tab.get(start(item))).body, /最近一次存下来是/);
  assert.doesNotMatch((await tab.get(start(namesake))).body, /最近一次存下来是/);
  assert.match((await browse(world).get(guideOf(item))).body, /我要办理/, 'who is not signed in has none');
});
