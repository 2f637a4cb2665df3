import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { newId } from '@zhengtong/kernel';
import { inRead, nobody } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import { ChangePost, ListStaff, ResetAccess } from './contract.ts';
import { findPostAbove, identityModule, signInStaff, totpAt } from './index.ts';
import { givenOrganisation, givenStaff } from './test.ts';

const password = 'tea-and-rain-四季';
const next = 'rain-and-tea-五更';

async function office(t: TestContext) {
  const world = await testWorld(t, { modules: [identityModule] });
  const organisation = await givenOrganisation(world);
  const as = await givenStaff(world, 'administrator', organisation);
  const clerk = await givenStaff(world, 'clerk', organisation, { account: 'window', password });
  const supervisor = await givenStaff(world, 'supervisor', organisation);
  const change = (id: string, post: object, key?: string) =>
    world.call(ChangePost, {
      as,
      params: { id },
      body: { organisationId: organisation.id, title: 'clerk', role: 'clerk', ...post } as never,
      ...(key ? { key } : {}),
    });
  const enter = async (totpSecret: string, word = password) => {
    const totp = totpAt(totpSecret, world.now);
    const given = { account: 'window', password: word, totp, address: '192.0.2.9' };
    const signed = await signInStaff(world.setting, nobody, given);
    return signed.ok ? 'in' : signed.refusal.kind;
  };
  const postsOf = async (id: string) => {
    const { body } = await world.call(ListStaff, { as });
    const { posts } = (body.staff as { id: string; posts: Record<string, unknown>[] }[]).find((one) => one.id === id)!;
    return posts.map(({ title, role, abovePostId }) => [title, role, abovePostId]);
  };
  return { world, organisation, as, clerk, supervisor, change, enter, postsOf };
}

test('a member goes to another post: the old one ends with its sessions, the new one holds', async (t) => {
  const { world, as, clerk, supervisor, change, enter, postsOf } = await office(t);
  const before = await inRead(world.setting, nobody, async () => enter(clerk.totpSecret));
  assert.equal(before, 'in');
  const changed = await change(clerk.id, { title: '审查', role: 'reviewer', abovePostId: supervisor.postId });
  assert.equal(changed.status, 200);
  assert.deepEqual(await postsOf(clerk.id), [['审查', 'reviewer', supervisor.postId]]);
  assert.equal((await world.call(ListStaff, { as })).status, 200);
  const work = { divisionCode: '990100', organisationId: as.organisationId!, risenTo: [] };
  const desk = { ...work, deskId: String(changed.body.postId) };
  assert.equal(await inRead(world.setting, nobody, (ctx) => findPostAbove(ctx, desk)), supervisor.postId);
});

test('the post above is set without the post changing, taken away again, and never in a ring', async (t) => {
  const { clerk, supervisor, change, postsOf } = await office(t);
  assert.equal((await change(clerk.id, { abovePostId: supervisor.postId })).body.postId, clerk.postId);
  const ring = { title: 'supervisor', role: 'supervisor', abovePostId: clerk.postId };
  assert.equal((await change(supervisor.id, ring)).body.type, '/problems/no-post-above');
  assert.equal((await change(clerk.id, { abovePostId: clerk.postId })).body.type, '/problems/no-post-above');
  assert.equal((await change(clerk.id, { abovePostId: clerk.id })).body.type, '/problems/no-post-above');
  assert.equal((await change(clerk.id, { abovePostId: null })).status, 200);
  assert.deepEqual(await postsOf(clerk.id), [['clerk', 'clerk', null]]);
});

test('nobody changes their own post or access, and no account that is not there', async (t) => {
  const { world, as, change } = await office(t);
  const body = { password: next };
  assert.equal((await change(as.id, {})).body.type, '/problems/own-account');
  assert.equal((await change(newId(), {})).status, 404);
  assert.equal((await world.call(ResetAccess, { as, params: { id: as.id }, body })).body.type, '/problems/own-account');
  assert.equal((await world.call(ResetAccess, { as, params: { id: newId() }, body })).status, 404);
});

test('access reset: the old word and codes end, the new ones enter, a lock is lifted, a weak word is refused', async (t) => {
  const { world, as, clerk, enter } = await office(t);
  for (let i = 0; i < 7; i++) await enter(clerk.totpSecret, 'wrong-word-again');
  const reset = (word: string) => world.call(ResetAccess, { as, params: { id: clerk.id }, body: { password: word } });
  assert.equal((await reset('short')).body.type, '/problems/password-weak');
  const done = await reset(next);
  assert.equal(done.status, 200);
  const secret = new URL(String(done.body.totpUri)).searchParams.get('secret') ?? '';
  assert.notEqual(secret, clerk.totpSecret);
  assert.equal(await enter(clerk.totpSecret, next), 'credentials-wrong');
  assert.equal(await enter(secret), 'credentials-wrong');
  assert.equal(await enter(secret, next), 'in');
});
