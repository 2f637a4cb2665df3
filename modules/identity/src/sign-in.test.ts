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
const address = '192.0.2.7';
const open = (t: Parameters<typeof testWorld>[0]) => testWorld(t, { modules: [identityModule] });

/** A code as the phone shows it, and the name under which the browser that asked for it keeps it. */
type Sent = { readonly codeId: string; readonly code: string };

async function codeFor(world: World, from = address, of = phone): Promise<Sent> {
  const { codeId } = must(await world.run(nobody, (ctx) => requestCode(ctx, { phone: of, address: from })));
  const taken = await inRead(world.setting, nobody, (ctx) => takeCode(ctx, codeId));
  return { codeId, code: taken!.code };
}
const enter = (world: World, sent: Sent, from = address) =>
  world.run(nobody, (ctx) => signInByCode(ctx, { phone, ...sent, address: from }));
const wrong = ({ codeId, code }: Sent): Sent => ({ codeId, code: code === '000000' ? '000001' : '000000' });
const kindOf = (said: Awaited<ReturnType<typeof enter>>): string => (said.ok ? 'in' : said.refusal.kind);
const later = (world: World, minutes: number): void => {
  world.now = new Date(Date.parse(world.now) + minutes * 60_000 + 1).toISOString() as Instant;
};

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

test('a code is taken as a Chinese keyboard writes it, and what is none costs no try', async (t) => {
  const world = await open(t);
  const sent = await codeFor(world);
  const typed = ['', '  ', '12345', 'abcdef', '①②③④⑤⑥', '1234567'];
  for (const code of typed) assert.equal(kindOf(await enter(world, { ...sent, code })), 'code-wrong', code);
  const fullWidth = sent.code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  assert.equal(kindOf(await enter(world, { ...sent, code: `${fullWidth.slice(0, 3)}　${fullWidth.slice(3)}` })), 'in');
});

test('an older code dies with the newest', async (t) => {
  const world = await open(t);
  const older = await codeFor(world);
  world.now = new Date(Date.parse(world.now) + 1000).toISOString() as Instant;
  const newest = await codeFor(world);
  assert.ok((await enter(world, newest)).ok);
  assert.equal((await enter(world, older)).ok, false);
});

test('five wrong tries use up the code they were made at, the right one too, and a new one signs in at once', async (t) => {
  const world = await open(t);
  const sent = await codeFor(world);
  const said = [];
  for (let i = 0; i < 5; i++) said.push(kindOf(await enter(world, wrong(sent))));
  assert.deepEqual(said, [...Array(4).fill('code-wrong'), 'code-spent']);
  assert.equal(kindOf(await enter(world, sent)), 'code-spent');
  assert.equal(kindOf(await enter(world, await codeFor(world))), 'in');
});

test('of guesses at a code sent at once five are looked at, and the right one behind them finds it used up', async (t) => {
  const world = await open(t);
  const sent = await codeFor(world);
  const said = await Promise.all([...Array(30).fill(wrong(sent)), sent].map((guess) => enter(world, guess)));
  const kinds = said.map(kindOf).sort();
  assert.deepEqual(kinds, [...Array(27).fill('code-spent'), ...Array(4).fill('code-wrong')]);
});

test('who guesses at a phone keeps its owner out neither by wrong codes nor by asking for codes first', async (t) => {
  const world = await open(t);
  const owners = await codeFor(world);
  const [first, second] = ['203.0.113.1', '198.51.100.1'];
  for (let asked = 0; asked < 4; asked++) {
    const theirs = await codeFor(world, first);
    for (let i = 0; i < 6; i++) await enter(world, wrong(theirs), first);
  }
  assert.equal(kindOf(await enter(world, owners)), 'in');
  const ask = (from: string) => world.run(nobody, (ctx) => requestCode(ctx, { phone, address: from }));
  const paused = await ask(second);
  assert.ok(!paused.ok && paused.refusal.kind === 'too-many-codes');
  assert.ok(Date.parse(paused.refusal.until) - Date.parse(world.now) <= 60_000, 'a minute, not an hour');
  later(world, 1);
  assert.equal(kindOf(await enter(world, await codeFor(world))), 'in');
});

