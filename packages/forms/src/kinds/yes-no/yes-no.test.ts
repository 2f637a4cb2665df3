import assert from 'node:assert/strict';
import test from 'node:test';
import { verdict } from '../../test/verdict.ts';

test('yes and no are said in words or as booleans, and nothing else', () => {
  assert.deepEqual(
    ['yes', 'no', true, false].map((typed) => verdict('yes-no', typed)),
    [true, false, true, false],
  );
  for (const typed of ['on', 1, 'constructor', []]) assert.equal(verdict('yes-no', typed), 'not-a-choice');
});
