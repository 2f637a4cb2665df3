import assert from 'node:assert/strict';
import test from 'node:test';
import { nobody } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import { identityModule, requestCode, signInStaff, totpAt } from './index.ts';
import { givenOrganisation, givenStaff } from './test.ts';

test('a flood of passwords from a few places keeps nobody elsewhere from signing in', async (t) => {
  const world = await testWorld(t, { modules: [identityModule] });
  const password = '四季如春-tea-rain';
  const staff = await givenStaff(world, 'clerk', await givenOrganisation(world), { account: 'li', password });
  let answered = 0;
  const flood = Array.from({ length: 180 }, async (_, i) => {
    const from = { address: `203.0.113.${i % 3}`, totp: '000000' };
    const said = await signInStaff(world.setting, nobody, { account: `nobody${i}`, password: 'x', ...from });
    answered++;
    return said.ok ? 'in' : said.refusal.kind;
  });
  // The flood stands before the queue by now; those it had no room for are on their way back.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const right = { account: 'li', password, totp: totpAt(staff.totpSecret, world.now), address: '192.0.2.7' };
  const own = await signInStaff(world.setting, nobody, right);
  assert.ok(own.ok, JSON.stringify(own));
  const before = answered;
  const kinds = await Promise.all(flood);
  assert.ok(kinds.includes('busy'), 'a place that asks too much is sent away');
  assert.ok(before < 180, 'and who came last did not wait for all of it');
});

test('whoever holds a block of addresses leaves the rest of the city its codes', async (t) => {
  const world = await testWorld(t, { modules: [identityModule] });
  const ask = async (from: string, at: number) => {
    const given = { phone: `1380001${1000 + at}`, address: from, ceilings: { network: 2, house: 20 } };
    const said = await world.run(nobody, (ctx) => requestCode(ctx, given));
    return said.ok ? 'sent' : said.refusal.kind;
  };
  const flood = [];
  for (let at = 0; at < 9; at++) flood.push(await ask(`2001:db8:7:${at}::1`, at));
  assert.deepEqual(flood, [...Array(6).fill('sent'), ...Array(3).fill('network-busy')]);
  assert.equal(await ask('2001:db8:8::1', 10), 'sent');
  for (let at = 20; at < 28; at++) flood.push(await ask(`198.51.100.${at}`, at));
  assert.equal(flood.filter((kind) => kind === 'sent').length, 12);
  assert.equal(await ask('203.0.113.5', 30), 'sent');
});
