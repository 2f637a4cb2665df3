import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { civilDate as d, type Instant, must } from '@zhengtong/kernel';
import { type Actor, systemActor } from '@zhengtong/platform';
import { reading, testWorld, type World } from '@zhengtong/platform/test';
import { dayAt } from '@zhengtong/standards';
import * as contract from './contract.ts';
import { adoptBuiltInYears, calendarModule, hallDayAt, importAnnouncements, workCalendarAt } from './index.ts';
import { givenLocalDays } from './test.ts';
import { withdrawAnnouncement } from './withdraw-announcement.ts';

const operator = systemActor('operator');
const now = '2026-09-21T02:00:00Z';
const administrator: Actor = { kind: 'staff', id: 'a', roles: ['administrator'], divisionCode: '990100' };
const makeWorld = (t: TestContext) => testWorld(t, { modules: [calendarModule], now });
const dayIn = async (world: World, division: string, on: string, asOf?: string) =>
  dayAt(await reading(world, operator, (ctx) => workCalendarAt(ctx, division, asOf as Instant)), d(on));
const later = (world: World, hours: number) => {
  world.now = new Date(Date.parse(world.now) + hours * 3_600_000).toISOString() as Instant;
};

const year = {
  kind: 'year',
  year: 2027,
  off: { '2027-01-01': '元旦', '2027-01-02': '元旦', '2027-01-03': '元旦', '2027-02-05': '春节' },
  worked: { '2027-02-20': '春节' },
  document: '国办发明电〔2026〕9号',
};
const days = {
  kind: 'days' as const,
  divisionCode: '990100',
  as: 'holiday' as const,
  from: '2026-10-12',
  to: '2026-10-13',
  name: { zh: '建市节', en: 'Founding Day' },
  document: '示例市人民政府〔2026〕7号',
};

test('a local holiday holds in its division and inside it, names its document, and holds nowhere else', async (t) => {
  const world = await makeWorld(t);
  await givenLocalDays(world, 'holiday', '2026-10-12');
  for (const [division, kind] of [
    ['990100', 'local-holiday'],
    ['990102', 'local-holiday'],
    ['990200', 'working'],
    ['110101', 'working'],
  ] as const)
    assert.equal((await dayIn(world, division, '2026-10-12')).kind, kind, division);
  assert.equal((await dayIn(world, '990102', '2026-10-12')).document, '示例市人民政府〔2026〕7号');
});

test('what was known on an earlier day can be read again after every later announcement', async (t) => {
  const world = await makeWorld(t);
  const before = world.now;
  later(world, 1);
  await givenLocalDays(world, 'holiday', '2026-10-12');
  const between = world.now;
  later(world, 1);
  await givenLocalDays(world, 'working', '2026-10-12', '2026-10-12', { document: '示例市人民政府〔2026〕8号' });
  assert.equal((await dayIn(world, '990100', '2026-10-12', before)).kind, 'working');
  assert.equal((await dayIn(world, '990100', '2026-10-12', between)).kind, 'local-holiday');
  assert.equal((await dayIn(world, '990100', '2026-10-12')).document, '示例市人民政府〔2026〕8号');
});

test('a national year goes in from a file without a new program, makes its days certain, and twice is once', async (t) => {
  const world = await makeWorld(t);
  const before = world.now;
  later(world, 1);
  assert.equal((await dayIn(world, '990100', '2027-02-20')).isProvisional, true);
  const take = async () => must(await world.run(operator, (ctx) => importAnnouncements(ctx, [year, days])));
  assert.deepEqual([(await take()).published.length, (await take()).known], [2, 2]);
  const day = await dayIn(world, '110000', '2027-02-20');
  assert.deepEqual([day.kind, day.isProvisional, day.document], ['make-up', false, '国办发明电〔2026〕9号']);
  assert.equal((await dayIn(world, '110000', '2027-02-20', before)).isProvisional, true);
  assert.equal((await dayIn(world, '110000', '2028-02-20')).isProvisional, true);
});

test('one wrong entry of a file publishes none of it and says which', async (t) => {
  const world = await makeWorld(t);
  const refused = await world.run(operator, (ctx) => importAnnouncements(ctx, [days, { ...days, from: '2026-02-30' }]));
  assert.deepEqual(refused.ok ? '' : [refused.refusal.kind, refused.refusal.entry], ['days-wrong', 2]);
  assert.equal((await dayIn(world, '990100', '2026-10-12')).kind, 'working');
});

