import assert from 'node:assert/strict';
import test from 'node:test';
import { listCertificates } from '@zhengtong/certificates';
import type { Actor } from '@zhengtong/platform';
import { reading } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import { ActOnCase, type CaseCommand } from './contract.ts';
import { loadOwnCase } from './own-case.ts';
import { casesWorld, findUnfolded } from './test.ts';
import { withdrawCase } from './withdraw-case.ts';

type Scene = Awaited<ReturnType<typeof casesWorld>>;

const press = async ({ world }: Scene, as: Actor, caseId: string, body: CaseCommand): Promise<number> =>
  (await world.call(ActOnCase, { as, params: { caseId }, body })).status;

const looked: CaseCommand = { kind: 'check', material: 'drawing', check: 'signed', isFine: true };

test('whatever many press at once, each yes is one action in the log, in its place, and the row is what they make', async (t) => {
  const scene = await casesWorld(t);
  const { world, clerk, reviewer, approver } = scene;
  const others = [1, 2].map(() => ({ ...clerk, id: crypto.randomUUID() }));
  const caseId = await scene.file();
  const before = await count(scene);
  let yes = 0;
  for (const round of [
    [clerk, ...others].map((who) => [who, { kind: 'claim' }] as const),
    [clerk, clerk, ...others].map((who) => [who, looked] as const),
    [clerk, ...others, clerk].map((who) => [who, { kind: 'accept' }] as const),
    [reviewer, reviewer, approver].map((who) => [who, { kind: 'claim' }] as const),
  ] satisfies (readonly (readonly [Actor, CaseCommand])[])[]) {
    const said = await Promise.all(round.map(([who, body]) => press(scene, who, caseId, body)));
    assert.ok(
      said.every((status) => status < 500),
      String(said),
    );
    yes += said.filter((status) => status === 200).length;
  }
  assert.equal((await count(scene)) - before, yes);
  assert.deepEqual(await reading(world, clerk, (ctx) => findUnfolded(ctx)), []);
});

test('a decision pressed five times at once is one decision and one certificate', async (t) => {
  const scene = await casesWorld(t);
  const { world, applicant, clerk, reviewer, approver } = scene;
  const caseId = await scene.file();
  for (const [who, body] of [
    [clerk, { kind: 'claim' }],
    [clerk, looked],
    [clerk, { kind: 'accept' }],
    [reviewer, { kind: 'claim' }],
    [reviewer, { kind: 'finish-step', step: 'review', agrees: true, note: '' }],
    [approver, { kind: 'claim' }],
  ] satisfies [Actor, CaseCommand][])
    assert.equal(await press(scene, who, caseId, body), 200, body.kind);
  const decide: CaseCommand = { kind: 'decide', outcome: 'approved', reasons: '符合条件' };
  const said = await Promise.all([1, 2, 3, 4, 5].map(() => press(scene, approver, caseId, decide)));
  assert.deepEqual(said.sort(), [200, 409, 409, 409, 409]);
  const { rows } = await sql`select 1 from cases.actions where kind = 'decided'`.execute(world.db);
  assert.equal(rows.length, 1);
  assert.equal((await reading(world, applicant, (ctx) => listCertificates(ctx, applicant.id))).length, 1);
});

test('an officer who presses while the applicant withdraws waits for them and for nothing they need', async (t) => {
  const scene = await casesWorld(t);
  const { world, applicant, clerk } = scene;
  const caseId = await scene.file();
  let pressed: Promise<number> | undefined;
  await world.with(applicant, async (ctx) => {
    await loadOwnCase(ctx, caseId, 'change');
    pressed = press(scene, clerk, caseId, { kind: 'claim' });
    for (let waits = 0; waits === 0; ) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(world.db);
      waits = rows[0]?.n ?? 0;
    }
    // Each waiting for the other would end after a second, by taking one of them back.
    await sql`set local lock_timeout = '500ms'`.execute(ctx.tx);
    assert.ok((await withdrawCase(ctx, { caseId })).ok);
  });
  assert.equal(await pressed, 409);
});

test('twenty checks sent at once are twenty actions', async (t) => {
  const scene = await casesWorld(t);
  const caseId = await scene.file();
  assert.equal(await press(scene, scene.clerk, caseId, { kind: 'claim' }), 200);
  const said = await Promise.all(Array.from({ length: 20 }, () => press(scene, scene.clerk, caseId, looked)));
  assert.deepEqual(said, Array(20).fill(200));
});

const count = async ({ world }: Scene): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from cases.actions`.execute(world.db)).rows[0]?.n ?? 0;
