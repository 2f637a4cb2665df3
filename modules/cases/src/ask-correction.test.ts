import assert from 'node:assert/strict';
import test from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { givenFile } from '@zhengtong/files/test';
import { must, newId } from '@zhengtong/kernel';
import type { Actor } from '@zhengtong/platform';
import { attachMaterial } from './attach-material.ts';
import { ActOnCase, type CaseCommand, GetCase } from './contract.ts';
import { fileCase } from './file-at-once.ts';
import { saveAnswers } from './save-answers.ts';
import { answerCorrection } from './submit-case.ts';
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

/** A case of an item whose second question and second material apply to windmills that make current. */
async function givenHangingCase(t: Parameters<typeof casesWorld>[0]) {
  const scene = await casesWorld(t);
  const { world, organisation, applicant, clerk } = scene;
  const label = (zh: string) => ({ zh, en: zh });
  const item = await givenItem(world, {
    organisation,
    materials: [
      {
        key: 'meter',
        name: '电表照片',
        nameEn: 'A photograph of the meter',
        need: 'conditional',
        form: 'electronic',
        copies: 1,
        source: 'applicant',
        accept: ['application/pdf'],
        maxBytes: 1e6,
        when: { question: 'current', is: true },
        checks: [{ key: 'clear', text: '看得清表号' }],
      },
    ],
    form: {
      title: label('风车'),
      sections: [
        {
          key: 'windmill',
          title: label('风车'),
          questions: [
            { key: 'current', kind: 'yes-no', label: label('发电吗') },
            { key: 'watts', kind: 'number', label: label('多少瓦'), when: { question: 'current', is: true } },
            { key: 'blades', kind: 'number', label: label('几片叶片') },
          ],
        },
      ],
    },
  });
  const given = { divisionCode: '990100', itemId: item.itemId, answers: { current: 'no', blades: '3' }, materials: [] };
  const caseId = must(await world.run(applicant, (ctx) => fileCase(ctx, given))).row.id;
  const ask = async (at: string) => {
    for (const body of [
      { kind: 'claim' },
      { kind: 'ask-correction', points: [{ at, problem: '与图纸不符' }] },
    ] as CaseCommand[])
      assert.equal((await world.call(ActOnCase, { as: clerk, params: { caseId }, body })).status, 200);
  };
  const answer = async (answers: Record<string, string>) => {
    const saved = await world.run(applicant, (ctx) => saveAnswers(ctx, { caseId, answers }));
    return saved.ok ? 'ok' : saved.refusal.kind;
  };
  return { ...scene, caseId, ask, answer };
}

test('an officer is offered the questions that apply to the answers, and no others', async (t) => {
  const { world, clerk, caseId } = await givenHangingCase(t);
  const { body } = await world.call(GetCase, { as: clerk, params: { caseId } });
  assert.deepEqual(body.questions, [
    { key: 'current', label: '发电吗' },
    { key: 'blades', label: '几片叶片' },
  ]);
});

test('what the answers hide, or the item does not have, nobody can be asked to correct: the refusal names it', async (t) => {
  const { world, clerk, caseId } = await givenHangingCase(t);
  await world.call(ActOnCase, { as: clerk, params: { caseId }, body: { kind: 'claim' } });
  const ask = async (at: string, language: 'zh' | 'en' = 'zh') => {
    const body = { kind: 'ask-correction' as const, points: [{ at, problem: '与图纸不符' }] };
    const answer = await world.call(ActOnCase, { as: clerk, params: { caseId }, body, language });
    return [answer.status, answer.body.type, answer.body.detail];
  };
  assert.deepEqual(await ask('watts'), [422, '/problems/points-needless', '多少瓦']);
  assert.deepEqual(await ask('meter'), [422, '/problems/points-needless', '电表照片']);
  assert.deepEqual(await ask('meter', 'en'), [422, '/problems/points-needless', 'A photograph of the meter']);
  assert.deepEqual(await ask('wings'), [422, '/problems/points-unknown', 'wings']);
  assert.equal((await ask('blades'))[0], 200);
});

test('a correction opens with an answer what hangs on it, so that it can be sent, and nothing else', async (t) => {
  const { world, ports, applicant, ask, answer, caseId } = await givenHangingCase(t);
  await ask('current');
  assert.equal(await answer({ current: 'yes' }), 'ok');
  assert.equal(await answer({ watts: '300' }), 'ok');
  assert.equal(await answer({ blades: '4' }), 'not-asked');
  const meter = await givenFile(world, ports, applicant);
  must(await world.run(applicant, (ctx) => attachMaterial(ctx, { caseId, material: 'meter', fileId: meter.id })));
  must(await world.run(applicant, (ctx) => answerCorrection(ctx, { caseId })));
});

test('a correction of something else leaves shut what hangs on answers nobody asked about', async (t) => {
  const { ask, answer } = await givenHangingCase(t);
  await ask('blades');
  assert.equal(await answer({ watts: '300' }), 'not-asked');
});
