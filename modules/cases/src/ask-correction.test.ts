import assert from 'node:assert/strict';
import test from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { must, newId } from '@zhengtong/kernel';
import type { Actor } from '@zhengtong/platform';
import { ActOnCase, type CaseCommand } from './contract.ts';
import { fileCase } from './file-at-once.ts';
import { casesWorld } from './test.ts';

test('over HTTP a field stays as filed: where the item fixes it nobody may have it corrected, and no post writes it', async (t) => {
  const { world, organisation, applicant, clerk, reviewer, approver, supervisor } = await casesWorld(t);
  const item = await givenItem(world, {
    organisation,
    materials: [],
    process: {
      steps: [{ key: 'decide', name: '决定', role: 'approver', halfDays: 4 }],
      excluded: [],
      silence: 'none',
      fieldRights: [{ questions: ['blades'], sees: {}, isFixedOnceFiled: true }],
    },
  });
  const given = { divisionCode: item.divisionCode, itemId: item.itemId, answers: { blades: '3' }, materials: [] };
  const caseId = must(await world.run(applicant, (ctx) => fileCase(ctx, given))).row.id;
  const send = async (as: Actor, body: object) => {
    const answer = await world.call(ActOnCase, { as, params: { caseId }, body: body as CaseCommand });
    return [answer.status, String(answer.body.type).replace('/problems/', '')];
  };
  const correction = { kind: 'ask-correction', points: [{ at: 'blades', problem: '与图纸不符' }] };
  for (const as of [reviewer, approver, supervisor]) assert.equal((await send(as, correction))[0], 403);
  assert.deepEqual(await send({ ...clerk, organisationId: newId() }, correction), [404, 'not-found']);
  await send(clerk, { kind: 'claim' });
  assert.deepEqual(await send(clerk, correction), [409, 'points-fixed']);
  const registered = { kind: 'ask-correction', points: [{ at: 'name', problem: '姓名不对' }] };
  assert.deepEqual(
    await send(clerk, registered),
    [409, 'points-fixed'],
    'what a register says is not theirs to change',
  );
  // No command of the desk carries answers: what is sent along is not taken.
  for (const body of [
    { kind: 'accept', answers: { blades: '4' } },
    { kind: 'save-answers', answers: { blades: '4' } },
  ])
    assert.deepEqual(await send(clerk, body), [400, 'invalid-request']);
});
