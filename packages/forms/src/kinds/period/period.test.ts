import assert from 'node:assert/strict';
import test from 'node:test';
import { verdict } from '../../test/verdict.ts';

test('a period has two days in their order, both told when wrong', () => {
  assert.deepEqual(verdict('period', { from: '2026-1-1', to: '2026-12-31' }), { from: '2026-01-01', to: '2026-12-31' });
  assert.equal(verdict('period', { from: '2026-01-02', to: '2026-01-01' }), 'to: ends-before-start');
  assert.equal(verdict('period', { from: '2026-02-30', to: '' }), 'from: no-such-day, to: missing');
  assert.equal(verdict('period', { from: '--', to: '' }), 'empty');
  assert.equal(verdict('period', 'all year'), 'not-a-period');
});
