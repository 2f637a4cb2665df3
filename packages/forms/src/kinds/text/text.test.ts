import assert from 'node:assert/strict';
import test from 'node:test';
import { verdict } from '../../test/verdict.ts';

test('text is kept without controls and outer space, counted in characters', () => {
  assert.equal(verdict('text', ' 老王\u0000面馆\u2028 '), '老王面馆');
  assert.equal(verdict('text', '𠮷'.repeat(3), { maxLength: 3 }), '𠮷𠮷𠮷');
  assert.equal(verdict('text', '𠮷'.repeat(4), { maxLength: 3 }), 'too-long');
  assert.equal(verdict('text', 'ab', { minLength: 3 }), 'too-short');
});

test('half a surrogate pair never reaches the database', () => {
  assert.equal((verdict('text', 'a\ud800b') as string).isWellFormed(), true);
});

test('a pattern is held against the whole text', () => {
  assert.equal(verdict('text', '川A12345', { pattern: '[\\p{L}][A-Z]\\d{5}' }), '川A12345');
  assert.equal(verdict('text', 'x川A12345', { pattern: '[\\p{L}][A-Z]\\d{5}' }), 'wrong-form');
});

test('what is no text is refused, what is blank is no answer', () => {
  assert.equal(verdict('text', 5), 'not-text');
  assert.equal(verdict('text', ' \u3000\u200b '), 'empty');
});
