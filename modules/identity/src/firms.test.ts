import assert from 'node:assert/strict';
import test from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { type Instant, must } from '@zhengtong/kernel';
import { type Actor, systemActor } from '@zhengtong/platform';
import { reading, testWorld, type World } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import {
  authenticate,
  chooseFirm,
  findFirm,
  findWhoToTell,
  identityModule,
  listFirmsOf,
  registerFirm,
} from './index.ts';
import { givenPerson, givenSession } from './test.ts';

const firm = { creditCode: '91990100MA0990004N', name: '示例市晨光餐饮有限公司' };

const open = (t: Parameters<typeof testWorld>[0]) => testWorld(t, { modules: [identityModule] });
const represents = (world: World, { id }: Actor) =>
  world.with(systemActor('test'), async (ctx) => must(await registerFirm(ctx, { ...firm, legalRepresentativeId: id })));
const firmsOf = async (world: World, { id }: Actor) =>
  (await reading(world, systemActor('test'), (ctx) => listFirmsOf(ctx, id))).map(({ name }) => name);

/** Who the house takes this browser for; the session's cookie goes on whatever happens to the firm. */
async function browserOf(world: World, person: Actor) {
  const [name = '', token = ''] = (await givenSession(world, person)).split('=');
  const who = () => authenticate(world.setting)({ url: '/my', cookies: { [name]: token } } as never);
  const choose = async (firmId?: string) => world.run(await who(), (ctx) => chooseFirm(ctx, firmId));
  return { who, choose };
}

test('a new legal representative takes the place of the old, whose open session acts for the firm no more', async (t) => {
  const world = await open(t);
  const [before, after] = [await givenPerson(world), await givenPerson(world)];
  const { id } = await represents(world, before);
  const [old, other] = [await browserOf(world, before), await browserOf(world, after)];
  assert.ok((await old.choose(id)).ok);
  assert.deepEqual([(await old.who()).firmId, (await old.who()).roles], [id, ['person', 'firm']]);
  assert.deepEqual(await other.choose(id), { ok: false, refusal: { kind: 'not-a-member' } });

  assert.equal((await represents(world, after)).id, id);
  const now = await old.who();
  assert.deepEqual([now.id, now.firmId, now.roles], [before.id, undefined, ['person']]);
  assert.deepEqual(await old.choose(id), { ok: false, refusal: { kind: 'not-a-member' } });
  assert.deepEqual([await firmsOf(world, before), await firmsOf(world, after)], [[], [firm.name]]);
  assert.ok((await other.choose(id)).ok);
  assert.equal((await other.who()).firmId, id);
});

test('the same representative named again keeps acting for the firm, and one named anew acts for it again', async (t) => {
  const world = await open(t);
  const [one, two] = [await givenPerson(world), await givenPerson(world)];
  const { id } = await represents(world, one);
  const browser = await browserOf(world, one);
  must(await browser.choose(id));
  await represents(world, one);
  assert.equal((await browser.who()).firmId, id);
  await represents(world, two);
  assert.equal((await browser.who()).firmId, undefined);
  await represents(world, one);
  assert.ok((await browser.choose(id)).ok);
  assert.deepEqual([await firmsOf(world, one), await firmsOf(world, two)], [[firm.name], []]);
});

test('of two representatives named at once the second waits for the first, and alone is left', async (t) => {
  const world = await open(t);
  const [one, two, three] = [await givenPerson(world), await givenPerson(world), await givenPerson(world)];
  await represents(world, one);
  let second: Promise<unknown> | undefined;
  let isSecondDone = false;
  const isSomebodyWaiting = async () => {
    const { rows } = await sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(world.db);
    return rows.length > 0;
  };
  await world.with(systemActor('test'), async (ctx) => {
    must(await registerFirm(ctx, { ...firm, legalRepresentativeId: two.id }));
    second = represents(world, three).then(() => {
      isSecondDone = true;
    });
    while (!isSecondDone && !(await isSomebodyWaiting())) await setImmediate();
  });
  await second;
  const left = [await firmsOf(world, one), await firmsOf(world, two), await firmsOf(world, three)];
  assert.deepEqual(left, [[], [], [firm.name]]);
});

test('a firm goes by the name its register gave last, and of an earlier day by the name it had then', async (t) => {
  const world = await open(t);
  const person = await givenPerson(world);
  const { id } = await represents(world, person);
  const before = world.now;
  world.now = '2027-03-01T01:00:00.000Z' as Instant;
  const renamed = { ...firm, name: '示例市晨曦餐饮有限公司', legalRepresentativeId: person.id };
  const answered = await world.with(systemActor('test'), async (ctx) => must(await registerFirm(ctx, renamed)));
  assert.deepEqual([answered.id, answered.name], [id, renamed.name]);
  assert.deepEqual(await firmsOf(world, person), [renamed.name]);
  const nameAt = async (at?: Instant) =>
    (await reading(world, systemActor('test'), (ctx) => findFirm(ctx, id, at)))?.name;
  assert.deepEqual(
    [await nameAt(), await nameAt(before), await nameAt(world.now)],
    [renamed.name, firm.name, renamed.name],
  );
});

test('of a firm is told who is named while they may act for it, else its legal representative', async (t) => {
  const world = await open(t);
  const [one, two] = [await givenPerson(world), await givenPerson(world)];
  const { id } = await represents(world, one);
  const told = (person: Actor) =>
    reading(world, systemActor('test'), (ctx) => findWhoToTell(ctx, { firmId: id, personId: person.id }));
  assert.deepEqual([await told(one), await told(two)], [one.id, one.id]);
  await represents(world, two);
  assert.deepEqual([await told(one), await told(two)], [two.id, two.id]);
});
