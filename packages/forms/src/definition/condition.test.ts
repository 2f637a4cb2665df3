import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { conditionSchema, isMet, valueAt } from './condition.ts';
import type { Condition } from './definition.ts';
import { compileSchema } from './validator.ts';

const values = { a: 5, on: '2026-01-01', list: ['x'], who: { kind: 'firm' } };
const met = (condition: Condition): boolean => isMet(condition, values);

test('each comparison holds for what it says and not for what was not answered', () => {
  assert.deepEqual(
    [
      { question: 'a', is: 5 },
      { question: 'who.kind', isOneOf: ['firm'] },
      { question: 'list', includes: 'x' },
      { question: 'a', isAtLeast: 5 },
      { question: 'on', isAtMost: '2026-01-01' },
      { question: 'b', isGiven: false },
      { not: { question: 'b', is: 1 } },
    ].map((condition) => met(condition as Condition)),
    Array.from({ length: 7 }, () => true),
  );
  assert.deepEqual(
    [
      { question: 'b', isAtLeast: 0 },
      { question: 'on', isAtLeast: 5 },
      { question: 'b', isGiven: true },
      { question: 'toString', isGiven: true },
    ].map((condition) => met(condition as Condition)),
    [false, false, false, false],
  );
});

test('what an object inherits is no answer', () => {
  assert.equal(valueAt({}, '__proto__.constructor'), undefined);
});

test('a condition and its schema agree on all values', () => {
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small' },
      fc.record({ question: fc.constantFrom('a', 'b'), is: fc.constantFrom(1, 'x', true) }),
      fc.record({ question: fc.constantFrom('a', 'b'), isAtLeast: fc.constantFrom(0, 2) }),
      fc.record({ question: fc.constantFrom('a', 'b.c'), isGiven: fc.boolean() }),
      fc.record({ question: fc.constantFrom('a', 'b'), includes: fc.constant('x') }),
      fc.record({ not: tie('condition') }),
      fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    ) as fc.Arbitrary<Condition>,
  }));
  const value = fc.constantFrom(undefined, 1, 2, 'x', true, ['x'], { c: 1 });
  fc.assert(
    fc.property(condition, fc.array(fc.record({ a: value, b: value }), { maxLength: 5 }), (one, samples) => {
      const validate = compileSchema(conditionSchema(one) as object);
      for (const { a, b } of samples) {
        const given = JSON.parse(JSON.stringify({ a, b }));
        assert.equal(validate(given), isMet(one, given), JSON.stringify([one, given]));
      }
    }),
    { numRuns: 150 },
  );
});
