import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { inRead, nobody } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import { AddStaff, DisableStaff } from './contract.ts';
import { findPostAbove, identityModule } from './index.ts';
import { givenOrganisation, givenStaff } from './test.ts';

/** A clerk below a chief below a head of another body, a second supervisor beside the chief; and where work rises day by day. */
async function ladder(t: TestContext) {
  const world = await testWorld(t, { modules: [identityModule] });
  const organisation = await givenOrganisation(world);
  const as = await givenStaff(world, 'administrator', organisation);
  const head = await givenStaff(world, 'supervisor', await givenOrganisation(world, '示例市政务服务局'));
  const chief = await givenStaff(world, 'supervisor', organisation, { abovePostId: head.postId });
  const deputy = await givenStaff(world, 'supervisor', organisation, { abovePostId: head.postId });
  const clerk = await givenStaff(world, 'clerk', organisation, { abovePostId: chief.postId });
  const shut = (id: string) => world.call(DisableStaff, { as, params: { id } });
  const rise = (risenTo: readonly string[], deskId: string | undefined = clerk.postId) =>
    inRead(world.setting, nobody, (ctx) =>
      findPostAbove(ctx, { divisionCode: '990100', organisationId: organisation.id, deskId, risenTo }),
    );
  return { world, organisation, as, head, chief, deputy, clerk, shut, rise };
}

test('work rises past ended posts and shut accounts, and at last to a supervisor of the organisation', async (t) => {
  const { head, chief, deputy, shut, rise } = await ladder(t);
  assert.equal(await rise([]), chief.postId);
  await shut(chief.id);
  assert.equal(await rise([]), head.postId);
  // It rose to the chief before the account was shut.
  assert.equal(await rise([chief.postId]), head.postId);
  assert.equal(await rise([head.postId]), undefined);
  await shut(head.id);
  assert.equal(await rise([]), deputy.postId);
  assert.equal(await rise([head.postId]), deputy.postId);
  assert.equal(await rise([head.postId, deputy.postId]), undefined);
});

test('in a ring of posts work comes to each once and goes no further', async (t) => {
  const { world, chief, head, rise } = await ladder(t);
  await sql`update identity.posts set above_post_id = ${chief.postId} where id = ${head.postId}`.execute(world.db);
  assert.equal(await rise([chief.postId]), head.postId);
  assert.equal(await rise([chief.postId, head.postId]), undefined);
});

test('nobody new is set below a post that stands empty or is not there', async (t) => {
  const { world, organisation, as, chief, clerk, shut } = await ladder(t);
  const add = async (account: string, abovePostId: string) => {
    const post = { organisationId: organisation.id, title: '窗口', role: 'clerk' as never, abovePostId };
    const body = { account, name: '周小燕', password: '四季如春-tea-rain', ...post };
    return (await world.call(AddStaff, { as, body })).status;
  };
  assert.equal(await add('window-one', chief.postId), 200);
  await shut(chief.id);
  assert.equal(await add('window-two', chief.postId), 422);
  assert.equal(await add('window-two', clerk.id), 422);
});
