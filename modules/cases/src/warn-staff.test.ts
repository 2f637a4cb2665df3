import assert from 'node:assert/strict';
import test from 'node:test';
import { disableStaff } from '@zhengtong/identity';
import { givenOrganisation, givenStaff } from '@zhengtong/identity/test';
import { type CivilDate, instantOf, must } from '@zhengtong/kernel';
import { reading } from '@zhengtong/platform/test';
import { type CaseCommand, GetCase, ListInbox } from './contract.ts';
import { getMyCase, runCommand, tendCase } from './index.ts';
import { casesWorld } from './test.ts';

type Scene = Awaited<ReturnType<typeof casesWorld>>;
type Staff = Scene['clerk'];

const ref = (caseId: string) => ({ divisionCode: '990100', caseId });

const does = async ({ world }: Scene, as: Staff, caseId: string, command: CaseCommand) =>
  must(await world.run(as, (ctx) => runCommand(ctx, ref(caseId), command)));

/** Accepted on 21 September with five working days promised: to be warned of on 24, late after 29. */
async function accepted(scene: Scene): Promise<string> {
  const caseId = await scene.file();
  await does(scene, scene.clerk, caseId, { kind: 'claim' });
  await does(scene, scene.clerk, caseId, { kind: 'check', material: 'drawing', check: 'signed', isFine: true });
  await does(scene, scene.clerk, caseId, { kind: 'accept' });
  return caseId;
}

async function at(scene: Scene, day: string): Promise<void> {
  scene.world.now = instantOf(day as CivilDate, '09:00');
  await scene.world.drain();
}

/** Whether it lies among what an inbox warns of, and is counted there. */
async function isWarned({ world }: Scene, as: Staff, caseId: string): Promise<boolean> {
  const { body } = await world.call(ListInbox, { as, query: { queue: 'warned' } });
  const rows = body.rows as { caseId: string }[];
  assert.equal((body.counts as { warned: number }).warned, rows.length);
  return rows.some((row) => row.caseId === caseId);
}

/** Who was told, in the words of the case's history: one entry each time. */
async function told({ world, clerk }: Scene, caseId: string, as: Staff = clerk, of = 'warned'): Promise<string[]> {
  const { body } = await world.call(GetCase, { as, params: { caseId } });
  const timeline = body.timeline as { kind: string; said: { key: string; text: string }[] }[];
  return timeline.filter(({ kind }) => kind === of).map(({ said }) => said.map(({ text }) => text).join(' '));
}

test('who holds a case is told once that its limit is near, however often the clock looks, and nobody else', async (t) => {
  const scene = await casesWorld(t);
  const { world, organisation, reviewer } = scene;
  const other = await givenStaff(world, 'reviewer', organisation);
  const caseId = await accepted(scene);
  await does(scene, reviewer, caseId, { kind: 'claim' });
  await at(scene, '2026-09-23');
  assert.deepEqual([await told(scene, caseId), await isWarned(scene, reviewer, caseId)], [[], false]);
  await at(scene, '2026-09-24');
  for (let again = 0; again < 2; again++) await world.with(reviewer, (ctx) => tendCase(ctx, ref(caseId)));
  await at(scene, '2026-09-29');
  assert.deepEqual(await told(scene, caseId), ['2026-09-29 测试reviewer']);
  assert.equal((await world.eventNames()).filter((name) => name === 'clock.near').length, 1);
  assert.deepEqual([await isWarned(scene, reviewer, caseId), await isWarned(scene, other, caseId)], [true, false]);
});

test('of a case nobody holds, all in the post whose turn it is are told, and the supervisor where that post is empty', async (t) => {
  const scene = await casesWorld(t);
  const { world, organisation, reviewer, approver, supervisor } = scene;
  const other = await givenStaff(world, 'reviewer', organisation);
  const caseId = await accepted(scene);
  const small = await givenOrganisation(world, '示例市档案馆');
  const clerk = await givenStaff(world, 'clerk', small);
  const head = await givenStaff(world, 'supervisor', small);
  const left = await givenStaff(world, 'reviewer', small);
  await givenStaff(world, 'approver', small);
  const moved = await accepted(scene);
  await does(scene, supervisor, moved, { kind: 'transfer', organisationId: small.id, reason: '归该馆办理' });
  must(await world.run(supervisor, (ctx) => disableStaff(ctx, { divisionCode: '990100', id: left.id })));
  await at(scene, '2026-09-24');
  assert.deepEqual(await told(scene, caseId), ['2026-09-29 测试reviewer、测试reviewer']);
  for (const as of [reviewer, other, supervisor]) assert.equal(await isWarned(scene, as, caseId), true);
  assert.equal(await isWarned(scene, approver, caseId), false);
  assert.deepEqual(await told(scene, moved, head), ['2026-09-29 测试supervisor']);
  assert.deepEqual([await isWarned(scene, head, moved), await isWarned(scene, clerk, moved)], [true, false]);
});

