import assert from 'node:assert/strict';
import test from 'node:test';
import { verdict } from '../../test/verdict.ts';

const abc = { choices: ['a', 'b', 'c'].map((value) => ({ value, label: { zh: value, en: value } })) };

test('ticks are kept once and in the order of the form', () => {
  assert.deepEqual(verdict('choices', ['c', 'a', 'c'], abc), ['a', 'c']);
  assert.deepEqual(verdict('choices', 'b', abc), ['b']);
});

test('answers not listed, too few and too many are refused', () => {
  assert.equal(verdict('choices', ['a', 'd'], abc), 'not-a-choice');
  assert.equal(verdict('choices', ['a'], { ...abc, minItems: 2 }), 'too-few');
  assert.equal(verdict('choices', ['a', 'b'], { ...abc, maxItems: 1 }), 'too-many');
  assert.equal(verdict('choices', [], abc), 'empty');
});
