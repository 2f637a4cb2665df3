import assert from 'node:assert/strict';
import test from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { listCertificates } from '@zhengtong/certificates';
import { givenCertificateType } from '@zhengtong/certificates/test';
import { civilDate, instantOf, must } from '@zhengtong/kernel';
import { reading } from '@zhengtong/platform/test';
import { type CaseCommand, GetCase } from './contract.ts';
import { answerCorrection, fileCase, getMyCase, runCommand, saveAnswers } from './index.ts';
import { casesWorld } from './test.ts';

const ask = (zh: string) => ({ zh, en: zh });

/** A case for a fair that may begin tomorrow at the earliest, filed on 21 September for the 24th. */
async function fairWorld(t: Parameters<typeof casesWorld>[0]) {
  const scene = await casesWorld(t);
  const { world, organisation, clerk, applicant } = scene;
  const fields = [{ key: 'on', label: ask('举办日期'), from: 'opensOn' }];
  const type = await givenCertificateType(world, { code: 'fair', fields });
  const opensOn = { key: 'opensOn', kind: 'date', label: ask('哪天举办'), earliest: 'today+1d' } as const;
  const name = { key: 'fair', kind: 'text', label: ask('叫什么') } as const;
  const item = await givenItem(world, {
    organisation,
    certificateType: type.code,
    materials: [],
    form: { title: ask('集市'), sections: [{ key: 's', title: ask('集市'), questions: [opensOn, name] }] },
  });
  const given = { divisionCode: '990100', itemId: item.itemId, answers: { opensOn: '2026-09-24', fair: '秋集' } };
  const caseId = must(await world.run(applicant, (ctx) => fileCase(ctx, given))).row.id;
  const does = async (as: typeof clerk, command: CaseCommand) =>
    must(await world.run(as, (ctx) => runCommand(ctx, { divisionCode: '990100', caseId }, command)));
  await does(clerk, { kind: 'claim' });
  return { ...scene, caseId, does };
}

test('a day that was right when it was filed stands before the officer and on the certificate after it has come', async (t) => {
  const { world, caseId, does, clerk, reviewer, approver, applicant } = await fairWorld(t);
  await does(clerk, { kind: 'accept' });
  world.now = instantOf(civilDate('2026-09-28'), '10:00');
  await does(reviewer, { kind: 'claim' });
  await does(reviewer, { kind: 'finish-step', step: 'review', agrees: true, note: '' });
  await does(approver, { kind: 'claim' });
  const { body } = await world.call(GetCase, { as: approver, params: { caseId } });
  const seen = body.answers as { key: string; lines: string[] }[];
  assert.match(seen.find(({ key }) => key === 'opensOn')?.lines.join() ?? '', /9月24日/);
  await does(approver, { kind: 'decide', outcome: 'approved', reasons: '' });
  const [certificate] = await reading(world, applicant, (ctx) => listCertificates(ctx, applicant.id));
  assert.match(certificate?.lines.map(({ value }) => value).join() ?? '', /9月24日/);
});

test('a correction is not held up by a day that has come meanwhile and cannot be changed', async (t) => {
  const { world, caseId, does, clerk, applicant } = await fairWorld(t);
  await does(clerk, { kind: 'ask-correction', points: [{ at: 'fair', problem: '请写全称' }] });
  world.now = instantOf(civilDate('2026-09-28'), '10:00');
  must(await world.run(applicant, (ctx) => saveAnswers(ctx, { caseId, answers: { fair: '示例市秋集' } })));
  const mine = must(await reading(world, applicant, (ctx) => getMyCase(ctx, caseId)));
  assert.deepEqual(mine.filed.errors, []);
  must(await world.run(applicant, (ctx) => answerCorrection(ctx, { caseId })));
});

test('a day corrected is held against the day of the correction', async (t) => {
  const { world, caseId, does, clerk, applicant } = await fairWorld(t);
  await does(clerk, { kind: 'ask-correction', points: [{ at: 'opensOn', problem: '那天场地有安排' }] });
  world.now = instantOf(civilDate('2026-09-28'), '10:00');
  const answer = async (opensOn: string) => {
    must(await world.run(applicant, (ctx) => saveAnswers(ctx, { caseId, answers: { opensOn } })));
    const sent = await world.run(applicant, (ctx) => answerCorrection(ctx, { caseId }));
    return sent.ok ? 'sent' : sent.refusal.kind;
  };
  assert.equal(await answer('2026-09-25'), 'answers-wrong');
  assert.equal(await answer('2026-10-10'), 'sent');
});
