import assert from 'node:assert/strict';
import test from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { givenFile } from '@zhengtong/files/test';
import type { Question } from '@zhengtong/forms';
import { must } from '@zhengtong/kernel';
import { reading } from '@zhengtong/platform/test';
import { attachMaterial, removeMaterial } from './attach-material.ts';
import { ActOnCase, type CaseCommand, GetCase, type TimelineEntry } from './contract.ts';
import { fileCase } from './file-at-once.ts';
import { getMyCase } from './my-cases.ts';
import { saveAnswers } from './save-answers.ts';
import { answerCorrection } from './submit-case.ts';
import { casesWorld } from './test.ts';

const material = {
  name: '平面图',
  nameEn: 'Plan',
  need: 'required',
  form: 'electronic',
  copies: 1,
  source: 'applicant',
  accept: ['application/pdf'],
  maxBytes: 1e6,
  checks: [{ key: 'clear', text: '看得清' }],
} as const;

/** A case with a plan, a phone, a secret and a count, of which the clerk asks the given places to be corrected. */
async function asked(t: Parameters<typeof casesWorld>[0], ...places: string[]) {
  const scene = await casesWorld(t);
  const { world, ports, organisation, applicant, clerk } = scene;
  const label = (zh: string, en: string) => ({ zh, en });
  const questions: Question[] = [
    { key: 'blades', kind: 'number', label: label('几片叶片', 'Blades') },
    { key: 'phone', kind: 'phone', label: label('工地电话', 'Phone at the site') },
    { key: 'secret', kind: 'text', label: label('病史', 'Illness') },
    { key: 'current', kind: 'yes-no', label: label('发电吗', 'Current') },
    { key: 'watts', kind: 'number', label: label('多少瓦', 'Watts'), when: { question: 'current', is: true } },
  ];
  const item = await givenItem(world, {
    organisation,
    materials: [{ ...material, key: 'plan', accept: [...material.accept], checks: [...material.checks] }],
    form: { title: label('风车', 'Mill'), sections: [{ key: 'mill', title: label('风车', 'Mill'), questions }] },
    process: {
      steps: [{ key: 'decide', name: '决定', role: 'approver', halfDays: 4 }],
      excluded: [],
      silence: 'none',
      fieldRights: [{ questions: ['secret'], sees: { clerk: 'hidden' } }],
    },
  });
  const plan = await givenFile(world, ports, applicant);
  const answers = { blades: '3', phone: '13900000001', secret: '旧的', current: 'no' };
  const materials = [{ material: 'plan', fileId: plan.id }];
  const given = { divisionCode: item.divisionCode, itemId: item.itemId, answers, materials };
  const caseId = must(await world.run(applicant, (ctx) => fileCase(ctx, given))).row.id;
  const points = places.map((at) => ({ at, problem: '不对' }));
  for (const body of [{ kind: 'claim' }, { kind: 'ask-correction', points }] as CaseCommand[])
    assert.equal((await world.call(ActOnCase, { as: clerk, params: { caseId }, body })).status, 200);
  const answer = async (typed: Record<string, string>) =>
    must(await world.run(applicant, (ctx) => saveAnswers(ctx, { caseId, answers: typed })));
  const send = async (words: Record<string, string> = {}) => {
    const sent = await world.run(applicant, (ctx) => answerCorrection(ctx, { caseId, words }));
    return sent.ok ? 'sent' : sent.refusal;
  };
  const untouched = async () => must(await reading(world, applicant, (ctx) => getMyCase(ctx, caseId))).untouched;
  const told = async (language: 'zh' | 'en' = 'zh') => {
    const { body } = await world.call(GetCase, { as: clerk, params: { caseId }, language });
    return (body.timeline as TimelineEntry[]).findLast(({ kind }) => kind === 'correction-answered')?.said;
  };
  return { ...scene, caseId, plan, answer, send, untouched, told };
}

test('a place asked about that was left as it was is changed or takes a word, and the officer reads which', async (t) => {
  const { answer, send, untouched, told } = await asked(t, 'blades', 'current', 'plan');
  assert.deepEqual(await untouched(), ['blades', 'current', 'plan']);
  await answer({ blades: '4' });
  assert.deepEqual(await untouched(), ['current', 'plan']);
  // Typed again as it stood is not changed.
  await answer({ current: 'no' });
  assert.deepEqual(await send({ plan: ' ' }), { kind: 'points-untouched', untouched: ['current', 'plan'] });
  assert.equal(await send({ plan: '这就是设计院的原图。', current: '确实不发电。', blades: '不该有' }), 'sent');
  assert.deepEqual(await told(), [
    { key: 'changed', text: '几片叶片：3 → 4' },
    { key: 'leftAsIs', text: '发电吗：确实不发电。' },
    { key: 'leftAsIs', text: '平面图：这就是设计院的原图。' },
  ]);
});

test('the officer reads what changed with its old words and new, numbers masked and what the post may not see covered', async (t) => {
  const { world, ports, applicant, caseId, plan, answer, send, told } = await asked(
    t,
    'phone',
    'secret',
    'plan',
    'current',
  );
  await answer({ phone: '13900000002', secret: '新的', current: 'yes' });
  await answer({ watts: '300' });
  const better = await givenFile(world, ports, applicant);
  for (const change of [
    () => world.run(applicant, (ctx) => attachMaterial(ctx, { caseId, material: 'plan', fileId: better.id })),
    () => world.run(applicant, (ctx) => removeMaterial(ctx, { caseId, material: 'plan', fileId: plan.id })),
  ])
    must(await change());
  assert.equal(await send(), 'sent');
  assert.deepEqual(
    (await told('en'))?.map(({ text }) => text),
    [
      'Phone at the site: 139****0001 → 139****0002',
      'Illness: (not visible to this post)',
      'Current: No → Yes',
      'Watts: (nothing) → 300',
      `Plan: ${plan.fileName} → ${better.fileName}`,
    ],
  );
});
