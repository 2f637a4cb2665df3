import assert from 'node:assert/strict';
import test from 'node:test';
import { verdict } from '../../test/verdict.ts';

test('line ends are kept as one kind, and the limit is five thousand characters', () => {
  assert.equal(verdict('long-text', 'a\r\nb\rc\u0007'), 'a\nb\nc');
  assert.equal(verdict('long-text', '字'.repeat(5001)), 'too-long');
});
