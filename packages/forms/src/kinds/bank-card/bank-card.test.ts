import assert from 'node:assert/strict';
import test from 'node:test';
import { verdict } from '../../test/verdict.ts';

test('a card is kept as digits', () => {
  assert.equal(verdict('bank-card', '4111 1111 1111 1111'), '4111111111111111');
  assert.equal(verdict('bank-card', '4111111111111112'), 'wrong-check-digit');
});
