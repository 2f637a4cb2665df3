import assert from 'node:assert/strict';
import test from 'node:test';
import { verdict } from '../../test/verdict.ts';

test('a division is known, and lies where the question asks', () => {
  assert.equal(verdict('division', '990102000000', { within: '990100' }), '990102');
  assert.equal(verdict('division', '110101', { within: '990100' }), 'outside');
  assert.equal(verdict('division', '990199'), 'unknown-division');
  assert.equal(verdict('division', '青禾区'), 'wrong-shape');
});
