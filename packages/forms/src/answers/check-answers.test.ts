import assert from 'node:assert/strict';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import fc from 'fast-check';
import { loadForm } from '../definition/load.ts';
import type { PostBody } from '../kinds/kind.ts';
import { sampleDefinition } from '../test/sample-form.ts';
import { context, sampleAnswers } from '../test/sample-values.ts';
import { checkAnswer, checkAnswers } from './check-answers.ts';
import { readPost } from './read-post.ts';
import { writePost } from './write-post.ts';

const form = must(loadForm(sampleDefinition));
const one = fc.sample(sampleAnswers, { numRuns: 1, seed: 7 })[0] ?? {};

test('right answers pass, and the values satisfy the published schema', () => {
  fc.assert(
    fc.property(sampleAnswers, (answers) => {
      const { values, errors } = checkAnswers(form, answers, context);
      assert.deepEqual(errors, []);
      assert.equal(form.validate(values), true);
      for (const [key, value] of Object.entries(answers)) assert.deepEqual(values[key], value);
    }),
    { numRuns: 300 },
  );
});

test('a form post and JSON of the same answers give the same values', () => {
  fc.assert(
    fc.property(sampleAnswers, (answers) => {
      const fromJson = checkAnswers(form, answers, context);
      const fromPost = checkAnswers(form, readPost(form, writePost(form, answers)).typed, context);
      assert.deepEqual(fromPost, fromJson);
    }),
    { numRuns: 300 },
  );
});

test('checked values given back are the same checked values', () => {
  fc.assert(
    fc.property(sampleAnswers, (answers) => {
      const { values } = checkAnswers(form, answers, context);
      assert.deepEqual(checkAnswers(form, values, context).values, values);
    }),
    { numRuns: 100 },
  );
});

test('whatever JSON is given, the check answers and lets nothing through that the schema calls wrong', () => {
  const keys = [...form.questions.keys()];
  const odd = fc.dictionary(
    fc.constantFrom(...keys, '__proto__', 'constructor', 'x'),
    fc.anything({ withNullPrototype: true }),
  );
  const bent = fc.tuple(sampleAnswers, odd).map(([answers, other]) => ({ ...answers, ...other }));
  fc.assert(
    fc.property(fc.oneof(odd, bent, fc.anything()), (typed) => {
      const { values, errors } = checkAnswers(form, typed, context);
      if (errors.length === 0) assert.equal(form.validate(values), true);
      for (const { say, id } of errors) assert.ok(say.zh !== '' && say.en !== '' && id !== '');
    }),
    { numRuns: 1500 },
  );
});

test('whatever a post brings, reading and checking it does not throw', () => {
  const names = [
    ...Object.keys(writePost(form, one)),
    'q.partners.0.name',
    'q.partners.999.share',
    'q.opensOn',
    'add',
    'remove',
    'drop',
    'asked',
    '__proto__',
  ];
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', 'q.partners', 'q.partners.0', '2026-13-40', '１２', '\u0000', '-'),
  );
  const post = fc.dictionary(fc.constantFrom(...names), fc.oneof(texts, fc.array(texts, { maxLength: 3 })));
  fc.assert(
    fc.property(post, (body) => {
      const { errors, values } = checkAnswers(form, readPost(form, body as PostBody).typed, context);
      if (errors.length === 0) assert.equal(form.validate(values), true);
    }),
    { numRuns: 1500 },
  );
});

test('an answer to a question that does not apply is left out, not refused', () => {
  const { values, errors, shown } = checkAnswers(form, { ...one, hasKitchen: false, kitchenNote: '很大' }, context);
  assert.deepEqual(errors, []);
  assert.equal('kitchenNote' in values, false);
  assert.equal(shown.includes('kitchenNote'), false);
});

test('what the server works out is never read from what was sent', () => {
  const partners = [
    { name: '张三', share: 100, isManager: false },
    { name: '李四', share: 250, isManager: false },
  ];
  const { values } = checkAnswers(form, { ...one, partners, capital: 999_999 }, context);
  assert.equal(values.capital, 350);
});

test('each missing answer is asked for by the name of its question, with a link to its field', () => {
  const { errors } = checkAnswers(form, {}, context);
  assert.deepEqual(
    errors.slice(0, 3).map(({ id, kind, say }) => [id, kind, say.zh]),
    [
      ['q-applicantKind', 'missing', '请选择：您以什么身份申请？'],
      ['q-phone', 'missing', '请填写联系电话。'],
      ['q-shopName', 'missing', '请填写店名。'],
    ],
  );
});

test('faults inside an answer lead to the part at fault', () => {
  const bent = {
    ...one,
    partners: [{ name: '', share: 'x', isManager: true, card: '1' }],
    lease: { from: '2026-02-30', to: '' },
  };
  const ids = checkAnswers(form, bent, context).errors.map(({ id }) => id);
  assert.deepEqual(ids, ['q-lease-from', 'q-lease-to', 'q-partners-0-name', 'q-partners-0-share', 'q-partners-0-card']);
});

test('one question can be checked while the rest is open', () => {
  assert.deepEqual(checkAnswer(form, 'phone', '13800138000', context), []);
  assert.equal(checkAnswer(form, 'phone', '1380013800', context)[0]?.kind, 'not-a-phone');
  assert.deepEqual(checkAnswer(form, 'capital', 'x', context), []);
});

test('a key no question has is told to who sends JSON', () => {
  assert.deepEqual(
    checkAnswers(form, { ...one, salary: 1 }, context).errors.map(({ path, kind }) => [path, kind]),
    [['salary', 'unknown-question']],
  );
});
