import assert from 'node:assert/strict';
import test from 'node:test';
import { identityModule } from '@zhengtong/identity';
import { givenOrganisation, givenStaff } from '@zhengtong/identity/test';
import { readConfig } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import { listGaps } from './list-gaps.ts';

test('what is not set up and keeps people out is a line each at the start, until it is', async (t) => {
  const world = await testWorld(t, { modules: [identityModule] });
  const bare = await listGaps(readConfig({}, '/'), world.db);
  assert.deepEqual(
    bare.map((line) => /[A-Z_]+_URL|add administrator/.exec(line)?.[0]),
    ['SMS_URL', 'REGISTER_URL', 'FIRM_REGISTER_URL', 'add administrator'],
  );
  const at = 'https://a.example/x';
  const whole = readConfig({ SMS_URL: at, REGISTER_URL: at, FIRM_REGISTER_URL: at }, '/');
  assert.equal((await listGaps(whole, world.db)).length, 1);
  await givenStaff(world, 'administrator', await givenOrganisation(world));
  assert.deepEqual(await listGaps(whole, world.db), []);
});
