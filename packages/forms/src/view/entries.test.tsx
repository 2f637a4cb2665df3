import assert from 'node:assert/strict';
import test from 'node:test';
import { type Instant, must } from '@zhengtong/kernel';
import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { checkAnswers } from '../answers/check-answers.ts';
import { emptyDraft, putAnswers } from '../answers/draft.ts';
import { listShown } from '../answers/list-shown.ts';
import { readPost } from '../answers/read-post.ts';
import { conditionSchema, isMet } from '../definition/condition.ts';
import type { Condition, Question } from '../definition/definition.ts';
import { loadForm } from '../definition/load.ts';
import { readPage } from '../test/read-page.ts';
import { context } from '../test/sample-values.ts';
import { FormQuestions } from './form-questions.tsx';

type Entry = Readonly<Record<string, unknown>>;

const label = (text: string) => ({ zh: text, en: text });
const bare = {
  'yes-no': {},
  number: {},
  text: {},
  choice: { choices: ['x', 'y'].map((value) => ({ value, label: label(value) })) },
};
type Bare = keyof typeof bare;
const values: Record<Bare, fc.Arbitrary<unknown>> = {
  'yes-no': fc.boolean(),
  number: fc.integer({ min: 1, max: 3 }),
  text: fc.constantFrom('a', 'b'),
  choice: fc.constantFrom('x', 'y'),
};

/** Conditions over these questions, one inside another at most once. */
function conditionOver(before: readonly { key: string; kind: Bare }[]): fc.Arbitrary<Condition> {
  const plain = fc.constantFrom(...before).chain(({ key: question, kind }): fc.Arbitrary<Condition> => {
    const is = values[kind].map((value) => ({ question, is: value as string }));
    const isGiven = fc.boolean().map((given) => ({ question, isGiven: given }));
    const bound = fc.integer({ min: 1, max: 3 }).map((isAtLeast) => ({ question, isAtLeast }));
    return kind === 'number' ? fc.oneof(is, isGiven, bound) : fc.oneof(is, isGiven);
  });
  const two = fc.array(plain, { minLength: 2, maxLength: 2 });
  return fc.oneof(
    plain,
    plain.map((not) => ({ not })),
    two.map((all) => ({ all })),
    two.map((any) => ({ any })),
  );
}

/** Questions of an entry, most of which hang on earlier ones. */
const questions = fc
  .array(fc.constantFrom(...(Object.keys(bare) as Bare[])), { minLength: 2, maxLength: 6 })
  .chain((kinds) => {
    const plain = kinds.map((kind, n) => ({ key: `k${n}`, kind }));
    return fc.tuple(
      ...plain.map((one, n): fc.Arbitrary<Question> => {
        const when = n === 0 ? fc.constant(undefined) : fc.option(conditionOver(plain.slice(0, n)), { nil: undefined });
        return fc.tuple(when, fc.boolean()).map(([condition, required]) => ({
          ...{ ...one, ...bare[one.kind], label: label(one.key), required },
          ...(condition ? { when: condition } : {}),
        }));
      }),
    );
  });

/** A form of one group, and entries to it: right answers or none, also to what does not apply. */
const filled = questions.chain((asked) => {
  const entry = fc.record(Object.fromEntries(asked.map(({ key, kind }) => [key, values[kind as Bare]])), {
    requiredKeys: [],
    noNullPrototype: true,
  });
  return fc.record({ asked: fc.constant(asked), entries: fc.array(entry, { minLength: 1, maxLength: 3 }) });
});

const formOf = (asked: readonly Question[]) =>
  must(
    loadForm({
      title: label('表'),
      sections: [
        {
          key: 's',
          title: label('节'),
          questions: [{ key: 'them', kind: 'group', label: label('组'), questions: asked }],
        },
      ],
    }),
  );

/** What applies to an entry and the answers that count, worked out once more in the plainest way. */
function judge(asked: readonly Question[], entry: Entry) {
  const kept: Record<string, unknown> = {};
  const shown: Question[] = [];
  for (const one of asked) {
    if (one.when && !isMet(one.when, kept)) continue;
    shown.push(one);
    if (entry[one.key] !== undefined) kept[one.key] = entry[one.key];
  }
  const missing = shown.filter(({ key, required }) => required !== false && kept[key] === undefined);
  return { kept, shown: shown.map(({ key }) => key), missing: missing.map(({ key }) => key) };
}

