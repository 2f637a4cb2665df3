import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queues, readFilters, statusesOf, writeFilters } from './filters.ts';

test('filters written into an address are read back the same', () => {
  for (const queue of queues) {
    for (const status of [undefined, ...statusesOf[queue]]) {
      const filters = { queue, status, words: '风车 许可', after: undefined };
      assert.deepEqual(readFilters(new URLSearchParams(writeFilters(filters).toString())), filters);
    }
  }
});

test('an address with unknown filters opens the queue of one’s own cases', () => {
  const filters = readFilters(new URLSearchParams('queue=elsewhere&status=eaten'));
  assert.deepEqual(filters, { queue: 'mine', status: undefined, words: undefined, after: undefined });
});
