import assert from 'node:assert/strict';
import test from 'node:test';
import { addDays, type Instant, must } from '@zhengtong/kernel';
import fc from 'fast-check';
import type { Question } from '../definition/definition.ts';
import { loadForm } from '../definition/load.ts';
import { sampleDefinition } from '../test/sample-form.ts';
import { context, residentNumber, sampleAnswers } from '../test/sample-values.ts';
import { checkAnswer, checkAnswers, nameOf } from './check-answers.ts';
import { checkDraft, emptyDraft, putAnswers, typedOf } from './draft.ts';
import { prefill } from './prefill.ts';
import { readPost } from './read-post.ts';
import { type Source, saySources } from './source.ts';
import { takeOver } from './take-over.ts';
import { writePost } from './write-post.ts';

const at = '2026-09-21T02:00:00.000Z' as Instant;
const source: Source = { kind: 'case', number: 'ZT-1', at };
const register: Source = { kind: 'register', name: { zh: '实名认证', en: 'real-name check' }, at, isFixed: true };

/** The sample form as a later version has it. */
function later(changes: Readonly<Record<string, Partial<Question> | undefined>>) {
  const sections = sampleDefinition.sections.map((section) => ({
    ...section,
    questions: section.questions.map((one) => ({ ...one, ...changes[one.key] })),
  }));
  return must(loadForm({ ...sampleDefinition, sections }));
}
const form = later({});

/** What versions change, one by one. */
const label = { zh: '新', en: 'New' };
const changes: readonly (readonly [string, Partial<Question>])[] = [
  ['foods', { choices: [{ value: 'hot', label }] }],
  ['shopName', { maxLength: 3 }],
  ['shopName', { kind: 'long-text' }],
  ['size', { min: 5000, decimals: 0 }],
  ['rent', { max: 100 }],
  ['address', { within: '990102' }],
  ['partners', { maxItems: 1 }],
  ['partners', { questions: [{ key: 'name', kind: 'long-text', label }] }],
  ['hasKitchen', { kind: 'text' }],
];

test('whatever was answered and however the form changed, what is taken over is right today and a page sent as it stands says nothing anew', () => {
  fc.assert(
    fc.property(sampleAnswers, fc.subarray([...changes]), fc.integer({ min: 0, max: 800 }), (typed, changed, days) => {
      const { values } = checkAnswers(form, typed, context);
      const next = later(Object.fromEntries(changed));
      const now = { ...context, today: addDays(context.today, days) };
      const draft = takeOver(next, emptyDraft, { form, values, source }, now);
      for (const [key, answer] of Object.entries(draft.answers)) {
        assert.deepEqual(checkAnswer(next, key, answer.typed, now), [], key);
        assert.deepEqual(answer.source, source);
      }
      const wrong = checkDraft(next, draft, now).errors.filter(({ kind }) => kind !== 'missing');
      assert.deepEqual(wrong, []);
      const keys = Object.keys(draft.answers);
      const post = { ...writePost(next, typedOf(draft) as never), asked: keys.map(nameOf) };
      const saved = putAnswers(next, draft, readPost(next, post).typed, { by: 'person-1', at }, now);
      assert.deepEqual(saved, draft);
    }),
  );
});

test('nothing is lost where the form is the same, and never a declaration or a file', () => {
  fc.assert(
    fc.property(sampleAnswers, (typed) => {
      const { values } = checkAnswers(form, typed, context);
      const taken = Object.keys(takeOver(form, emptyDraft, { form, values, source }, context).answers);
      const fresh = new Set(['plan', 'truth', 'bornOn', 'capital']);
      assert.deepEqual(
        taken.sort(),
        Object.keys(values)
          .filter((key) => !fresh.has(key))
          .sort(),
      );
    }),
  );
});

test('a day that has passed, a choice that is gone and a question of another kind are left to ask', () => {
  const values = { opensOn: '2026-11-24', foods: ['cold'], shopName: '老王面馆', rent: 5 };
  const next = later({ foods: { choices: [{ value: 'hot', label }] }, shopName: { kind: 'long-text' } });
  const now = { ...context, today: addDays(context.today, 2) };
  const { answers } = takeOver(next, emptyDraft, { form, values, source }, now);
  assert.deepEqual(answers, { rent: { typed: 5, source } });
});

test('what a register knows stands; parts it does not know are taken of the same person only', () => {
  const [own, other] = fc.sample(residentNumber, { numRuns: 2, seed: 7 });
  const known = [
    { path: 'person.name', value: '张三', source: register },
    { path: 'person.idNumber', value: own, source: register },
    { path: 'person.phone', value: '13800138000', source: { ...register, isFixed: false } },
  ];
  const start = prefill(form, emptyDraft, known, context);
  const before = (idNumber: string | undefined) => ({
    phone: '13900139000',
    applicant: { name: '张三', idKind: 'resident-card', idNumber, phone: '13900139000', email: 'a@example.com' },
  });
  const same = takeOver(form, start, { form, values: before(own), source }, context);
  assert.deepEqual(same.answers.phone, start.answers.phone);
  assert.deepEqual(same.answers.applicant?.typed, { ...before(own).applicant, phone: '13800138000' });
  const { sources } = checkDraft(
    form,
    { answers: { ...same.answers, applicantKind: { typed: 'person', source } } },
    context,
  );
  assert.deepEqual([sources.applicant, sources['applicant.email']], [source, source]);
  assert.equal(saySources(sources, 'applicant', 'zh'), '实名认证，2026年9月21日；您2026年9月21日提交的申请（ZT-1）');
  const foreign = takeOver(form, start, { form, values: before(other), source }, context);
  assert.deepEqual(foreign, start);
});
