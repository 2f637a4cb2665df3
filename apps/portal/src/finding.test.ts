import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { portalWorld } from './test.ts';

test('the home page needs no script and names what can be applied for', async (t) => {
  const world = await portalWorld(t);
  await givenItem(world);
  const answer = await world.portal.http.inject('/');
  assert.equal(answer.statusCode, 200);
  assert.match(answer.body, /屋顶风车设置许可/);
  assert.match(answer.body, /安家落户/);
});

test('an address that leads nowhere is answered by a page that helps, in large type where chosen', async (t) => {
  const world = await portalWorld(t);
  const answer = await world.portal.http.inject({ url: '/nowhere', cookies: { theme: 'large', size: '3' } });
  assert.equal(answer.statusCode, 404);
  assert.match(answer.body, /data-theme="large" data-size="3"/);
  assert.match(answer.body, /没有找到这个页面/);
});