test('a year a new version brings is published once, and not over one that was typed in', async (t) => {
  const world = await makeWorld(t);
  const notice = (of: number) => ({
    year: of,
    off: [{ on: d(`${of}-01-01`), name: { zh: '元旦', en: '' } }],
    worked: [],
  });
  must(await world.run(operator, (ctx) => importAnnouncements(ctx, [year])));
  const adopt = () =>
    world.with(operator, (ctx) => adoptBuiltInYears(ctx, { notices: [notice(2026), notice(2027), notice(2028)] }));
  assert.deepEqual((await adopt()).adopted, [2028]);
  assert.deepEqual(await adopt(), { adopted: [], waiting: [] });
  assert.equal((await dayIn(world, '990100', '2028-12-20')).isProvisional, false);
});

test('a day gone by is never made a working day, nor by a withdrawal', async (t) => {
  const world = await makeWorld(t);
  const past = await givenLocalDays(world, 'closed', '2026-09-17', '2026-09-18');
  const post = (body: object) => world.call(contract.PublishAnnouncement, { as: administrator, body: body as never });
  const worked = await post({ ...days, as: 'working', from: '2026-09-19', to: '2026-09-19' });
  assert.deepEqual([worked.status, worked.body.type], [422, '/problems/worked-in-the-past']);
  const taken = await world.call(contract.WithdrawAnnouncement, {
    as: administrator,
    params: { id: past.id },
    body: { document: '更正' },
  });
  assert.equal(taken.body.type, '/problems/worked-in-the-past');
});

test('a national year that comes late makes no day gone by a working day, unless the operator says so', async (t) => {
  const world = await makeWorld(t);
  world.now = '2027-02-21T02:00:00.000Z' as Instant;
  const take = (mayWorkPast: boolean) =>
    world.run(operator, (ctx) => importAnnouncements(ctx, [year], { mayWorkPast }));
  const refused = await take(false);
  assert.deepEqual(refused.ok ? '' : [refused.refusal.kind, refused.refusal.entry], ['worked-in-the-past', 1]);
  const typed = await world.call(contract.PublishAnnouncement, {
    as: administrator,
    body: { ...year, mayWorkPast: true } as never,
  });
  assert.notEqual(typed.status, 200, 'nobody says so in a form');
  assert.equal((await dayIn(world, '990100', '2027-02-20')).kind, 'weekend');
  assert.equal(must(await take(true)).published.length, 1);
  assert.equal((await dayIn(world, '990100', '2027-02-20')).kind, 'make-up');
});

test('a year a new version brings late waits for the operator and says so; one that moves no day gone by does not', async (t) => {
  const world = await makeWorld(t);
  world.now = '2027-02-21T02:00:00.000Z' as Instant;
  const notice = (of: number, worked: string) => ({
    year: of,
    off: [],
    worked: [{ on: d(worked), name: { zh: '春节', en: '' } }],
  });
  const notices = [notice(2027, '2027-02-20'), notice(2028, '2028-02-19')];
  const adopt = (mayWorkPast = false) =>
    world.with(operator, (ctx) => adoptBuiltInYears(ctx, { notices, mayWorkPast }));
  assert.deepEqual(await adopt(), { adopted: [2028], waiting: [2027] });
  assert.deepEqual(await adopt(), { adopted: [], waiting: [2027] });
  assert.deepEqual(await adopt(true), { adopted: [2027], waiting: [] });
});

test('a year is not withdrawn once one of its days of rest has gone by', async (t) => {
  const world = await makeWorld(t);
  const notice = { ...year, off: { '2027-03-01': '春节' }, worked: {} };
  const [one] = must(await world.run(operator, (ctx) => importAnnouncements(ctx, [notice]))).published;
  const withdraw = () =>
    world.run(operator, (ctx) =>
      withdrawAnnouncement(ctx, '000000', { id: one?.id ?? '', document: '更正', mayFor: () => true }),
    );
  world.now = '2027-03-02T02:00:00.000Z' as Instant;
  const late = await withdraw();
  assert.equal(!late.ok && late.refusal.kind, 'worked-in-the-past');
  world.now = '2026-12-01T02:00:00.000Z' as Instant;
  assert.ok((await withdraw()).ok);
});

