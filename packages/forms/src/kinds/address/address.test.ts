import assert from 'node:assert/strict';
import test from 'node:test';
import { verdict } from '../../test/verdict.ts';

test('an address has a division and a place in it', () => {
  const address = { division: '990102', detail: '湖滨路 1 号' };
  assert.deepEqual(verdict('address', address), address);
  assert.equal(verdict('address', { division: '990102', detail: ' ' }), 'detail: missing');
  assert.equal(
    verdict('address', { division: 'x', detail: '字'.repeat(101) }),
    'division: wrong-shape, detail: too-long',
  );
});
