import assert from 'node:assert/strict';
import test from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { changePost, disableStaff } from '@zhengtong/identity';
import { givenOrganisation, givenStaff } from '@zhengtong/identity/test';
import { type CivilDate, instantOf, must } from '@zhengtong/kernel';
import { systemActor } from '@zhengtong/platform';
import { countWaiting, reading, staff } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import { type CaseCommand, GetCase, ListInbox } from './contract.ts';
import { getMyCase, runCommand, tendCase } from './index.ts';
import { loadCase } from './load-case.ts';
import { LookAtCase } from './record-action.ts';
import { casesWorld } from './test.ts';

type Scene = Awaited<ReturnType<typeof casesWorld>>;

const does = async ({ world }: Scene, as: Scene['clerk'], caseId: string, command: CaseCommand) =>
  must(await world.run(as, (ctx) => runCommand(ctx, { divisionCode: '990100', caseId }, command)));

/** The clerk takes it up and accepts it. */
const accept = async (scene: Scene, caseId: string) => {
  await does(scene, scene.clerk, caseId, { kind: 'claim' });
  await does(scene, scene.clerk, caseId, { kind: 'check', material: 'drawing', check: 'signed', isFine: true });
  await does(scene, scene.clerk, caseId, { kind: 'accept' });
};

/** Works through the days as the clock does, one after the other. */
async function until({ world }: Scene, days: readonly string[]) {
  for (const day of days) {
    world.now = instantOf(day as CivilDate, '09:00');
    await world.drain();
  }
}

async function late({ world, supervisor }: Scene, as: Scene['clerk'] = supervisor): Promise<string[]> {
  const { body } = await world.call(ListInbox, { as, query: { queue: 'overdue' } });
  return (body.rows as { caseId: string }[]).map((row) => row.caseId);
}

/** The posts a case rose to, in order. */
const rises = ({ world }: Scene, caseId: string) =>
  world.with(systemActor('test'), async (ctx) => {
    const loaded = await loadCase(ctx, { divisionCode: '990100', caseId }, 'read');
    return loaded?.actions.flatMap((action) => (action.kind === 'escalated' ? [action.toPostId] : []));
  });

const shut = async ({ world }: Scene, id: string) =>
  must(await world.run(staff('administrator'), (ctx) => disableStaff(ctx, { divisionCode: '990100', id })));

test('a case that is late stands among the late ones although no post is above', async (t) => {
  const scene = await casesWorld(t);
  const { world, supervisor } = scene;
  const small = await givenOrganisation(world, '示例市档案馆');
  const clerk = await givenStaff(world, 'clerk', small);
  const caseId = await scene.file();
  await does(scene, supervisor, caseId, { kind: 'transfer', organisationId: small.id, reason: '归该馆办理' });
  await does(scene, clerk, caseId, { kind: 'claim' });
  await does(scene, clerk, caseId, { kind: 'accept' });
  await until(scene, ['2026-09-28', '2026-10-12']);
  assert.deepEqual(await late(scene, clerk), [caseId]);
});

test('overdue work passes by who left: it rises from the desk of a disabled officer past a disabled chief', async (t) => {
  const scene = await casesWorld(t);
  const { world, supervisor } = scene;
  const other = await givenOrganisation(world, '示例市档案馆');
  const top = await givenStaff(world, 'supervisor', await givenOrganisation(world, '示例市档案局'));
  const chief = await givenStaff(world, 'supervisor', other, { abovePostId: top.postId });
  const clerk = await givenStaff(world, 'clerk', other, { abovePostId: chief.postId });
  await givenStaff(world, 'clerk', other, { abovePostId: chief.postId });
  const caseId = await scene.file();
  await does(scene, supervisor, caseId, { kind: 'transfer', organisationId: other.id, reason: '归该馆办理' });
  await does(scene, clerk, caseId, { kind: 'claim' });
  await does(scene, clerk, caseId, { kind: 'accept' });
  for (const { id } of [clerk, chief]) await shut(scene, id);
  await until(scene, ['2026-10-12']);
  assert.deepEqual(await rises(scene, caseId), [top.postId]);
});

