import assert from 'node:assert/strict';
import test from 'node:test';
import { type ItemVersion, publishItem, saveDraft, sendToReview } from '@zhengtong/catalogue';
import { givenItem, guide } from '@zhengtong/catalogue/test';
import { givenFile } from '@zhengtong/files/test';
import type { Question } from '@zhengtong/forms';
import { registerFirm } from '@zhengtong/identity';
import { givenPerson } from '@zhengtong/identity/test';
import { type Instant, must } from '@zhengtong/kernel';
import { listLetters } from '@zhengtong/messages';
import { type Actor, systemActor } from '@zhengtong/platform';
import { reading } from '@zhengtong/platform/test';
import { ActOnCase, type CaseCommand, GetCase } from './contract.ts';
import { eraseAnswers } from './erase-answers.ts';
import { fileCase } from './file-at-once.ts';
import { getMyCase } from './my-cases.ts';
import { saveAnswers } from './save-answers.ts';
import { startCase } from './start-case.ts';
import { submitCase } from './submit-case.ts';
import { casesWorld } from './test.ts';
import { withdrawCase } from './withdraw-case.ts';

const label = (zh: string) => ({ zh, en: zh });
const choices = (...values: string[]) => values.map((value) => ({ value, label: label(value) }));
const questions: readonly Question[] = [
  { key: 'name', kind: 'text', label: label('姓名'), prefill: 'person.name' },
  { key: 'blades', kind: 'number', label: label('几片叶片') },
  { key: 'colour', kind: 'choice', label: label('颜色'), choices: choices('red', 'blue') },
  { key: 'owner', kind: 'identity-number', label: label('屋主证件号') },
  { key: 'opensOn', kind: 'date', label: label('开工日期'), earliest: 'today' },
  { key: 'plan', kind: 'file', label: label('平面图') },
  { key: 'truth', kind: 'declaration', label: label('承诺'), statements: [label('属实')] },
];
const formOf = (asked: readonly Question[]) => ({
  title: label('风车'),
  sections: [{ key: 'mill', title: label('风车'), questions: [...asked] }],
});
const answers = { blades: '3', colour: 'red', owner: '990100195003150029', opensOn: '2026-09-22', truth: true };
const system = systemActor('test');
const idOf = ({ divisionCode, itemId }: ItemVersion) => ({ divisionCode, itemId });

async function scene(t: Parameters<typeof casesWorld>[0]) {
  const at = await casesWorld(t);
  const { world, ports, organisation, applicant } = at;
  const item = await givenItem(world, { organisation, materials: [], form: formOf(questions) as never });
  const fileAs = async (as: Actor, more: object = {}) => {
    const plan = [(await givenFile(world, ports, as)).id];
    const given = { ...idOf(item), answers: { ...answers, plan, ...more } };
    return must(await world.run(as, (ctx) => fileCase(ctx, given))).row;
  };
  const begin = async (as: Actor = applicant) => {
    const { caseId } = must(await world.run(as, (ctx) => startCase(ctx, item)));
    return must(await reading(world, as, (ctx) => getMyCase(ctx, caseId)));
  };
  const taken = async (as?: Actor) => {
    const { answers: there } = (await begin(as)).draft;
    return Object.fromEntries(
      Object.entries(there).flatMap(([key, { typed, source }]) => (source.kind === 'case' ? [[key, typed]] : [])),
    );
  };
  const publish = async (from: ItemVersion, asked: readonly Question[]) =>
    world.with(system, async (ctx) => {
      const content = guide(organisation, { code: from.code, materials: [], form: formOf(asked) as never });
      const saved = must(await saveDraft(ctx, { ...from, revision: 0, content }));
      for (const step of [sendToReview, publishItem]) must(await step(ctx, { ...from, version: saved.version }));
    });
  return { ...at, item, fileAs, begin, taken, publish };
}

test('who applies again finds what they filed last, with its source, and can change it; files and declarations are given anew', async (t) => {
  const { world, applicant, fileAs, begin } = await scene(t);
  await fileAs(applicant, { blades: '2' });
  world.now = '2026-09-21T05:00:00.000Z' as Instant;
  const last = await fileAs(applicant);
  must(await world.run(applicant, (ctx) => withdrawCase(ctx, { caseId: last.id })));
  world.now = '2026-09-22T02:00:00.000Z' as Instant;
  const { draft, line } = await begin();
  const source = { kind: 'case', number: last.number, at: '2026-09-21T05:00:00.000Z' };
  const { name, ...others } = draft.answers;
  assert.equal(name?.source.kind, 'register');
  assert.deepEqual(others, {
    blades: { typed: 3, source },
    colour: { typed: 'red', source },
    owner: { typed: answers.owner, source },
    opensOn: { typed: '2026-09-22', source },
  });
  must(await world.run(applicant, (ctx) => saveAnswers(ctx, { caseId: line.caseId, answers: { blades: '4' } })));
  const after = must(await reading(world, applicant, (ctx) => getMyCase(ctx, line.caseId)));
  assert.equal(after.draft.answers.blades?.source.kind, 'typed');
});