const isBlank = (entry: Entry) => Object.keys(entry).length === 0;

test('in an entry what does not apply is neither required nor kept, and the published schema says the same', () => {
  fc.assert(
    fc.property(filled, ({ asked, entries }) => {
      const form = formOf(asked);
      const judged = entries.map((entry) => judge(asked, entry));
      const wrong = judged.flatMap(({ missing }, n) =>
        isBlank(entries[n] as Entry) ? [] : missing.map((key) => `them.${n}.${key}`),
      );
      const { values: found, errors } = checkAnswers(form, { them: entries }, context);
      if (entries.every(isBlank)) assert.deepEqual([found, errors.map(({ path }) => path)], [{}, ['them']]);
      else
        assert.deepEqual(
          errors.map(({ path }) => path),
          wrong,
        );
      if (errors.length > 0) return;
      const kept = judged.filter((_, n) => !isBlank(entries[n] as Entry)).map((one) => one.kept);
      assert.deepEqual(found, { them: kept });
      assert.equal(form.validate(found), true);
      for (const { key, kind, when } of asked)
        for (const [n, one] of kept.entries()) {
          if (!when || isMet(when, one) || conditionSchema(when) === undefined) continue;
          const stray = { 'yes-no': true, number: 1, text: 'a', choice: 'x' }[kind as Bare];
          assert.equal(form.validate({ them: kept.with(n, { ...one, [key]: stray }) }), false);
        }
    }),
    { numRuns: 400 },
  );
});

test('a page asks in each entry what applies there, says what of it hangs on an answer, and sent back says the same', () => {
  fc.assert(
    fc.property(filled, ({ asked, entries }) => {
      const form = formOf(asked);
      const writer = { by: 'p', at: '2026-11-23T01:00:00.000Z' as Instant };
      const draft = putAnswers(form, emptyDraft, { them: entries }, writer, context);
      const page = renderToStaticMarkup(<FormQuestions {...{ form, draft, context, keys: ['them'] }} />);
      const isThere = (path: string) => page.includes(`name="q.${path}"`);
      const hanging: string[] = [];
      for (const [n, entry] of entries.entries()) {
        const { shown } = judge(asked, entry);
        for (const { key, when } of asked) {
          assert.equal(isThere(`them.${n}.${key}`), shown.includes(key));
          if (when && shown.includes(key)) hanging.push(`them.${n}.${key}`);
        }
      }
      const post = readPage(page);
      assert.deepEqual(post.asked, ['q.them', ...hanging.map((path) => `q.${path}`)]);
      const told = listShown(form, draft, context).map(({ path }) => path);
      const answered = hanging.filter((path) => !isBlank(entries[Number(path.split('.')[1])] as Entry));
      assert.deepEqual(told, ['them', ...answered]);
      // An entry of which nothing counts sends nothing back.
      if (entries.some((entry) => isBlank(judge(asked, entry).kept))) return;
      assert.deepEqual(
        checkAnswers(form, readPost(form, post).typed, context),
        checkAnswers(form, { them: entries }, context),
      );
    }),
    { numRuns: 300 },
  );
});

test('what an answer newly calls for in an entry says so; a preview shows it with a remark before', () => {
  const asked: Question[] = [
    { key: 'isManager', kind: 'yes-no', label: label('负责人？') },
    { key: 'card', kind: 'text', label: label('证号'), when: { question: 'isManager', is: true } },
  ];
  const form = formOf(asked);
  const writer = { by: 'p', at: '2026-11-23T01:00:00.000Z' as Instant };
  const draft = putAnswers(form, emptyDraft, { them: [{ isManager: true }, { isManager: false }] }, writer, context);
  const page = (more: object) => renderToStaticMarkup(<FormQuestions {...{ form, draft, context, ...more }} />);
  assert.match(page({ keys: ['them'], newKeys: ['them.0.card'] }), /请再填写这一项。<\/p>.*q\.them\.0\.card/);
  assert.doesNotMatch(page({ keys: ['them'] }), /请再填写这一项|仅在前面的回答涉及时|q\.them\.1\.card/);
  assert.match(page({}), /仅在前面的回答涉及时填写.*q\.them\.1\.card/);
});
