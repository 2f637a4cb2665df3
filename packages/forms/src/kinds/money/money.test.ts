import assert from 'node:assert/strict';
import test from 'node:test';
import { verdict } from '../../test/verdict.ts';

test('yuan are typed, fen are kept', () => {
  assert.equal(verdict('money', '1,280.5'), 128_050);
  assert.equal(verdict('money', '￥０.１０元'), 10);
  assert.equal(verdict('money', 128_050), 128_050);
});

test('thirds of fen, words and fractions of JSON are refused', () => {
  for (const typed of ['1.234', '一百', '1e2', 0.5, Number.NaN, {}])
    assert.equal(verdict('money', typed), 'not-an-amount');
  assert.equal(verdict('money', '0.99', { min: 100 }), 'too-small');
  assert.equal(verdict('money', '1.01', { max: 100 }), 'too-large');
});
