import assert from 'node:assert/strict';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import fc from 'fast-check';
import { sampleDefinition } from '../test/sample-form.ts';
import { readSchema } from './from-schema.ts';
import { loadForm } from './load.ts';
import { toSchema } from './to-schema.ts';

const label = { zh: '此项', en: 'This' };
const form = (...questions: object[]) => ({ title: label, sections: [{ key: 'one', title: label, questions }] });
const problems = (given: unknown): string[] => {
  const loaded = loadForm(given);
  return loaded.ok ? [] : loaded.refusal.problems.map(({ path, say }) => `${path}: ${say.en}`);
};

const mistakes = [
  'not a question before',
  'nothing to choose',
  'comes twice',
  'nobody declares',
  'cannot hold a group',
  'no part "salary"',
  'minLength is above',
];

test('a sound definition loads, with its questions in order', () => {
  const loaded = must(loadForm(sampleDefinition));
  assert.equal([...loaded.questions.keys()][0], 'applicantKind');
  assert.equal(loaded.schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
});

test('each mistake of a definition is told with its place', () => {
  assert.match(
    problems(form({ key: 'a', kind: 'text', label: { zh: '无英文' } }))[0] ?? '',
    /^sections\.0\.questions\.0\.label: lacks "en"$/,
  );
  assert.match(problems(form({ key: 'a', kind: 'texts', label }))[0] ?? '', /kind/);
  const said = problems(
    form(
      { key: 'a', kind: 'choice', label, when: { question: 'b', is: true } },
      { key: 'b', kind: 'text', label, minLength: 5, maxLength: 2 },
      { key: 'b', kind: 'declaration', label, prefill: 'person.name' },
      { key: 'g', kind: 'group', label, questions: [{ key: 'h', kind: 'group', label }] },
      { key: 'p', kind: 'person', label, parts: ['salary'] },
      { key: 's', kind: 'money', label, computed: { sum: ['zz'] } },
    ),
  ).join('\n');
  for (const words of mistakes) assert.match(said, new RegExp(words), words);
  assert.match(problems(form({ key: 'a', kind: 'text', label, pattern: '[' }))[0] ?? '', /pattern/);
});

test('an editor reads every mistake in Chinese, those of the shape among them', () => {
  const wrong: readonly (readonly [object, RegExp])[] = [
    [{ key: 'a', kind: 'text', label: { zh: '无英文' } }, /^缺少“en”$/],
    [{ key: 'a', kind: 'text', label, labell: label }, /^没有“labell”这个栏目，请核对拼写$/],
    [{ key: 'a', kind: 'texts', label }, /^只能是 .*text/],
    [{ key: 'a', kind: 'text', label, minLength: 'x' }, /^应为整数$/],
    [{ key: '不', kind: 'text', label }, /^写法不对，应符合/],
    [{ key: 'a', kind: 'choice', label }, /^没有可选的项/],
    [{ key: 'a', kind: 'text', label, when: { question: 'b', is: true } }, /^“b”不是前面的问题/],
  ];
  for (const [question, says] of wrong) {
    const loaded = loadForm(form(question));
    assert.ok(!loaded.ok);
    const said = loaded.refusal.problems.map(({ say }) => say.zh);
    assert.ok(
      said.some((one) => says.test(one)),
      said.join('\n'),
    );
    for (const { say } of loaded.refusal.problems) assert.match(say.zh, /\p{Script=Han}{2}/u, say.en);
  }
});

test('no value makes loading throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.array(fc.object()).map((all) => form(...all)),
      ),
      (given) => {
        const loaded = loadForm(given);
        assert.ok(loaded.ok || loaded.refusal.problems.length > 0);
      },
    ),
    { numRuns: 500 },
  );
});

test('the schema of a form is read back as the form it was made from', () => {
  const back = must(readSchema(JSON.parse(JSON.stringify(toSchema(sampleDefinition)))));
  assert.deepEqual(back.definition, sampleDefinition);
});

test('a schema of others is asked as its types allow, and what cannot be asked is told', () => {
  const foreign = {
    type: 'object',
    title: 'Dog licence',
    properties: {
      name: { type: 'string', maxLength: 30, title: 'Name of the dog' },
      bornOn: { type: 'string', format: 'date' },
      weight: { type: 'number', minimum: 0 },
      colour: { enum: ['black', 'white'] },
      isChipped: { type: 'boolean' },
      tricks: { type: 'array', items: { enum: ['sit', 'roll'] } },
      keepers: {
        type: 'array',
        items: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
      },
    },
    required: ['name'],
  };
  const kinds = [...must(readSchema(foreign)).questions.values()].map(
    ({ kind, required }) => `${kind}${required === false ? '?' : ''}`,
  );
  assert.deepEqual(kinds, ['text', 'date?', 'number?', 'choice?', 'yes-no?', 'choices?', 'group?']);
  const odd = readSchema({ type: 'object', properties: { it: { oneOf: [{ type: 'string' }, { type: 'null' }] } } });
  assert.ok(!odd.ok && odd.refusal.problems[0]?.path === 'properties.it');
});

test('a required answer behind a condition is required by the schema where the condition holds, and unwelcome where not', () => {
  const { validate } = must(
    loadForm(
      form(
        { key: 'has', kind: 'yes-no', label },
        { key: 'what', kind: 'text', label, when: { question: 'has', is: true } },
      ),
    ),
  );
  assert.deepEqual(
    [{ has: true }, { has: true, what: 'x' }, { has: false }, { has: false, what: 'x' }].map((values) =>
      validate(values),
    ),
    [false, true, true, false],
  );
});