test('a code signs in only with the browser that asked for it', async (t) => {
  const world = await open(t);
  const owners = await codeFor(world);
  const theirs = await codeFor(world, '203.0.113.1');
  for (const codeId of [theirs.codeId, '00000000-0000-7000-8000-000000000000'])
    assert.equal(kindOf(await enter(world, { codeId, code: owners.code })), 'code-wrong', codeId);
  assert.equal(kindOf(await enter(world, owners)), 'in');
});

test('a network that guesses at many phones is locked, and others are not', async (t) => {
  const world = await open(t);
  const at = async (number: number, from: string): Promise<string> => {
    const other = `1380000${1000 + Math.floor(number / 4)}`;
    const guess = wrong(await codeFor(world, from, other));
    return kindOf(await world.run(nobody, (ctx) => signInByCode(ctx, { phone: other, ...guess, address: from })));
  };
  const said = [];
  for (let i = 0; i < 61; i++) said.push(await at(i, '203.0.113.1'));
  assert.deepEqual(said, [...Array(60).fill('code-wrong'), 'locked']);
  assert.equal(await at(100, '198.51.100.1'), 'code-wrong');
  later(world, 15);
  assert.equal(await at(200, '203.0.113.1'), 'code-wrong');
});

test('a right code among wrong ones sent at once signs in once and brings nothing down', async (t) => {
  const world = await open(t);
  const sent = await codeFor(world);
  const said = await Promise.all([sent, ...Array(4).fill(wrong(sent))].map((guess) => enter(world, guess)));
  assert.equal(said.filter(({ ok }) => ok).length, 1);
});

test('the register is asked six times by one account, however many guesses at a name come at once', async (t) => {
  const world = await open(t);
  const actor = person({ id: must(await enter(world, await codeFor(world))).personId });
  let asked = 0;
  const register: PersonRegister = {
    demoAreas: ['990000'],
    matches: async (name) => {
      asked++;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return name === '王小明' ? 'match' : 'no-match';
    },
  };
  const guess = (name: string) =>
    verifyPerson(world.setting, actor, register, { name, residentNumber: '990100199001010012' });
  const names = [...Array.from({ length: 30 }, (_, at) => `王${at}`), '王小明'];
  const said = await Promise.all(names.map(guess));
  const kinds = said.map((one) => (one.ok ? 'ok' : one.refusal.kind)).sort();
  assert.equal(asked, 6);
  assert.deepEqual(kinds, [...Array(25).fill('locked'), ...Array(6).fill('no-match')]);
});

test('a register that is away costs nobody a try, and who is verified asks it no more', async (t) => {
  const world = await open(t);
  const actor = person({ id: must(await enter(world, await codeFor(world))).personId });
  const who = { name: '王小明', residentNumber: '990100199001010012' };
  const away: PersonRegister = { matches: async () => 'away', demoAreas: ['990000'] };
  for (let i = 0; i < 8; i++) {
    const said = await verifyPerson(world.setting, actor, away, who);
    assert.equal(!said.ok && said.refusal.kind, 'register-away');
  }
  assert.ok((await verifyPerson(world.setting, actor, demoRegister(), who)).ok);
  const never: PersonRegister = { matches: () => assert.fail('asked'), demoAreas: ['990000'] };
  const again = await verifyPerson(world.setting, actor, never, who);
  assert.equal(!again.ok && again.refusal.kind, 'already-verified');
});

test('nothing readable of phone, code, name or number lies in the tables', async (t) => {
  const world = await open(t);
  const sent = await codeFor(world);
  const { code } = sent;
  const { personId } = must(await enter(world, sent));
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
    const given = {
      address,
      account: 'li',
      password: '四季如春-tea-rain',
      totp: totpAt(staff.totpSecret, world.now),
      ...more,
    };
    return signInStaff(world.setting, nobody, given);
  };
  const wrong = { ok: false, refusal: { kind: 'credentials-wrong' } };
  assert.deepEqual(await enterStaff({ password: 'x' }), wrong);
  assert.deepEqual(await enterStaff({ account: 'nobody' }), wrong);
  assert.deepEqual(await enterStaff({ totp: wrongTotp(totpAt(staff.totpSecret, world.now)) }), wrong);
  assert.ok((await enterStaff()).ok);
  assert.deepEqual(await enterStaff(), wrong);
});