test('where the post a late case rose to stands empty since, it goes to a supervisor; in another body it rises from there', async (t) => {
  const scene = await casesWorld(t);
  const { world, organisation, supervisor } = scene;
  const other = await givenOrganisation(world, '示例市行政审批局');
  for (const role of ['clerk', 'reviewer', 'approver'] as const) await givenStaff(world, role, other);
  const theirs = await givenStaff(world, 'supervisor', other);
  const caseId = await scene.file();
  await accept(scene, caseId);
  await until(scene, ['2026-10-12', '2026-10-13']);
  assert.deepEqual(await rises(scene, caseId), [supervisor.postId]);
  await shut(scene, supervisor.id);
  const next = await givenStaff(world, 'supervisor', organisation);
  await until(scene, ['2026-10-14', '2026-10-15']);
  assert.deepEqual(await rises(scene, caseId), [supervisor.postId, next.postId]);
  await does(scene, next, caseId, { kind: 'transfer', organisationId: other.id, reason: '职责已划转' });
  await until(scene, ['2026-10-16', '2026-10-19']);
  assert.deepEqual(await rises(scene, caseId), [supervisor.postId, next.postId, theirs.postId]);
});

/** What the history tells staff of each rise, in order. */
async function toldOfRises({ world }: Scene, as: Scene['clerk'], caseId: string): Promise<string[]> {
  const { body } = await world.call(GetCase, { as, params: { caseId } });
  const timeline = body.timeline as { kind: string; said: { key: string; text: string }[] }[];
  return timeline
    .filter(({ kind }) => kind === 'escalated')
    .map(({ said }) => said.map(({ key, text }) => `${key}: ${text}`).join(', '));
}

test('a rise stands in the history with from which post to which, once however many look at once; nothing of it is told outside', async (t) => {
  const scene = await casesWorld(t);
  const { world, organisation, applicant, reviewer, supervisor } = scene;
  const head = await givenStaff(world, 'supervisor', await givenOrganisation(world, '示例市政务服务局'));
  const post = { organisationId: organisation.id, title: 'supervisor', role: 'supervisor' as const };
  must(
    await world.run(staff('administrator'), (ctx) =>
      changePost(ctx, { divisionCode: '990100', id: supervisor.id }, { ...post, abovePostId: head.postId }),
    ),
  );
  const caseId = await scene.file();
  await accept(scene, caseId);
  await does(scene, reviewer, caseId, { kind: 'claim' });
  for (const day of ['2026-10-12', '2026-10-13'] as CivilDate[]) {
    world.now = instantOf(day, '09:00');
    const look = () => world.with(systemActor('test'), (ctx) => tendCase(ctx, { divisionCode: '990100', caseId }));
    await Promise.all([...Array.from({ length: 6 }, look), world.drain(), world.drain()]);
  }
  const [desk, above] = [
    `${organisation.name} reviewer 测试reviewer`,
    `${organisation.name} supervisor 测试supervisor`,
  ];
  const top = '示例市政务服务局 supervisor 测试supervisor';
  assert.deepEqual(await toldOfRises(scene, supervisor, caseId), [
    `fromPost: ${desk}, toPost: ${above}`,
    `fromPost: ${above}, toPost: ${top}`,
  ]);
  const mine = must(await reading(world, applicant, (ctx) => getMyCase(ctx, caseId)));
  assert.ok(!mine.timeline.some(({ kind }) => kind === 'escalated'));
});

