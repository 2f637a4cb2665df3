import assert from 'node:assert/strict';
import test from 'node:test';
import { verdict } from '../../test/verdict.ts';

test('numbers are read as people write them, full width and with thousands marks', () => {
  assert.equal(verdict('number', '１２'), 12);
  assert.equal(verdict('number', '1,234,567'), 1_234_567);
  assert.equal(verdict('number', '-0'), 0);
  assert.equal(verdict('number', '12.50', { decimals: 2 }), 12.5);
  assert.equal(verdict('number', 12.5, { decimals: 1 }), 12.5);
});

test('what only a program reads as a number is refused', () => {
  for (const typed of ['1e3', '0x10', '1.', '.5', '12,34', 'NaN', '十', '1 2', Number.NaN, Infinity, 1e300])
    assert.equal(verdict('number', typed, { decimals: 9 }), 'not-a-number', String(typed));
  assert.equal(verdict('number', [1]), 'not-a-number');
});

test('places, bounds and exactness are held', () => {
  assert.equal(verdict('number', '1.5'), 'not-whole');
  assert.equal(verdict('number', '1.234', { decimals: 2 }), 'too-exact');
  assert.equal(verdict('number', '0', { min: 1 }), 'too-small');
  assert.equal(verdict('number', '9', { max: 8 }), 'too-large');
  assert.equal(verdict('number', '999999999999999'), 999_999_999_999_999);
});
