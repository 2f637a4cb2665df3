import assert from 'node:assert/strict';
import test from 'node:test';
import { verdict } from '../../test/verdict.ts';

test('an address is kept with its domain in ASCII', () => {
  assert.equal(verdict('email', ' 用户@例子.中国 '), '用户@xn--fsqu00a.xn--fiqs8s');
  assert.equal(verdict('email', 'name@'), 'wrong-domain');
});
