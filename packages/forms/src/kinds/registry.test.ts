import assert from 'node:assert/strict';
import test from 'node:test';
import { saidOf } from '@zhengtong/kernel';
import fc from 'fast-check';
import { kindNames, type Question } from '../definition/definition.ts';
import { compileSchema } from '../definition/validator.ts';
import { context } from '../test/sample-values.ts';
import { kinds } from './registry.ts';

const label = { zh: '此项', en: 'This' };
const choices = ['a', 'b'].map((value) => ({ value, label }));
const questions = [{ key: 'name', kind: 'text', label }] as const;
const questionOf = (kind: Question['kind']): Question => ({ key: 'it', kind, label, choices, questions });

/** Nothing in it but blanks: what a page sends for a question left alone. */
const isNothing = (typed: unknown): boolean =>
  typed === null ||
  typed === undefined ||
  (typeof typed === 'string' && saidOf(typed.replaceAll('-', '')) === '') ||
  (typeof typed === 'object' && Object.values(typed).every(isNothing));

const text = fc.oneof(
  fc.constantFrom('yes', 'a', '5', '2026-01-01', 'x@y.cn', '138', 'resident-card'),
  fc.string({ unit: 'binary' }),
);
const parts = fc.dictionary(
  fc.constantFrom('name', 'idKind', 'idNumber', 'phone', 'from', 'to', 'division', 'detail', 'creditCode'),
  text,
);
const typed = fc.oneof(
  text,
  parts,
  fc.array(fc.oneof(text, parts), { maxLength: 3 }),
  fc.anything(),
  fc.double(),
  fc.boolean(),
);

for (const kind of kindNames) {
  const question = questionOf(kind);
  const validate = compileSchema(kinds[kind].schemaOf(question) as object);

  test(`${kind}: whatever is given, it is a value of the schema, a fault in plain words, or truly nothing`, () => {
    fc.assert(
      fc.property(typed, (given) => {
        if (kinds[kind].isEmpty(given, question)) {
          assert.ok(isNothing(given) || kind === 'declaration' || kind === 'person' || kind === 'group');
          return;
        }
        const checked = kinds[kind].check(given, question, context);
        if (checked.ok) assert.equal(validate(checked.value), true, JSON.stringify(checked.value));
        else
          for (const { say } of checked.faults)
            assert.ok(/\p{Script=Han}/u.test(say.zh) && /^[^\u4e00-\u9fff]+$/.test(say.en.replace(/".*"|“.*”/, '')));
      }),
      { numRuns: Number(process.env.FORMS_RUNS ?? 300) },
    );
  });
}
