import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { ok } from '@zhengtong/kernel';
import { sql } from 'kysely';
import type { Ctx } from './context.ts';
import { noteRead } from './context.ts';
import { connect } from './database.ts';
import { person, testWorld } from './test/index.ts';
import { together } from './together.ts';
import { inRead, transact } from './transact.ts';

const me = person();

/** The one connection of a program, and how what was asked on it lay in time. */
async function watched(t: Parameters<typeof testWorld>[0]) {
  const world = await testWorld(t, { modules: [] });
  const { db, pool, close } = await connect(world.url, { connections: 1 });
  t.after(close);
  const client = await pool.connect();
  const seen = { most: 0, texts: [] as string[] };
  const ask = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
  let atWork = 0;
  client.query = (async (...args: unknown[]) => {
    seen.most = Math.max(seen.most, ++atWork);
    seen.texts.push(typeof args[0] === 'string' ? args[0] : (args[0] as { text: string }).text);
    return await ask(...args).finally(() => atWork--);
  }) as typeof client.query;
  client.release();
  return { setting: { ...world.setting, db }, seen };
}

const number = async ({ tx }: Ctx, n: number) =>
  (await sql<{ n: number }>`select ${n}::integer as n, pg_sleep(0.01)`.execute(tx)).rows[0]?.n;
const twoNumbers = async (ctx: Ctx, n: number) => [await number(ctx, n), await number(ctx, n + 1)];

test('what is asked together in a transaction takes turns on its connection and is answered in order', async (t) => {
  const { setting, seen } = await watched(t);
  const found = await transact(setting, me, async (ctx) =>
    ok(await together(number(ctx, 1), twoNumbers(ctx, 2), number(ctx, 4), 5)),
  );
  assert.deepEqual(found, { ok: true, value: [1, [2, 3], 4, 5] });
  assert.equal(seen.most, 1);
});

test('where one of them fails, the others have asked to the end before the transaction is taken back', async (t) => {
  const { setting, seen } = await watched(t);
  const fail = async (ctx: Ctx) => {
    await number(ctx, 1);
    throw new Error('unreadable');
  };
  const failing = transact(setting, me, async (ctx) => ok(await together(fail(ctx), twoNumbers(ctx, 2))));
  await assert.rejects(failing, /unreadable/);
  await setTimeout(50);
  assert.equal(seen.texts.at(-1), 'rollback');
});

test('a read notes what was shown beside what failed', async (t) => {
  const { setting } = await testWorld(t, { modules: [] });
  const shown = async (ctx: Ctx) => {
    await number(ctx, 1);
    noteRead(ctx, { subject: 's', purpose: 'test', fields: ['name'] });
  };
  const failing = inRead(setting, me, (ctx) => together(Promise.reject(new Error('unreadable')), shown(ctx)));
  await assert.rejects(failing, /unreadable/);
  const { rows } = await sql`select 1 from platform.access_log`.execute(setting.db);
  assert.equal(rows.length, 1);
});
