import assert from 'node:assert/strict';
import test from 'node:test';
import { verdict } from '../../test/verdict.ts';

test('a firm has a name and a credit code, and what else was asked', () => {
  const firm = { name: '示例公司', creditCode: '91350100M000100Y43' };
  assert.deepEqual(verdict('firm', { ...firm, creditCode: '91350100m000100y43', salary: 1 }), firm);
  assert.equal(verdict('firm', firm, { parts: ['legalRepresentative'] }), 'legalRepresentative: missing');
  assert.equal(
    verdict('firm', { name: '示例公司', creditCode: '91350100M000100Y44' }),
    'creditCode: wrong-check-digit',
  );
});
