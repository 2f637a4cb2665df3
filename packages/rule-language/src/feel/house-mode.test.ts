import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { evaluateExpression, sayValue, Unknown, type Value, whole } from './index.ts';

const unknown = (name: string) => new Unknown([name]);
function evaluate(text: string, names: Record<string, Value> = { x: unknown('x'), y: unknown('y') }) {
  return evaluateExpression(text, { mode: 'house', names });
}
const sayOf = (text: string) => sayValue(evaluate(text).value, true);

test('a missing fact makes a comparison, a sum and a function of it unknown and is named', () => {
  for (const text of ['x > 1', 'x + y > 1', 'abs(x)', 'sum([1, x])', 'x in [1..3]', '[1, 2][item > x]']) {
    const { value } = evaluate(text);
    assert.ok(value instanceof Unknown, text);
    assert.ok(value.missing.includes('x'), text);
  }
});

test('and, or, some and every decide as soon as one part is certain', () => {
  assert.equal(sayOf('x > 1 and false'), 'false');
  assert.equal(sayOf('x > 1 or true'), 'true');
  assert.equal(sayOf('some i in [x, 1] satisfies i = 1'), 'true');
  assert.equal(sayOf('every i in [x, 2] satisfies i = 1'), 'false');
  assert.equal(sayOf('x > 1 and true'), 'unknown');
});

test('a part that settles and or or does so beside an error, on either side', () => {
  for (const text of ['1 / 0 > 1 and false', 'false and 1 / 0 > 1']) assert.equal(sayOf(text), 'false', text);
  for (const text of ['1 / 0 > 1 or true', 'true or 1 / 0 > 1']) assert.equal(sayOf(text), 'true', text);
  for (const text of ['1 / 0 > 1 and x > 1', 'x > 1 and 1 / 0 > 1', '1 / 0 > 1 and true'])
    assert.equal(evaluate(text).fault?.code, 'division-by-zero', text);
});

test('an if on a missing fact is unknown unless both branches agree', () => {
  assert.equal(sayOf('if x > 1 then 2 else 2'), '2');
  assert.equal(sayOf('if x > 1 then 2 else 3'), 'unknown');
  assert.equal(sayOf('if x > 1 then 1/0 else 2'), 'unknown');
});

test('an error is not an unknown: it stops with a code', () => {
  assert.equal(evaluate('1 / 0').fault?.code, 'division-by-zero');
  assert.equal(evaluate('"a" + 1').fault?.code, 'value-kind');
  assert.equal(evaluate('null + 1').fault?.code, 'value-null');
  assert.equal(evaluate('if 1 then 2 else 3').fault?.code, 'value-kind');
});

test('an entry nobody has given is missing by its path', () => {
  const { value } = evaluate('x.收入 > 1');
  assert.deepEqual(value instanceof Unknown && value.missing, ['x.收入']);
});

test('the sum of no members is nothing, and a name nobody declared is an error with the nearest right one', () => {
  assert.equal(sayOf('sum([])'), '0');
  const [problem] = evaluate('人均收人 > 1', { 人均收入: whole(1) }).problems;
  assert.equal(problem?.nearest, '人均收入');
});

test('a filter over nobody is nobody, and a cell or range never takes a missing fact for met', () => {
  assert.equal(sayOf('[][item > 5]'), '[]');
  assert.equal(sayOf('x in (> 5, "a")'), 'unknown');
  assert.equal(sayOf('x between 1 and 2'), 'unknown');
  assert.equal(sayOf('x = null'), 'unknown');
});

/** Expressions over a, b and c in which no error can happen. */
const truth: fc.Arbitrary<string> = fc.letrec((tie) => ({
  number: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('a', 'b', 'c', '0', '1', '2', '3'),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number')).map(([l, o, r]) => `(${l} ${o} ${r})`),
    fc.tuple(tie('truth'), tie('number'), tie('number')).map(([t, l, r]) => `(if ${t} then ${l} else ${r})`),
    fc.tuple(tie('number'), tie('number')).map(([l, r]) => `max(${l}, ${r})`),
  ),
  truth: fc.oneof(
    { depthSize: 'small' },
    fc
      .tuple(tie('number'), fc.constantFrom('<', '<=', '=', '!='), tie('number'))
      .map(([l, o, r]) => `(${l} ${o} ${r})`),
    fc.tuple(tie('truth'), fc.constantFrom('and', 'or'), tie('truth')).map(([l, o, r]) => `(${l} ${o} ${r})`),
    tie('truth').map((t) => `not(${t})`),
    fc.tuple(tie('number'), tie('number')).map(([v, h]) => `(${v} in (1, [2..${h}], > 4))`),
    tie('number').map((n) => `(some i in [a, b, ${n}] satisfies i > 1)`),
  ),
})).truth as fc.Arbitrary<string>;
const fact = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });

test('a certain verdict on part of the facts stays the same under every completion', () => {
  fc.assert(
    fc.property(
      truth,
      fact,
      fact,
      fact,
      fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 9, maxLength: 9 }),
      (text, a, b, c, more) => {
        const given = (value: number | undefined, name: string) => (value === undefined ? unknown(name) : whole(value));
        const verdict = evaluate(text, { a: given(a, 'a'), b: given(b, 'b'), c: given(c, 'c') }).value;
        if (verdict instanceof Unknown) return;
        for (let at = 0; at < 9; at += 3) {
          const completed = [a ?? more[at], b ?? more[at + 1], c ?? more[at + 2]].map((value) => whole(value ?? 0));
          const [x = null, y = null, z = null] = completed;
          assert.equal(evaluate(text, { a: x, b: y, c: z }).value, verdict, text);
        }
      },
    ),
    { numRuns: 2_000 },
  );
});
