import assert from 'node:assert/strict';
import test from 'node:test';
import { ok, type Refusal, type Result, refuse } from '@zhengtong/kernel';
import { sql } from 'kysely';
import { fingerprint, runOnce } from './command.ts';
import { type Ctx, keep, noteRead } from './context.ts';
import { runAtOnce } from './run-at-once.ts';
import { person, testWorld, type World } from './test/index.ts';

const me = person();
const say = (result: Result<unknown, Refusal>) =>
  result.ok ? { status: 200, body: String(result.value) } : { status: 409, body: result.refusal.kind };

/** Counts how often it really ran, in the database: a row that rolls back is not counted. */
async function worldWithCounter(t: Parameters<typeof testWorld>[0]): Promise<World> {
  const world = await testWorld(t, { modules: [] });
  await sql`create table public.effects (id integer)`.execute(world.db);
  return world;
}
const effect = (ctx: Ctx) => sql`insert into public.effects values (1)`.execute(ctx.tx);
const effects = async (world: World) =>
  (await sql<{ n: number }>`select count(*) as n from public.effects`.execute(world.db)).rows[0]?.n;

test('a command sent five times at once has one effect and one answer', async (t) => {
  const world = await worldWithCounter(t);
  const send = () =>
    runOnce(
      world.setting,
      me,
      { key: 'k', fingerprint: 'f' },
      async (ctx) => ok(await effect(ctx).then(() => 'done')),
      say,
    );
  const answers = await Promise.all(Array.from({ length: 5 }, send));
  for (const answer of answers) if (answer.ok) assert.deepEqual(answer.value, { status: 200, body: 'done' });
  assert.equal(await effects(world), 1);
});

test('a refusal takes its rows back, keeps what it noted, and is replayed', async (t) => {
  const world = await worldWithCounter(t);
  let ran = 0;
  const send = () =>
    runOnce(
      world.setting,
      me,
      { key: 'k', fingerprint: 'f' },
      async (ctx) => {
        ran++;
        await effect(ctx);
        noteRead(ctx, { subject: 's', purpose: 'test', fields: ['name'] });
        keep(ctx, async (tx) => void (await sql`create table public.kept (id integer)`.execute(tx)));
        return refuse({ kind: 'too-late' });
      },
      say,
    );
  assert.deepEqual(await send(), { ok: true, value: { status: 409, body: 'too-late' } });
  assert.deepEqual(await send(), { ok: true, value: { status: 409, body: 'too-late' } });
  assert.equal(ran, 1);
  assert.equal(await effects(world), 0);
  const { rows } =
    await sql`select 1 from platform.access_log, public.kept right join (values (1)) one on true`.execute(world.db);
  assert.equal(rows.length, 1);
});

test('the same key with another body is told so, and another actor has keys of his own', async (t) => {
  const world = await worldWithCounter(t);
  const send = (actor: typeof me, fingerprint: string) =>
    runOnce(
      world.setting,
      actor,
      { key: 'k', fingerprint },
      async (ctx) => ok(await effect(ctx)),
      () => ({ status: 200, body: '' }),
    );
  await send(me, 'f');
  assert.deepEqual(await send(me, 'g'), { ok: false, refusal: { kind: 'other-body' } });
  assert.ok((await send(person(), 'g')).ok);
  assert.equal(await effects(world), 2);
});

test('a command still under way is not begun a second time', async (t) => {
  const world = await worldWithCounter(t);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const slow = runOnce(
    world.setting,
    me,
    { key: 'k', fingerprint: 'f' },
    async (ctx) => {
      await effect(ctx);
      await held;
      return ok('slow');
    },
    say,
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  const second = await runOnce(world.setting, me, { key: 'k', fingerprint: 'f' }, async () => ok('second'), say);
  assert.deepEqual(second, { ok: false, refusal: { kind: 'in-flight' } });
  release();
  assert.ok((await slow).ok);
  assert.equal(await effects(world), 1);
});

test('a fault leaves neither effect nor key, so the command can be sent again', async (t) => {
  const world = await worldWithCounter(t);
  const tag = { key: 'k', fingerprint: 'f' };
  await assert.rejects(
    runOnce(
      world.setting,
      me,
      tag,
      async (ctx) => {
        await effect(ctx);
        throw new Error('crash');
      },
      say,
    ),
    /crash/,
  );
  assert.equal(await effects(world), 0);
  await runOnce(
    world.setting,
    me,
    tag,
    async (ctx) => ok(await effect(ctx)),
    () => ({ status: 200, body: '' }),
  );
  assert.equal(await effects(world), 1);
});

test('a key is free again after 24 hours', async (t) => {
  const world = await worldWithCounter(t);
  const send = () =>
    runOnce(
      world.setting,
      me,
      { key: 'k', fingerprint: 'f' },
      async (ctx) => ok(await effect(ctx)),
      () => ({ status: 200, body: '' }),
    );
  await send();
  world.now = '2026-09-22T01:30:01.000Z' as World['now'];
  await send();
  assert.equal(await effects(world), 2);
});

test('what was sent cannot be guessed from what is stored of it', async (t) => {
  const world = await worldWithCounter(t);
  const sent = fingerprint('/sign-in', { phone: '13900000001' });
  await runOnce(world.setting, me, { key: 'k', fingerprint: sent }, async () => ok('done'), say);
  await runAtOnce(world.setting, me, { key: 'l', fingerprint: sent }, async () => ok({ value: '', parts: [] }), say);
  const { rows } = await sql<{ fingerprint: string }>`select fingerprint from platform.idempotency_keys`.execute(
    world.db,
  );
  assert.equal(rows.length, 2);
  assert.ok(rows.every((row) => row.fingerprint !== sent));
});