test('a version that asks otherwise, and a day that has passed, leave the question to be asked', async (t) => {
  const { world, applicant, item, fileAs, taken, publish } = await scene(t);
  await fileAs(applicant);
  await publish(item, [
    { key: 'blades', kind: 'text', label: label('几片叶片') },
    { key: 'colour', kind: 'choice', label: label('颜色'), choices: choices('blue', 'green') },
    ...questions.slice(3),
  ]);
  world.now = '2026-09-24T02:00:00.000Z' as Instant;
  assert.deepEqual(await taken(), { owner: answers.owner });
});

test('nothing is taken from a draft, from erased answers, from somebody else, nor between a person and their firm', async (t) => {
  const { world, applicant, fileAs, begin, taken } = await scene(t);
  const { line } = await begin();
  must(await world.run(applicant, (ctx) => saveAnswers(ctx, { caseId: line.caseId, answers })));
  assert.deepEqual(await taken(), {});
  const { id: firmId } = await world.with(system, async (ctx) =>
    must(
      await registerFirm(ctx, { creditCode: '91990100MA0990004N', name: '示例', legalRepresentativeId: applicant.id }),
    ),
  );
  const forFirm = { ...applicant, firmId };
  const own = await fileAs(applicant);
  assert.deepEqual([await taken(forFirm), await taken(await givenPerson(world))], [{}, {}]);
  await fileAs(forFirm, { blades: '8' });
  assert.deepEqual([(await taken(forFirm)).blades, (await taken()).blades], [8, 3]);
  await world.with(system, (ctx) => eraseAnswers(ctx, own));
  assert.deepEqual(await taken(), {});
});

test('two drafts begun at once have each their own copy', async (t) => {
  const { applicant, fileAs, taken } = await scene(t);
  await fileAs(applicant);
  const [one, other] = await Promise.all([taken(), taken()]);
  assert.deepEqual([one?.blades, other], [3, one]);
});

test('what is filed at once takes nothing from an earlier case', async (t) => {
  const { world, applicant, item, fileAs } = await scene(t);
  await fileAs(applicant);
  const { blades: _, ...fewer } = answers;
  const filed = await world.run(applicant, (ctx) => fileCase(ctx, { ...idOf(item), answers: fewer }));
  assert.ok(!filed.ok && filed.refusal.kind === 'answers-wrong');
  assert.ok(filed.refusal.errors.some(({ path }) => path === 'blades'));
});

test('to the office what comes from an earlier case is the applicant’s word, verified by nobody', async (t) => {
  const { world, organisation, applicant, clerk } = await casesWorld(t);
  const asked = questions.filter(({ key }) => key === 'owner');
  const item = await givenItem(world, { organisation, materials: [], form: formOf(asked) as never });
  const first = must(
    await world.run(applicant, (ctx) => fileCase(ctx, { ...idOf(item), answers: { owner: answers.owner } })),
  ).row;
  const { caseId } = must(await world.run(applicant, (ctx) => startCase(ctx, item)));
  must(await world.run(applicant, (ctx) => submitCase(ctx, { caseId })));
  for (const body of [{ kind: 'claim' }, { kind: 'accept' }] as CaseCommand[])
    assert.equal((await world.call(ActOnCase, { as: clerk, params: { caseId }, body })).status, 200);
  const { body } = await world.call(GetCase, { as: clerk, params: { caseId } });
  const [answer] = body.answers as { source: string }[];
  assert.equal(answer?.source, `申请人2026年9月21日提交的申请（${first.number}）`);
  assert.deepEqual(
    (body.openPoints as { kind: string }[]).map(({ kind }) => kind),
    ['unverified'],
  );
});

test('the letter about a case taken back promises what was filed, and nothing of a draft that is erased', async (t) => {
  const { world, applicant, fileAs, begin } = await scene(t);
  const { line } = await begin();
  const filed = await fileAs(applicant);
  for (const caseId of [line.caseId, filed.id])
    must(await world.run(applicant, (ctx) => withdrawCase(ctx, { caseId })));
  const letters = await reading(world, applicant, (ctx) => listLetters(ctx));
  const said = (caseId: string) =>
    letters.find((one) => one.template === 'case-withdrawn' && one.caseId === caseId)?.zh.lines.join('') ?? '';
  assert.match(said(filed.id), /会先填好/);
  assert.match(said(line.caseId), /已经删除/);
});
