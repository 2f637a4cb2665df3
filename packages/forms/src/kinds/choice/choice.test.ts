import assert from 'node:assert/strict';
import test from 'node:test';
import { verdict } from '../../test/verdict.ts';

const abc = { choices: ['a', 'b', 'c'].map((value) => ({ value, label: { zh: value, en: value } })) };

test('only an answer that is listed is one', () => {
  assert.equal(verdict('choice', 'b', abc), 'b');
  for (const typed of ['d', 'toString', ['a'], 1, {}]) assert.equal(verdict('choice', typed, abc), 'not-a-choice');
});