test('no connection waits while a password is tried', async (t) => {
  const world = await open(t);
  await givenStaff(world, 'clerk', await givenOrganisation(world), { account: 'li', password: '四季如春-tea-rain' });
  // Twice as many as there are connections.
  const tries = Array.from({ length: 16 }, () =>
    signInStaff(world.setting, nobody, { address, account: 'li', password: 'x', totp: '000000' }).then(() => 'tried'),
  );
  const other = sql`select 1`.execute(world.db).then(() => 'answered');
  assert.equal(await Promise.race([other, ...tries]), 'answered');
  await Promise.all(tries);
});

test('wrong passwords sent at once are counted each, and the right one among the last finds the account locked', async (t) => {
  const world = await open(t);
  const staff = await givenStaff(world, 'clerk', await givenOrganisation(world), {
    account: 'li',
    password: '四季如春-tea-rain',
  });
  const enter = (password: string) =>
    signInStaff(world.setting, nobody, { address, account: 'li', password, totp: totpAt(staff.totpSecret, world.now) });
  const said = await Promise.all(Array.from({ length: 9 }, () => enter('x')));
  const kinds = said.map((one) => (one.ok ? 'in' : one.refusal.kind)).sort();
  assert.deepEqual(kinds, [...Array(6).fill('credentials-wrong'), ...Array(3).fill('locked')]);
  const right = await enter('四季如春-tea-rain');
  assert.equal(!right.ok && right.refusal.kind, 'locked');
});

test('who types nonsense at an account elsewhere does not keep its clerk out, until very many do', async (t) => {
  const world = await open(t);
  const password = '四季如春-tea-rain';
  const staff = await givenStaff(world, 'clerk', await givenOrganisation(world), { account: 'li', password });
  const at = async (from: string, more: object = {}): Promise<string> => {
    const given = { account: 'li', password: 'x', totp: '000000', address: from, ...more };
    const said = await signInStaff(world.setting, nobody, given);
    return said.ok ? 'in' : said.refusal.kind;
  };
  const right = () => ({ password, totp: totpAt(staff.totpSecret, world.now) });
  for (let i = 0; i < 6; i++) assert.equal(await at('203.0.113.1'), 'credentials-wrong');
  assert.equal(await at('203.0.113.1', right()), 'locked');
  assert.equal(await at(address, right()), 'in');
  for (let network = 2; network < 12; network++)
    for (let i = 0; i < 6; i++) assert.equal(await at(`203.0.113.${network}`), 'credentials-wrong');
  later(world, 1);
  assert.equal(await at(address, right()), 'locked');
  later(world, 15);
  assert.equal(await at(address, right()), 'in');
});

