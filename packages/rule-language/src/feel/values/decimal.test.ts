import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  add,
  compareDecimals,
  Decimal,
  decimalOf,
  divide,
  multiply,
  negate,
  power,
  type Rounding,
  round,
  round34,
  squareRoot,
  subtract,
} from '../index.ts';

const number = (text: string): Decimal => decimalOf(text) ?? assert.fail(text);
const exact = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 12 }))
  .map(([coefficient, scale]) => ({ decimal: number(`${coefficient}e-${scale}`), coefficient, scale }));

test('addition and multiplication agree with whole-number arithmetic', () => {
  fc.assert(
    fc.property(exact, exact, (a, b) => {
      const scale = Math.max(a.scale, b.scale);
      const lift = (x: typeof a) => x.coefficient * 10n ** BigInt(scale - x.scale);
      assert.equal(compareDecimals(add(a.decimal, b.decimal), number(`${lift(a) + lift(b)}e-${scale}`)), 0);
      const product = number(`${a.coefficient * b.coefficient}e-${a.scale + b.scale}`);
      assert.equal(compareDecimals(multiply(a.decimal, b.decimal), product), 0);
    }),
  );
});

test('what was divided comes back by multiplying, to the last digit', () => {
  fc.assert(
    fc.property(exact, exact, (a, b) => {
      const quotient = divide(a.decimal, b.decimal);
      if (quotient) assert.equal(compareDecimals(multiply(quotient, b.decimal), a.decimal), 0);
      else assert.equal(b.coefficient, 0n);
    }),
  );
});

test('a text and the number read from it say the same', () => {
  fc.assert(
    fc.property(exact, ({ decimal }) => {
      assert.equal(compareDecimals(number(String(decimal)), decimal), 0);
    }),
  );
});

test('a third of a hundred three times is a hundred, so rounding up pays no yuan too much', () => {
  const third = divide(number('100'), number('3')) ?? assert.fail();
  assert.equal(String(round(multiply(third, number('3')), 0, 'ceiling')), '100');
  assert.equal(String(round(subtract(add(number('0.1'), number('0.2')), number('0.3')), 0, 'ceiling')), '0');
});

test('every way of rounding goes its way on both sides of zero', () => {
  const expected: Record<Rounding, [string, string]> = {
    up: ['3', '-3'],
    down: ['2', '-2'],
    'half-up': ['3', '-3'],
    'half-down': ['2', '-2'],
    'half-even': ['2', '-2'],
    ceiling: ['3', '-2'],
    floor: ['2', '-3'],
  };
  for (const [rounding, [above, below]] of Object.entries(expected) as [Rounding, [string, string]][]) {
    assert.equal(String(round(number('2.5'), 0, rounding)), above, rounding);
    assert.equal(String(round(number('-2.5'), 0, rounding)), below, rounding);
  }
  assert.equal(String(round(number('1250'), -2, 'half-even')), '1200');
});

test('the arithmetic of DMN has 34 digits, half even', () => {
  assert.equal(String(round34(divide(number('2'), number('3')) ?? assert.fail())), `0.${'6'.repeat(33)}7`);
  assert.equal(String(round34(number(`${'1'.repeat(34)}5`))), `${'1'.repeat(33)}20`);
  assert.equal(String(squareRoot(number('2'))), '1.414213562373095048801688724209698');
});

test('powers are exact for whole exponents and undefined where they have no value', () => {
  assert.equal(String(power(number('1.1'), number('10'), true)), '2.5937424601');
  assert.equal(String(power(number('10'), number('-3'), true)), '0.001');
  assert.equal(power(number('0'), number('-1'), true), undefined);
  assert.equal(power(negate(number('2')), number('0.5'), false), undefined);
});

test('numbers past reason end in an overflow, not in a hang', () => {
  assert.equal(decimalOf('1e99999'), undefined);
  assert.throws(() => power(number('9'), number('999999'), true), { message: 'number out of range' });
});

test('nothing but digits is read as a number', () => {
  for (const text of ['', '.', '1.', 'e5', '1_000', '0x10', 'NaN', 'Infinity', ' 1']) {
    assert.equal(decimalOf(text), undefined, text);
  }
  assert.ok(number('007') instanceof Decimal);
});
