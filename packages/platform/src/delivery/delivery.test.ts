import assert from 'node:assert/strict';
import test from 'node:test';
import { defineEvent, newId, ok, refuse } from '@zhengtong/kernel';
import { sql } from 'kysely';
import Type from 'typebox';
import { systemActor } from '../context.ts';
import type { Module } from '../module.ts';
import { platformModule } from '../module.ts';
import { reading, staff, testWorld, type World } from '../test/index.ts';
import { defineJob, emit, schedule } from './emit.ts';
import { type Listener, listen, listenOutside, onJob } from './listen.ts';
import { listFailedDeliveries, tryDeliveryAgain } from './parked.ts';
import { startWorker } from './worker.ts';

const Happened = defineEvent('thing.happened', Type.Object({ thing: Type.String() }));
const news = (thing: string = newId()) => ({ event: Happened, divisionCode: '990100', key: thing, payload: { thing } });
const actor = systemActor('test');

const hearing = (...listeners: Listener[]): Module => ({ ...platformModule, name: 'platform', listeners });

async function work(world: World, listeners: Listener[], faults: unknown[] = []): Promise<void> {
  const worker = startWorker({ setting: world.setting, listeners, lanes: 0, onFault: (fault) => faults.push(fault) });
  while ((await worker.drain()) > 0);
  await worker.stop();
}

test('an event told in a refused use case was never told', async (t) => {
  const heard: string[] = [];
  const listener = listen('test.on-thing', Happened, async (_, { thing }) => void heard.push(thing));
  const world = await testWorld(t, { modules: [hearing(listener)] });
  await world.run(actor, async (ctx) => {
    await emit(ctx, news());
    return refuse({ kind: 'no' });
  });
  await world.run(actor, async (ctx) => ok(await emit(ctx, news('told'))));
  await work(world, [listener]);
  assert.deepEqual(heard, ['told']);
});

test('two workers at once hand each event over exactly once', async (t) => {
  const listener = listen('test.on-thing', Happened, async (ctx, { thing }) => {
    await sql`insert into public.heard values (${thing})`.execute(ctx.tx);
  });
  const world = await testWorld(t, { modules: [hearing(listener)] });
  await sql`create table public.heard (thing text)`.execute(world.db);
  await world.with(actor, async (ctx) => {
    for (let i = 0; i < 40; i++) await emit(ctx, news());
  });
  await Promise.all([work(world, [listener]), work(world, [listener])]);
  const { rows } = await sql`select count(*) as n, count(distinct thing) as different from public.heard`.execute(
    world.db,
  );
  assert.deepEqual(rows, [{ n: 40, different: 40 }]);
});

test('events go several to a transaction, and one that fails takes none of the others with it', async (t) => {
  let failing = 'bad';
  const listener = listen('test.on-thing', Happened, async (ctx, { thing }) => {
    await sql`insert into public.heard values (${thing}, pg_current_xact_id()::text)`.execute(ctx.tx);
    if (thing === failing) throw new Error('the printer is on fire');
  });
  const world = await testWorld(t, { modules: [hearing(listener)] });
  await sql`create table public.heard (thing text, xid text)`.execute(world.db);
  const tell = (...things: string[]) =>
    world.with(actor, async (ctx) => {
      for (const thing of things) await emit(ctx, news(thing));
    });
  const heard = async () =>
    (
      await sql`select count(*) as n, count(distinct thing) as different, count(distinct xid) as commits from public.heard`.execute(
        world.db,
      )
    ).rows[0];
  await tell('a', 'b', 'c', 'd');
  await work(world, [listener]);
  assert.deepEqual(await heard(), { n: 4, different: 4, commits: 1 });
  await tell('e', 'bad', 'f');
  const faults: unknown[] = [];
  await work(world, [listener], faults);
  assert.equal(faults.length, 1);
  assert.deepEqual(await heard(), { n: 6, different: 6, commits: 3 });
  failing = '';
  world.now = new Date(Date.parse(world.now) + 10_000).toISOString() as World['now'];
  await work(world, [listener]);
  assert.equal(((await heard()) as { n: number }).n, 7);
});

test('a listener that fails leaves no effect, waits longer each time, is parked after ten tries and can be tried again', async (t) => {
  let failing = true;
  const listener = listen('test.on-thing', Happened, async (ctx) => {
    await sql`insert into public.heard values ('x')`.execute(ctx.tx);
    if (failing) throw new Error('the printer is on fire');
  });
  const world = await testWorld(t, { modules: [hearing(listener)] });
  await sql`create table public.heard (thing text)`.execute(world.db);
  await world.with(actor, (ctx) => emit(ctx, news()));
  const faults: unknown[] = [];
  for (let tries = 0; tries < 12; tries++) {
    await work(world, [listener], faults);
    world.now = new Date(Date.parse(world.now) + 3_601_000).toISOString() as World['now'];
  }
  assert.equal(faults.length, 10);
  const parked = await reading(world, staff('administrator'), (ctx) => listFailedDeliveries(ctx, '990100'));
  assert.equal(parked.length, 1);
  assert.match(parked[0]!.lastError ?? '', /printer is on fire/);
  failing = false;
  const again = () => world.run(actor, (ctx) => tryDeliveryAgain(ctx, parked[0]!));
  assert.ok((await again()).ok);
  assert.equal((await again()).ok, false);
  await work(world, [listener]);
  const { rows } = await sql`select count(*) as n from public.heard`.execute(world.db);
  assert.deepEqual(rows, [{ n: 1 }]);
});

test('work outside the process runs with no transaction open and is done once it returns', async (t) => {
  let sent = 0;
  const listener = listenOutside('test.send', Happened, async (setting) => {
    const { rows } =
      await sql`select 1 from pg_stat_activity where state = 'idle in transaction' and datname = current_database()`.execute(
        setting.db,
      );
    assert.equal(rows.length, 0);
    sent++;
  });
  const world = await testWorld(t, { modules: [hearing(listener)] });
  await world.with(actor, (ctx) => emit(ctx, news()));
  await work(world, [listener]);
  await work(world, [listener]);
  assert.equal(sent, 1);
});

test('a job waits for its time', async (t) => {
  const Remind = defineJob(defineEvent('job.test.remind', Type.Object({})));
  let reminded = 0;
  const listener = onJob(Remind, async () => void reminded++);
  const world = await testWorld(t, { modules: [hearing(listener)] });
  await world.with(actor, (ctx) =>
    schedule(
      ctx,
      { event: Remind, divisionCode: '990100', key: 'x', payload: {} },
      '2026-09-22T00:00:00.000Z' as World['now'],
    ),
  );
  await work(world, [listener]);
  assert.equal(reminded, 0);
  world.now = '2026-09-22T00:00:00.000Z' as World['now'];
  await work(world, [listener]);
  assert.equal(reminded, 1);
});