test('where too many passwords wait to be tried the next is sent away unlooked at, and counts as no try', async (t) => {
  const world = await open(t);
  const password = '四季如春-tea-rain';
  await givenStaff(world, 'clerk', await givenOrganisation(world), { account: 'li', password });
  const said = await Promise.all(
    Array.from({ length: 60 }, (_, i) =>
      signInStaff(world.setting, nobody, { account: `nobody${i}`, password: 'x', totp: '000000', address }),
    ),
  );
  const kinds = said.map((one) => (one.ok ? 'in' : one.refusal.kind));
  assert.deepEqual(new Set(kinds), new Set(['credentials-wrong', 'busy']));
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from identity.attempts where kind = 'staff'`.execute(world.db);
  assert.equal(rows[0]?.n, kinds.filter((kind) => kind === 'credentials-wrong').length);
});

test('one time step signs in once, though the right words come twice at once', async (t) => {
  const world = await open(t);
  const password = '四季如春-tea-rain';
  const staff = await givenStaff(world, 'clerk', await givenOrganisation(world), { account: 'li', password });
  const totp = totpAt(staff.totpSecret, world.now);
  const both = await Promise.all(
    [1, 2].map(() => signInStaff(world.setting, nobody, { address, account: 'li', password, totp })),
  );
  assert.deepEqual(both.map(({ ok }) => ok).sort(), [false, true]);
});

test('an account that does not exist is refused in the same words and after as much work', async (t) => {
  const world = await open(t);
  await givenStaff(world, 'clerk', await givenOrganisation(world), { account: 'li', password: '四季如春-tea-rain' });
  const took: Record<string, number[]> = { li: [], nobody: [] };
  // Fewer than lock; the least of each is what a patient listener would compare. Work of this process, not time: a busy
  // machine makes any of them late.
  for (let i = 0; i < 5; i++) {
    for (const account of ['li', 'nobody']) {
      const before = process.cpuUsage();
      const said = await signInStaff(world.setting, nobody, { address, account, password: 'x', totp: '000000' });
      const { user, system } = process.cpuUsage(before);
      took[account]?.push((user + system) / 1000);
      assert.deepEqual(said, { ok: false, refusal: { kind: 'credentials-wrong' } });
    }
  }
  const [known = 0, unknown = 0] = [took.li, took.nobody].map((all) => Math.min(...(all ?? [])));
  assert.ok(unknown > known / 2 && known > unknown / 2, `${known} ms of work known, ${unknown} ms unknown`);
});

test('one address, and all together, get so many codes in ten minutes; known phones and unknown ones alike', async (t) => {
  const world = await open(t);
  must(await enter(world, await codeFor(world)));
  world.now = new Date(Date.parse(world.now) + 700_000).toISOString() as Instant;
  let serial = 0;
  const ask = async (from: string, to = `1380000${String(++serial).padStart(4, '0')}`) => {
    const given = { phone: to, address: from, ceilings: { network: 3, house: 5 } };
    const said = await world.run(nobody, (ctx) => requestCode(ctx, given));
    return said.ok ? 'sent' : said.refusal.kind;
  };
  const sent = [];
  for (let i = 0; i < 4; i++) sent.push(await ask('2001:db8:0:1::7'));
  assert.deepEqual(sent, ['sent', 'sent', 'sent', 'network-busy']);
  assert.equal(await ask('2001:db8::1:ffff:0:0:9'), 'network-busy', 'one IPv6 network of 64 bits is one place');
  assert.equal(await ask('198.51.100.1'), 'sent');
  assert.equal(await ask('::ffff:198.51.100.1'), 'sent');
  assert.equal(await ask('203.0.113.1'), 'house-busy');
  assert.equal(await ask('203.0.113.1', phone), 'house-busy');
  world.now = new Date(Date.parse(world.now) + 600_001).toISOString() as Instant;
  assert.equal(await ask('203.0.113.1', phone), 'sent');
  const { rows } = await sql<{ all: string }>`
    select string_agg(row_to_json(c)::text, '') as all from identity.sign_in_codes c`.execute(world.db);
  assert.doesNotMatch(rows[0]?.all ?? '', /203\.0\.113|2001:db8/);
});

test('codes asked for in the same instant stop at the same ceilings: of a phone, a network, the house', async (t) => {
  const world = await open(t);
  const ask = async (from: string, to: string, ceilings: { network: number; house: number }) => {
    const said = await world.run(nobody, (ctx) => requestCode(ctx, { phone: to, address: from, ceilings }));
    return said.ok ? 'sent' : said.refusal.kind;
  };
  const all = async (one: (at: number) => Promise<string>) =>
    (await Promise.all(Array.from({ length: 12 }, (_, at) => one(at)))).filter((kind) => kind === 'sent').length;
  const wide = { network: 1000, house: 1000 };
  assert.equal(await all(() => ask(address, phone, wide)), 5);
  assert.equal(await all((at) => ask('198.51.100.1', `1380000${1000 + at}`, { network: 3, house: 1000 })), 3);
  assert.equal(await all((at) => ask(`203.0.113.${at}`, `1380000${2000 + at}`, { network: 9, house: 10 })), 2);
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
      await signInStaff(world.setting, nobody, { address, account: 'li', password: '四季如春-tea-rain', totp }),
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
