import assert from 'node:assert/strict';
import test from 'node:test';
import { type Instant, must } from '@zhengtong/kernel';
import { inRead, nobody } from '@zhengtong/platform';
import { person, testWorld, type World } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import {
  authenticate,
  demoRegister,
  disableStaff,
  findPersonMasked,
  getProfile,
  identityModule,
  type PersonRegister,
  requestCode,
  signInByCode,
  signInStaff,
  takeCode,
  totpAt,
  verifyPerson,
} from './index.ts';
import { givenOrganisation, givenStaff } from './test.ts';

const phone = '13900000001';
const open = (t: Parameters<typeof testWorld>[0]) => testWorld(t, { modules: [identityModule] });

async function codeFor(world: World): Promise<string> {
  must(await world.run(nobody, (ctx) => requestCode(ctx, { phone })));
  const { rows } = await sql<{
    id: string;
  }>`select id from identity.sign_in_codes order by made_at desc, id desc limit 1`.execute(world.db);
  const taken = await inRead(world.setting, nobody, (ctx) => takeCode(ctx, rows[0]!.id));
  return taken!.code;
}
const enter = (world: World, code: string) => world.run(nobody, (ctx) => signInByCode(ctx, { phone, code }));
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

test('a phone and its code sign in; the first time makes the account, the second finds it', async (t) => {
  const world = await open(t);
  const first = must(await enter(world, await codeFor(world)));
  const second = must(await enter(world, await codeFor(world)));
  assert.ok(first.isNew && !second.isNew);
  assert.equal(first.personId, second.personId);
});

test('a code works once and not after ten minutes', async (t) => {
  const world = await open(t);
  const code = await codeFor(world);
  assert.ok((await enter(world, code)).ok);
  assert.deepEqual(await enter(world, code), { ok: false, refusal: { kind: 'code-wrong' } });
  const late = await codeFor(world);
  world.now = new Date(Date.parse(world.now) + 600_001).toISOString() as Instant;
  assert.deepEqual(await enter(world, late), { ok: false, refusal: { kind: 'code-expired' } });
});

test('an older code dies with the newest', async (t) => {
  const world = await open(t);
  const older = await codeFor(world);
  world.now = new Date(Date.parse(world.now) + 1000).toISOString() as Instant;
  const newest = await codeFor(world);
  assert.ok((await enter(world, newest)).ok);
  assert.equal((await enter(world, older)).ok, false);
});

test('six wrong codes lock the phone, the right one too, for a quarter of an hour', async (t) => {
  const world = await open(t);
  const code = await codeFor(world);
  for (let i = 0; i < 6; i++) assert.equal((await enter(world, wrong(code))).ok, false);
  const locked = await enter(world, code);
  assert.equal(!locked.ok && locked.refusal.kind, 'locked');
  world.now = new Date(Date.parse(world.now) + 900_001).toISOString() as Instant;
  assert.ok((await enter(world, await codeFor(world))).ok);
});

test('wrong codes sent at once are counted each', async (t) => {
  const world = await open(t);
  const code = await codeFor(world);
  await Promise.all(Array.from({ length: 6 }, () => enter(world, wrong(code))));
  const locked = await enter(world, code);
  assert.equal(!locked.ok && locked.refusal.kind, 'locked');
});

test('nothing readable of phone, code, name or number lies in the tables', async (t) => {
  const world = await open(t);
  const code = await codeFor(world);
  const { personId } = must(await enter(world, code));
  const actor = person({ id: personId });
  must(
    await verifyPerson(world.setting, actor, demoRegister(), { name: '王小明', residentNumber: '990100199001010012' }),
  );
  const { rows } = await sql<{ all: string }>`
    select string_agg(row_to_json(p)::text, '') || (select string_agg(row_to_json(c)::text, '') from identity.sign_in_codes c) as all
    from identity.people p`.execute(world.db);
  for (const secret of [phone, code, '王小明', '990100199001010012']) assert.ok(!rows[0]!.all.includes(secret), secret);
});

test('a person is verified by the register alone; one number belongs to one account', async (t) => {
  const world = await open(t);
  const actor = person({ id: must(await enter(world, await codeFor(world))).personId });
  const who = { name: '王小明', residentNumber: '990100199001010012' };
  const say = async (register: PersonRegister, given = who) => {
    const result = await verifyPerson(world.setting, actor, register, given);
    return result.ok ? 'ok' : result.refusal.kind;
  };
  assert.equal(await say({ matches: async () => 'away', demoAreas: ['990000'] }), 'register-away');
  assert.equal(await say(demoRegister(), { ...who, name: '无此人' }), 'no-match');
  assert.equal(await say({ matches: async () => 'match' }), 'number-malformed');
  assert.equal(await say(demoRegister()), 'ok');
  assert.equal(await say(demoRegister()), 'already-verified');
  assert.equal((await inRead(world.setting, actor, getProfile)).name, '王小明');
  const masked = await inRead(world.setting, actor, (ctx) => findPersonMasked(ctx, actor.id));
  assert.equal(masked?.name, '王**');
});

test('staff need account, password and a code that was not used before; every mistake has one answer', async (t) => {
  const world = await open(t);
  const staff = await givenStaff(world, 'clerk', await givenOrganisation(world), {
    account: 'li',
    password: '四季如春-tea-rain',
  });
  const enterStaff = (more: object = {}) => {
    const given = { account: 'li', password: '四季如春-tea-rain', totp: totpAt(staff.totpSecret, world.now), ...more };
    return world.run(nobody, (ctx) => signInStaff(ctx, given));
  };
  const wrong = { ok: false, refusal: { kind: 'credentials-wrong' } };
  assert.deepEqual(await enterStaff({ password: 'x' }), wrong);
  assert.deepEqual(await enterStaff({ account: 'nobody' }), wrong);
  assert.deepEqual(await enterStaff({ totp: wrongTotp(totpAt(staff.totpSecret, world.now)) }), wrong);
  assert.ok((await enterStaff()).ok);
  assert.deepEqual(await enterStaff(), wrong);
});
const wrongTotp = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('a session ends with its post, its account, its idle time', async (t) => {
  const world = await open(t);
  const organisation = await givenOrganisation(world);
  const clerk = await givenStaff(world, 'clerk', organisation, { account: 'li', password: '四季如春-tea-rain' });
  const admin = await givenStaff(world, 'administrator', organisation);
  const signIn = async () => {
    world.now = new Date(Date.parse(world.now) + 60_000).toISOString() as Instant;
    const totp = totpAt(clerk.totpSecret, world.now);
    return must(
      await world.run(nobody, (ctx) => signInStaff(ctx, { account: 'li', password: '四季如春-tea-rain', totp })),
    ).token;
  };
  const who = (token: string, url = '/api/console/me') =>
    authenticate(world.setting)({ url, cookies: { '__Host-staff': token } } as never);
  const token = await signIn();
  assert.deepEqual((await who(token)).roles, ['clerk']);
  assert.equal((await who(token, '/my')).kind, 'public');
  must(await world.run(admin, (ctx) => disableStaff(ctx, { divisionCode: '990100', id: clerk.id })));
  assert.equal((await who(token)).kind, 'public');
});
