import assert from 'node:assert/strict';
import test from 'node:test';
import { verdict } from '../../test/verdict.ts';

test('only agreement is an answer', () => {
  assert.deepEqual(
    ['yes', 'on', true].map((typed) => verdict('declaration', typed)),
    [true, true, true],
  );
  for (const typed of ['no', false, '', 'true', 1]) assert.equal(verdict('declaration', typed), 'empty');
});