test('a limit that moved after the warning is warned of anew, and the applicant reads nothing of it', async (t) => {
  const scene = await casesWorld(t);
  const { world, applicant, supervisor } = scene;
  const caseId = await accepted(scene);
  await at(scene, '2026-09-24');
  await does(scene, supervisor, caseId, { kind: 'extend', workingDays: 3, reason: '案情复杂' });
  assert.equal(await isWarned(scene, supervisor, caseId), false);
  await at(scene, '2026-09-30');
  assert.deepEqual(await told(scene, caseId), ['2026-09-29 测试reviewer', '2026-10-09 测试reviewer']);
  const mine = must(await reading(world, applicant, (ctx) => getMyCase(ctx, caseId)));
  assert.ok(!mine.timeline.some(({ kind }) => kind === 'warned'));
});

test('of a pause past the longest of its procedure its holder is told once, until the clock runs again', async (t) => {
  const scene = await casesWorld(t);
  const { world, applicant, clerk, reviewer } = scene;
  const caseId = await accepted(scene);
  await does(scene, reviewer, caseId, { kind: 'claim' });
  await does(scene, reviewer, caseId, { kind: 'pause', procedure: 'site', reason: '现场勘验' });
  const toldOfPause = () => told(scene, caseId, clerk, 'pause-overdue');
  await at(scene, '2026-10-01');
  assert.deepEqual([await toldOfPause(), await isWarned(scene, reviewer, caseId)], [[], false]);
  await at(scene, '2026-10-02');
  for (let again = 0; again < 2; again++) await world.with(reviewer, (ctx) => tendCase(ctx, ref(caseId)));
  await at(scene, '2026-10-09');
  assert.deepEqual(await toldOfPause(), ['2026-10-01 测试reviewer']);
  assert.equal((await world.eventNames()).filter((name) => name === 'clock.pause-overdue').length, 1);
  const { body } = await world.call(ListInbox, { as: reviewer, query: { queue: 'warned' } });
  assert.deepEqual(
    (body.rows as { caseId: string; isPauseOverdue: boolean }[]).map((row) => [row.caseId, row.isPauseOverdue]),
    [[caseId, true]],
  );
  const mine = must(await reading(world, applicant, (ctx) => getMyCase(ctx, caseId)));
  assert.ok(!mine.timeline.some(({ kind }) => kind === 'pause-overdue'));
  await does(scene, reviewer, caseId, { kind: 'resume' });
  assert.equal(await isWarned(scene, reviewer, caseId), false);
});

test('before the five days to accept are over, and the ten to deliver, who has the case is told, once each', async (t) => {
  const scene = await casesWorld(t);
  const { world, applicant, clerk, reviewer, approver } = scene;
  const caseId = await scene.file();
  // Received on 21 September: to be accepted by 29, for the 25th is a holiday.
  await at(scene, '2026-09-23');
  assert.equal(await isWarned(scene, clerk, caseId), false);
  await at(scene, '2026-09-24');
  for (let again = 0; again < 2; again++) await world.with(clerk, (ctx) => tendCase(ctx, ref(caseId)));
  assert.equal(await isWarned(scene, clerk, caseId), true);
  assert.equal(await isWarned(scene, reviewer, caseId), false);
  assert.deepEqual(await told(scene, caseId), ['2026-09-29 测试clerk']);
  await does(scene, clerk, caseId, { kind: 'claim' });
  await does(scene, clerk, caseId, { kind: 'check', material: 'drawing', check: 'signed', isFine: true });
  await does(scene, clerk, caseId, { kind: 'accept' });
  assert.equal(await isWarned(scene, clerk, caseId), false);

  await does(scene, reviewer, caseId, { kind: 'claim' });
  await does(scene, reviewer, caseId, { kind: 'finish-step', step: 'review', agrees: true, note: '' });
  await does(scene, approver, caseId, { kind: 'claim' });
  await does(scene, approver, caseId, { kind: 'decide', outcome: 'approved', reasons: '' });
  assert.equal(await isWarned(scene, clerk, caseId), false);
  await at(scene, '2026-10-12');
  assert.equal(await isWarned(scene, clerk, caseId), false);
  await at(scene, '2026-10-13');
  await at(scene, '2026-10-15');
  assert.deepEqual(await told(scene, caseId), ['2026-09-29 测试clerk', '2026-10-15 测试clerk']);
  assert.equal(await isWarned(scene, clerk, caseId), true);
  await does(scene, clerk, caseId, { kind: 'deliver', way: 'counter' });
  assert.equal(await isWarned(scene, clerk, caseId), false);
  const mine = must(await reading(world, applicant, (ctx) => getMyCase(ctx, caseId)));
  assert.ok(!mine.timeline.some(({ kind }) => kind === 'warned'));
});
