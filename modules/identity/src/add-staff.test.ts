import assert from 'node:assert/strict';
import test from 'node:test';
import { testWorld } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import { AddStaff } from './contract.ts';
import { identityModule } from './index.ts';
import { givenOrganisation, givenStaff } from './test.ts';

test("a new member's code secret is answered once and lies readable nowhere", async (t) => {
  const world = await testWorld(t, { modules: [identityModule] });
  const organisation = await givenOrganisation(world);
  const as = await givenStaff(world, 'administrator', organisation);
  const post = { organisationId: organisation.id, title: '窗口', role: 'clerk' as never };
  const body = { account: 'new-clerk', name: '周小燕', password: '四季如春-tea-rain', ...post };
  for (const silent of [{ name: '\u200b' }, { title: ' \u3164' }]) {
    const { body: answer } = await world.call(AddStaff, { as, body: { ...body, ...silent } });
    assert.equal(answer.type, '/problems/name-missing');
  }
  const first = await world.call(AddStaff, { as, body, key: 'k1' });
  assert.equal(first.status, 200);
  const secret = /secret=(\w+)/.exec(String(first.body.totpUri))?.[1];
  assert.ok(secret);
  const again = await world.call(AddStaff, { as, body, key: 'k1' });
  assert.deepEqual([again.status, again.body.type], [409, '/problems/account-taken']);
  // A stored answer would have come back as it was; a stored secret would stand in the row.
  assert.equal(again.body.totpUri, undefined);
  const { rows } = await sql<{ all: string }>`select string_agg(s::text, '') as all from identity.staff s`.execute(
    world.db,
  );
  assert.ok(!rows[0]?.all.includes(secret));
});

test('only an administrator adds staff', async (t) => {
  const world = await testWorld(t, { modules: [identityModule] });
  const organisation = await givenOrganisation(world);
  const as = await givenStaff(world, 'supervisor', organisation);
  const body = {
    account: 'mole',
    name: '周小燕',
    password: '四季如春-tea-rain',
    organisationId: organisation.id,
    title: '窗口',
  };
  assert.equal((await world.call(AddStaff, { as, body: { ...body, role: 'administrator' as never } })).status, 403);
});
