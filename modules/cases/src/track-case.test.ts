import assert from 'node:assert/strict';
import test from 'node:test';
import { findPerson, subjectOf } from '@zhengtong/identity';
import { drawBytes, type Instant } from '@zhengtong/kernel';
import { listReadsOf, nobody, systemActor } from '@zhengtong/platform';
import { sql } from 'kysely';
import { makeFilingNumber } from './domain/case-number.ts';
import { trackCase } from './index.ts';
import { casesWorld } from './test.ts';

/** A filed case, and how a stranger asks for it. */
async function trackOf(scene: Awaited<ReturnType<typeof casesWorld>>) {
  const { world } = scene;
  await scene.file();
  const { rows } = await sql<{ number: string }>`select number from cases.cases`.execute(world.db);
  const number = rows[0]?.number ?? '';
  const reason = { purpose: 'test', fields: ['phone'] };
  const person = await world.with(systemActor('test'), (ctx) => findPerson(ctx, scene.applicant.id, reason));
  const right = person?.phone.slice(-4) ?? '';
  const track = async (phoneTail: string) => (await trackCase(world.setting, nobody, { number, phoneTail })).ok;
  const countLooks = async () => {
    const looks = await world.with(systemActor('test'), (ctx) => listReadsOf(ctx, subjectOf(ctx, scene.applicant.id)));
    return looks.filter(({ purpose }) => purpose === '凭编号查询进度').length;
  };
  return { number, track, countLooks, right, wrong: right === '0000' ? '0001' : '0000' };
}

test('of endings guessed at once six are looked at, and the right one behind them finds nothing', async (t) => {
  const scene = await casesWorld(t);
  const { track, countLooks, right, wrong } = await trackOf(scene);
  const said = await Promise.all([...Array(30).fill(wrong), right].map(track));
  assert.deepEqual([...new Set(said)], [false]);
  assert.equal(await countLooks(), 6);
});

test('six wrong endings of a phone shut the tracking of that case, the right one too, for a quarter of an hour', async (t) => {
  const scene = await casesWorld(t);
  const { world } = scene;
  const { track, right, wrong } = await trackOf(scene);
  assert.equal(await track(right), true);
  for (let i = 0; i < 6; i++) assert.equal(await track(wrong), false);
  assert.equal(await track(right), false);
  world.now = new Date(Date.parse(world.now) + 900_001).toISOString() as Instant;
  assert.equal(await track(right), true);
});

test('a refusal does not tell by its time whether the number exists, nor whether it is shut', async (t) => {
  const scene = await casesWorld(t);
  const { number, wrong } = await trackOf(scene);
  const other = makeFilingNumber(drawBytes);
  // Of numbers that do not exist, of one that does, and once it is shut.
  const asked = [other, ...Array(7).fill(number), other];
  for (const one of asked) {
    const since = performance.now();
    const found = await trackCase(scene.world.setting, nobody, { number: one, phoneTail: wrong });
    const took = performance.now() - since;
    // Timers may ring a little early.
    assert.deepEqual([found.ok, took > 98], [false, true], `${one} after ${took} ms`);
  }
});
