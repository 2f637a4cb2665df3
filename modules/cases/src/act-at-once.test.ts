import assert from 'node:assert/strict';
import test from 'node:test';
import { listCertificates } from '@zhengtong/certificates';
import type { Actor } from '@zhengtong/platform';
import { reading } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import { ActOnCase, type CaseCommand } from './contract.ts';
import { casesWorld, findUnfolded } from './test.ts';

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

const count = async ({ world }: Scene): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from cases.actions`.execute(world.db)).rows[0]?.n ?? 0;
