import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decimalOf, sayValue } from '../../feel/index.ts';
import type { Boxed, DmnModel, Variable } from '../model.ts';
import { DmnProgram } from '../run/program.ts';
import { decision, inputX, model } from '../sample-model.ts';
import { readDmn } from './read-model.ts';
import { writeDmn } from './write-model.ts';

/** What XML can hold, with what is likeliest to break on the way. */
const spoken = fc.constantFrom(
  'x',
  '"甲 & 乙"',
  '<',
  '>',
  ']]>',
  '&amp;',
  "'",
  '"',
  '\n',
  '\t',
  '  ',
  '🐎',
  '名',
  '<!--',
  '{',
  '}',
  '-',
);
/** Blanks around a text mean nothing and are not kept. */
const text = fc.array(spoken, { maxLength: 6 }).map((parts) => parts.join('').trim());
const name = fc
  .tuple(fc.constantFrom('a', '条件', 'b c', 'd-e', '<f>', 'g&h'), fc.nat(99))
  .map((parts) => parts.join(' '));
const typeRef = fc.constantFrom(null, 'number', 'string', 'tOwn');
const variable: fc.Arbitrary<Variable> = fc.record({ name, typeRef });
const feel = fc.constantFrom(
  'x + 1',
  '"甲" + "<&>"',
  '[1, 2, 3]',
  '{a: x, "b c": 2}',
  'x > 2',
  'null',
  '@"2020-01-31"',
);
const expression = fc.oneof({ weight: 4, arbitrary: feel }, { weight: 1, arbitrary: text });
const literal: fc.Arbitrary<Boxed> = fc.record({ kind: fc.constant('literal'), typeRef, text: expression });

const { boxed } = fc.letrec<{ boxed: Boxed }>((tie) => {
  const inner = tie('boxed');
  const maybe = fc.option(inner, { nil: null });
  return {
    boxed: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      literal,
      fc.record({
        kind: fc.constant('context' as const),
        typeRef,
        entries: fc.array(fc.record({ variable: fc.option(variable, { nil: null }), value: inner }), { maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('list' as const), typeRef, items: fc.array(inner, { maxLength: 3 }) }),
      fc.record({
        kind: fc.constant('conditional' as const),
        typeRef,
        condition: maybe,
        whenTrue: maybe,
        whenFalse: maybe,
      }),
      fc.record({
        kind: fc.constantFrom('for' as const, 'some' as const, 'every' as const),
        typeRef,
        variable: name,
        over: inner,
        overType: fc.constantFrom(null, 'number'),
        body: maybe,
      }),
      fc.record({ kind: fc.constant('filter' as const), typeRef, over: maybe, match: maybe }),
      fc.record({
        kind: fc.constant('invocation' as const),
        typeRef,
        callee: maybe,
        bindings: fc.array(fc.record({ parameter: name, value: maybe }), { maxLength: 2 }),
      }),
      fc.record({
        kind: fc.constant('function' as const),
        typeRef,
        language: fc.constant('FEEL' as const),
        parameters: fc.array(variable, { maxLength: 2 }),
        body: maybe,
      }),
      fc.tuple(typeRef, fc.integer({ min: 1, max: 2 })).chain(([type, width]) =>
        fc.record({
          kind: fc.constant('relation' as const),
          typeRef: fc.constant(type),
          columns: fc.array(variable, { minLength: width, maxLength: width }),
          rows: fc.array(fc.array(inner, { minLength: width, maxLength: width }), { maxLength: 2 }),
        }),
      ),
      fc.record({
        kind: fc.constant('table' as const),
        typeRef,
        hitPolicy: fc.constantFrom('UNIQUE' as const, 'FIRST' as const, 'RULE ORDER' as const, 'OUTPUT ORDER' as const),
        aggregation: fc.constant(null),
        outputLabel: fc.option(
          text.filter((label) => label !== ''),
          { nil: null },
        ),
        inputs: fc.constant([{ expression: 'x', typeRef: 'number', label: '列 <1>', allowedValues: '[0..9]' }]),
        outputs: fc.constant([
          { name: '结果', typeRef: null, label: null, allowedValues: '"a", "b"', defaultEntry: '"b"' },
        ]),
        annotationNames: fc.constant(['依据']),
        rules: fc.array(
          fc.record({
            tests: fc.constantFrom(['> 1'], ['-'], ['< 5, > 7']),
            outputs: expression.map((one) => [one]),
            annotations: text.map((one) => [one]),
          }),
          { maxLength: 3 },
        ),
      }),
    ),
  };
});

const models: fc.Arbitrary<DmnModel> = fc
  .record({ logic: fc.option(boxed, { nil: null }), typeOfD: typeRef, question: fc.option(text, { nil: null }) })
  // Plain objects: what is read has the usual prototype.
  .map((parts) => structuredClone(parts))
  .map(({ logic, typeOfD, question }) => ({
    ...model({ inputs: [inputX] }),
    decisions: [
      {
        ...decision('d', { kind: 'literal', text: '' }, { needsInputs: ['#_x'] }),
        logic,
        question: question === '' ? null : question,
        variable: { name: 'd', typeRef: typeOfD },
      },
    ],
  }));

test('a model of any shape reads back as it was and answers the same', async () => {
  await fc.assert(
    fc.asyncProperty(models, async (own) => {
      const read = await readDmn(await writeDmn(own));
      assert.ok(read.ok, read.ok ? '' : read.refusal.en);
      assert.deepEqual(read.value, own);
      const answer = (of: DmnModel) => {
        const given = new DmnProgram(of).decide('d', [{ name: 'x', value: decimalOf('4') ?? null }]);
        return sayValue(given?.value ?? null, true);
      };
      assert.equal(answer(read.value), answer(own));
    }),
    { numRuns: 100 },
  );
});