test('an announcement withdrawn holds no more, and cannot be withdrawn twice or by another city', async (t) => {
  const world = await makeWorld(t);
  const one = await givenLocalDays(world, 'holiday', '2026-10-12');
  const withdraw = (as: Actor) =>
    world.call(contract.WithdrawAnnouncement, {
      as,
      params: { id: one.id },
      body: { document: '示例市人民政府〔2026〕9号' },
    });
  assert.equal((await withdraw({ ...administrator, id: 'b', divisionCode: '990200' })).status, 409);
  assert.equal((await withdraw(administrator)).status, 200);
  assert.equal((await withdraw(administrator)).status, 409);
  assert.equal((await dayIn(world, '990100', '2026-10-12')).kind, 'working');
});

test('an administrator speaks for the own division and those inside it, and for no other city', async (t) => {
  const world = await makeWorld(t);
  const post = (divisionCode: string) =>
    world.call(contract.PublishAnnouncement, { as: administrator, body: { ...days, divisionCode } });
  assert.deepEqual(
    [(await post('990102')).status, (await post('990000')).status, (await post('990200')).status],
    [200, 200, 403],
  );
});

test('a county of the city types in nothing for the city, and takes nothing of the city back', async (t) => {
  const world = await makeWorld(t);
  const county: Actor = { ...administrator, id: 'c', divisionCode: '990102' };
  const post = (divisionCode: string) =>
    world.call(contract.PublishAnnouncement, { as: county, body: { ...days, divisionCode } });
  const statuses = [];
  for (const area of ['990102', '990100', '990000', '990103']) statuses.push((await post(area)).status);
  assert.deepEqual(statuses, [200, 403, 403, 403]);
  const city = await givenLocalDays(world, 'holiday', '2026-10-12');
  const taken = await world.call(contract.WithdrawAnnouncement, {
    as: county,
    params: { id: city.id },
    body: { document: '通知' },
  });
  assert.equal(taken.status, 403);
});

test('the closing of one hall changes its hours and no clock; its own hours hold from their day on', async (t) => {
  const world = await makeWorld(t);
  const [hallId, other] = ['01920000-0000-7000-8000-00000000000a', '01920000-0000-7000-8000-00000000000b'];
  await givenLocalDays(world, 'closed', '2026-10-12', '2026-10-12', { hallId });
  const hours = {
    workingDays: [{ opens: '08:30', closes: '18:00' }],
    saturdays: [{ opens: '09:00', closes: '12:00' }],
  };
  const body = { kind: 'hours', divisionCode: '990100', hallId, from: '2026-10-15', hours, document: '通知' } as const;
  assert.equal((await world.call(contract.PublishAnnouncement, { as: administrator, body })).status, 200);
  const wrong = { ...body, hours: { workingDays: [{ opens: '18:00', closes: '08:30' }] } };
  assert.equal((await world.call(contract.PublishAnnouncement, { as: administrator, body: wrong })).status, 422);
  const open = async (id: string, on: string) =>
    (await reading(world, operator, (ctx) => hallDayAt(ctx, { divisionCode: '990100', hallId: id, on: d(on) }))).hours
      .map(({ opens, closes }) => `${opens}-${closes}`)
      .join(' ');
  assert.equal(await open(hallId, '2026-10-12'), '');
  assert.equal(await open(other, '2026-10-12'), '09:00-12:00 13:30-17:00');
  assert.equal(await open(hallId, '2026-10-15'), '08:30-18:00');
  assert.equal(await open(hallId, '2026-10-17'), '09:00-12:00');
  assert.equal(await open(hallId, '2026-10-18'), '');
  assert.equal((await dayIn(world, '990100', '2026-10-12')).kind, 'working');
});

test('the console reads a month as it holds and as it was known', async (t) => {
  const world = await makeWorld(t);
  await givenLocalDays(world, 'holiday', '2026-10-12');
  const as: Actor = { ...administrator, roles: ['clerk'] };
  const { body } = await world.call(contract.ReadCalendar, { as, query: { month: '2026-10' } });
  const found = (body.days as contract.CalendarDay[]).find(({ on }) => on === '2026-10-12');
  assert.deepEqual([found?.kind, found?.document], ['local-holiday', '示例市人民政府〔2026〕7号']);
  const listed = await world.call(contract.ListAnnouncements, { as });
  assert.deepEqual([listed.body.announcedThrough, (listed.body.announcements as unknown[]).length], [2026, 1]);
});
