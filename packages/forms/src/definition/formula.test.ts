import assert from 'node:assert/strict';
import test from 'node:test';
import { residentCheck } from '@zhengtong/standards';
import { context } from '../test/sample-values.ts';
import type { Formula } from './definition.ts';
import { compute } from './formula.ts';

const number = `99010219900307001${residentCheck('99010219900307001')}`;
const values = { a: 0.1, b: 0.2, list: [{ n: 3 }, { n: 4 }, {}], who: { idNumber: number }, on: '2008-11-24', t: 'x' };
const of = (formula: Formula): unknown => compute(formula, values, context);

test('sums and products are exact to what can be typed', () => {
  assert.equal(of({ sum: ['a', 'b', 'none'] }), 0.3);
  assert.equal(of({ product: ['a', 'b'] }), 0.02);
  assert.equal(of({ difference: ['b', 'a'] }), 0.1);
  assert.equal(of({ sumOf: 'list.n' }), 7);
  assert.equal(of({ count: 'list' }), 3);
});

test('an identity number says birth and sex, so that they are not asked', () => {
  assert.equal(of({ bornOnOf: 'who.idNumber' }), '1990-03-07');
  assert.equal(of({ sexOf: 'who.idNumber' }), 'male');
  assert.equal(of({ ageOf: 'on' }), 17);
});

test('while what it is made of is missing, a formula has no value', () => {
  for (const formula of [
    { sum: ['x'] },
    { product: ['a', 'x'] },
    { difference: ['x', 'a'] },
    { count: 't' },
    { bornOnOf: 't' },
    { join: ['x'] },
  ])
    assert.equal(of(formula as Formula), undefined);
  assert.equal(of({ join: ['t', 'on'], with: ' ' }), 'x 2008-11-24');
});
