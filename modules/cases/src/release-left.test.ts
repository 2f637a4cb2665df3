import assert from 'node:assert/strict';
import test from 'node:test';
import { changePost, disableStaff } from '@zhengtong/identity';
import { givenStaff } from '@zhengtong/identity/test';
import { must } from '@zhengtong/kernel';
import { staff } from '@zhengtong/platform/test';
import { type CaseCommand, GetCase, ListInbox } from './contract.ts';
import { runCommand } from './index.ts';
import { casesWorld } from './test.ts';

test('what lies on the desk of a disabled officer goes back to the queue, and a colleague takes it up', async (t) => {
  const scene = await casesWorld(t);
  const { world, clerk, organisation } = scene;
  const colleague = await givenStaff(world, 'clerk', organisation);
  const [left, own] = [await scene.file(), await scene.file()];
  const does = (as: typeof clerk, caseId: string, command: CaseCommand) =>
    world.run(as, (ctx) => runCommand(ctx, { divisionCode: '990100', caseId }, command));
  must(await does(clerk, left, { kind: 'claim' }));
  must(await does(colleague, own, { kind: 'claim' }));
  const refused = await does(colleague, left, { kind: 'claim' });
  assert.equal(refused.ok ? 'done' : refused.refusal.kind, 'held-by-other');

  must(await world.run(staff('administrator'), (ctx) => disableStaff(ctx, { divisionCode: '990100', id: clerk.id })));
  await world.drain();
  const queue = async (name: 'free' | 'mine') => {
    const { body } = await world.call(ListInbox, { as: colleague, query: { queue: name } });
    return (body.rows as { caseId: string }[]).map((row) => row.caseId);
  };
  assert.deepEqual([await queue('free'), await queue('mine')], [[left], [own]]);
  must(await does(colleague, left, { kind: 'claim' }));
  const { body } = await world.call(GetCase, { as: colleague, params: { caseId: left } });
  const released = (body.timeline as { kind: string; said: unknown }[]).find(({ kind }) => kind === 'released');
  assert.deepEqual(released?.said, [{ key: 'because', text: 'staff-disabled' }]);
});

test('who goes to another post leaves what they had in hand to their colleagues', async (t) => {
  const { world, clerk, organisation, file } = await casesWorld(t);
  const colleague = await givenStaff(world, 'clerk', organisation);
  const caseId = await file();
  const ref = { divisionCode: '990100', caseId };
  must(await world.run(clerk, (ctx) => runCommand(ctx, ref, { kind: 'claim' })));
  const post = { organisationId: organisation.id, title: '审查', role: 'reviewer' as const };
  const at = { divisionCode: '990100', id: clerk.id };
  must(await world.run(staff('administrator'), (ctx) => changePost(ctx, at, post)));
  await world.drain();
  must(await world.run(colleague, (ctx) => runCommand(ctx, ref, { kind: 'claim' })));
  const { body } = await world.call(GetCase, { as: colleague, params: { caseId } });
  const released = (body.timeline as { kind: string; said: unknown }[]).find(({ kind }) => kind === 'released');
  assert.deepEqual(released?.said, [{ key: 'because', text: 'post-ended' }]);
});
