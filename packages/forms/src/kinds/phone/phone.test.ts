import assert from 'node:assert/strict';
import test from 'node:test';
import { verdict } from '../../test/verdict.ts';

test('a telephone is kept as dialled in the country', () => {
  assert.equal(verdict('phone', '+86 138 0013 8000'), '13800138000');
  assert.equal(verdict('phone', '0826-2345678 转 801'), '0826-2345678-801');
  assert.equal(verdict('phone', '12345'), 'not-a-phone');
});
