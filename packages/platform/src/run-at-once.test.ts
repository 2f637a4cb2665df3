import assert from 'node:assert/strict';
import test from 'node:test';
import { must, ok, type Refusal, type Result, refuse } from '@zhengtong/kernel';
import { sql } from 'kysely';
import { keep, noteRead } from './context.ts';
import { runAtOnce } from './run-at-once.ts';
import { person, testWorld, type World } from './test/index.ts';

const me = person();
const tag = { key: 'k', fingerprint: 'f' };
const say = (result: Result<unknown, Refusal>) =>
  result.ok ? { status: 200, body: String(result.value) } : { status: 409, body: result.refusal.kind };
const effect = sql`effect as (insert into public.effects values (1))`;

async function worldWithCounter(t: Parameters<typeof testWorld>[0]): Promise<World> {
  const world = await testWorld(t, { modules: [] });
  await sql`create table public.effects (id integer)`.execute(world.db);
  return world;
}
const effects = async (world: World) =>
  (await sql<{ n: number }>`select count(*) as n from public.effects`.execute(world.db)).rows[0]?.n;

test('one statement sent five times at once has one effect and one answer', async (t) => {
  const world = await worldWithCounter(t);
  let serial = 0;
  const send = () => runAtOnce(world.setting, me, tag, async () => ok({ value: `n${++serial}`, parts: [effect] }), say);
  const answers = await Promise.all(Array.from({ length: 5 }, send));
  assert.equal(new Set(answers.map((answer) => answer.ok && answer.value.body)).size, 1);
  assert.equal(await effects(world), 1);
});

test('a refusal is kept under the key with what it noted, and answered again although it would now be granted', async (t) => {
  const world = await worldWithCounter(t);
  let isRefusing = true;
  const send = () =>
    runAtOnce(
      world.setting,
      me,
      tag,
      async (ctx) => {
        noteRead(ctx, { subject: 's', purpose: 'test', fields: ['name'] });
        keep(ctx, async (tx) => void (await sql`insert into public.effects values (2)`.execute(tx)));
        return isRefusing ? refuse({ kind: 'too-late' }) : ok({ value: 'done', parts: [effect] });
      },
      say,
    );
  assert.deepEqual(await send(), { ok: true, value: { status: 409, body: 'too-late' } });
  isRefusing = false;
  assert.deepEqual(await send(), { ok: true, value: { status: 409, body: 'too-late' } });
  assert.equal(await effects(world), 1);
  const { rows } = await sql`select 1 from platform.access_log`.execute(world.db);
  assert.equal(rows.length, 1);
});

test('another body under the key is told so and writes nothing', async (t) => {
  const world = await worldWithCounter(t);
  const send = (fingerprint: string) =>
    runAtOnce(world.setting, me, { key: 'k', fingerprint }, async () => ok({ value: '', parts: [effect] }), say);
  await send('f');
  assert.deepEqual(await send('g'), { ok: false, refusal: { kind: 'other-body' } });
  assert.equal(await effects(world), 1);
});

test('what comes after the statement commits with it or takes it back, and the command can be sent again', async (t) => {
  const world = await worldWithCounter(t);
  let isFailing = true;
  const afterwards = async () => {
    if (isFailing) throw new Error('crash');
    return ok();
  };
  const send = () => runAtOnce(world.setting, me, tag, async () => ok({ value: '', parts: [effect], afterwards }), say);
  await assert.rejects(send(), /crash/);
  assert.equal(await effects(world), 0);
  isFailing = false;
  assert.ok((await send()).ok);
  assert.equal(await effects(world), 1);
});

test('a decision whose ground has changed before it was written is taken back and made anew', async (t) => {
  const world = await worldWithCounter(t);
  let decisions = 0;
  const afterwards = async () => (decisions === 1 ? refuse({ kind: 'gone' }) : ok());
  const send = () =>
    runAtOnce(
      world.setting,
      me,
      tag,
      async () => {
        decisions += 1;
        return ok({ value: `decision ${decisions}`, parts: [effect], afterwards });
      },
      say,
    );
  const first = must(await send());
  assert.match(first.body, /decision 2/);
  assert.equal(await effects(world), 1);
  assert.deepEqual(must(await send()), first);
});

test('a key is free again after 24 hours', async (t) => {
  const world = await worldWithCounter(t);
  const send = () => runAtOnce(world.setting, me, tag, async () => ok({ value: '', parts: [effect] }), say);
  await send();
  world.now = '2026-09-22T01:30:01.000Z' as World['now'];
  await send();
  assert.equal(await effects(world), 2);
});

test('what was decided on something that changed meanwhile is decided anew, and only for the constraints named', async (t) => {
  const world = await worldWithCounter(t);
  await sql`create table public.places (place integer constraint places_pkey primary key)`.execute(world.db);
  let tries = 0;
  const take = (key: string, outdatedBy: readonly string[]) =>
    runAtOnce(
      world.setting,
      me,
      { key, fingerprint: 'f' },
      async () => {
        tries++;
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from public.places`.execute(world.db);
        const place = (rows[0]?.n ?? 0) + 1;
        // Somebody else is quicker, once.
        if (tries === 1) await sql`insert into public.places values (${place})`.execute(world.db);
        const part = sql`taken as (insert into public.places values (${place}))`;
        return ok({ value: place, parts: [effect, part], outdatedBy });
      },
      say,
    );
  assert.deepEqual(await take('a', ['places_pkey']), { ok: true, value: { status: 200, body: '2' } });
  assert.equal(tries, 2);
  assert.equal(await effects(world), 1);
  tries = 0;
  await assert.rejects(take('b', []), /places_pkey/);
  assert.equal(tries, 1);
});

test('a command that finds its ground changed each time it decides is told to ask again, and can', async (t) => {
  const world = await worldWithCounter(t);
  let isCrowded = true;
  const afterwards = async () => (isCrowded ? refuse({ kind: 'gone' }) : ok());
  const send = () =>
    runAtOnce(world.setting, me, tag, async () => ok({ value: 'done', parts: [effect], afterwards }), say);
  assert.deepEqual(await send(), { ok: false, refusal: { kind: 'in-flight' } });
  assert.equal(await effects(world), 0);
  isCrowded = false;
  assert.equal(must(await send()).body, 'done');
});

test('what a command looked at is written in its statement, once however often it was decided', async (t) => {
  const world = await worldWithCounter(t);
  await sql`create table public.places (place integer constraint places_pkey primary key)`.execute(world.db);
  await sql`insert into public.places values (1)`.execute(world.db);
  const looked = async () =>
    (await sql<{ purpose: string }>`select purpose from platform.access_log`.execute(world.db)).rows;
  let place = 1;
  const send = (key: string) =>
    runAtOnce(
      world.setting,
      me,
      { key, fingerprint: 'f' },
      async (ctx) => {
        noteRead(ctx, { subject: 's', purpose: key, fields: ['name'] });
        const taken = sql`taken as (insert into public.places values (${place++}))`;
        return ok({ value: '', parts: [taken], outdatedBy: ['places_pkey'] });
      },
      say,
    );
  assert.ok((await send('a')).ok);
  assert.equal(place, 3);
  assert.deepEqual(await looked(), [{ purpose: 'a' }]);

  // A fault takes the command back, not that it was looked.
  await sql`drop table public.places`.execute(world.db);
  await assert.rejects(send('b'), /places/);
  assert.deepEqual(await looked(), [{ purpose: 'a' }, { purpose: 'b' }]);
});