test('a step of another body that is late rises there, from the post whose step it is, and at home again once it is back', async (t) => {
  const scene = await casesWorld(t);
  const { world, organisation, reviewer, supervisor } = scene;
  const other = await givenOrganisation(world, '示例市消防救援局');
  const boss = await givenStaff(world, 'supervisor', other);
  const deputy = await givenStaff(world, 'supervisor', other);
  // Their approver answers to another post than who has to do the step.
  await givenStaff(world, 'approver', other, { abovePostId: deputy.postId });
  const theirs = await givenStaff(world, 'reviewer', other, { abovePostId: boss.postId });
  const steps = [
    { key: 'review', name: '审查', role: 'reviewer' as const, halfDays: 4 },
    { key: 'fire', name: '消防意见', role: 'reviewer' as const, halfDays: 4, organisationId: other.id },
    { key: 'decide', name: '决定', role: 'approver' as const, halfDays: 2 },
  ];
  const item = await givenItem(world, { organisation, process: { steps, excluded: [], silence: 'none' } });
  const caseId = await scene.file(item);
  await accept(scene, caseId);
  await until(scene, ['2026-10-12', '2026-10-13']);
  assert.deepEqual(await rises(scene, caseId), [supervisor.postId]);
  await does(scene, reviewer, caseId, { kind: 'claim' });
  await does(scene, reviewer, caseId, { kind: 'finish-step', step: 'review', agrees: true, note: '' });
  await until(scene, ['2026-10-14', '2026-10-15']);
  assert.deepEqual(await rises(scene, caseId), [supervisor.postId, boss.postId]);
  assert.match(
    (await toldOfRises(scene, boss, caseId))[1] ?? '',
    /^fromPost: 示例市消防救援局 reviewer .*, toPost: 示例市消防救援局 supervisor /,
  );
  await does(scene, theirs, caseId, { kind: 'claim' });
  await does(scene, theirs, caseId, { kind: 'finish-step', step: 'fire', agrees: true, note: '' });
  await until(scene, ['2026-10-16', '2026-10-19']);
  assert.deepEqual(await rises(scene, caseId), [supervisor.postId, boss.postId, supervisor.postId]);
});

test('a decision not handed over in ten working days rises to the post above, day by day, until it is', async (t) => {
  const scene = await casesWorld(t);
  const { clerk, reviewer, approver } = scene;
  const caseId = await scene.file();
  await accept(scene, caseId);
  await does(scene, reviewer, caseId, { kind: 'claim' });
  await does(scene, reviewer, caseId, { kind: 'finish-step', step: 'review', agrees: true, note: '' });
  await does(scene, approver, caseId, { kind: 'claim' });
  await does(scene, approver, caseId, { kind: 'decide', outcome: 'approved', reasons: '' });
  await until(scene, ['2026-09-30', '2026-10-09']);
  assert.deepEqual(await late(scene), []);
  await until(scene, ['2026-10-20', '2026-10-21']);
  assert.deepEqual(await late(scene), [caseId]);
  assert.ok((await scene.world.eventNames()).includes('clock.overdue'));
  await does(scene, clerk, caseId, { kind: 'deliver', way: 'counter' });
  assert.deepEqual(await late(scene), []);
});

test('an officer’s own cases are counted whatever a thousand others wait in the house', async (t) => {
  const scene = await casesWorld(t);
  const { world, clerk } = scene;
  const caseId = await scene.file();
  await sql`
    insert into cases.cases select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'due_on', '2026-01-01'))).*
    from cases.cases c cross join generate_series(1, 1100)`.execute(world.db);
  await does(scene, clerk, caseId, { kind: 'claim' });
  const { body } = await world.call(ListInbox, { as: clerk, query: { queue: 'mine' } });
  assert.equal((body.rows as unknown[]).length, 1);
  assert.deepEqual(body.counts, { mine: 1, warned: 0, free: 1000, waiting: 0, overdue: 0 });
});

test('however many actions a case has seen, it is not looked at ever more often', async (t) => {
  const scene = await casesWorld(t);
  const caseId = await scene.file();
  for (let n = 0; n < 6; n++) {
    await does(scene, scene.clerk, caseId, { kind: 'claim' });
    await does(scene, scene.clerk, caseId, { kind: 'release' });
  }
  await until(scene, ['2026-10-12', '2026-10-13']);
  const waiting = await countWaiting(scene.world, LookAtCase.name);
  assert.ok(waiting <= 2, `${waiting} looks wait`);
});
