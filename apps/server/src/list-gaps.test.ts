import assert from 'node:assert/strict';
import test from 'node:test';
import { givenClamd } from '@zhengtong/files/test';
import { identityModule } from '@zhengtong/identity';
import { givenOrganisation, givenStaff } from '@zhengtong/identity/test';
import { readConfig } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import { listGaps } from './list-gaps.ts';

test('what is not set up and keeps people out is a line each at the start, until it is', async (t) => {
  const world = await testWorld(t, { modules: [identityModule] });
  const bare = await listGaps(readConfig({}, '/'), world.db);
  assert.deepEqual(
    bare.map((line) => /[A-Z_]+_URL|CLAMD|add administrator/.exec(line)?.[0]),
    ['SMS_URL', 'REGISTER_URL', 'FIRM_REGISTER_URL', 'CLAMD', 'add administrator'],
  );
  const at = 'https://a.example/x';
  const CLAMD = await givenClamd(t, () => 'stream: OK\0');
  const whole = readConfig({ SMS_URL: at, REGISTER_URL: at, FIRM_REGISTER_URL: at, CLAMD }, '/');
  assert.equal((await listGaps(whole, world.db)).length, 1);
  await givenStaff(world, 'administrator', await givenOrganisation(world));
  assert.deepEqual(await listGaps(whole, world.db), []);
});

test('a scanner that does not answer is a line at the start that says what becomes of files until it does', async (t) => {
  const world = await testWorld(t, { modules: [identityModule] });
  for (const [UNSCANNED, becomes] of [
    ['hold', /留置.*held/],
    ['accept', /标注“未扫描”后放行.*let through/],
  ] as const) {
    const lines = await listGaps(readConfig({ UNSCANNED, CLAMD: '127.0.0.1:1' }, '/'), world.db);
    assert.match(lines.find((line) => line.includes('CLAMD')) ?? '', becomes);
  }
});
