import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listMonths, moveMonth, readMonths } from './months.ts';

const now = '2026-02';

test('three years of months are offered, the newest first', () => {
  const months = listMonths(now);
  assert.deepEqual([months.length, months[0], months[2], months.at(-1)], [36, '2026-02', '2025-12', '2023-03']);
});

test('an address with a month that is not offered, or both the wrong way round, asks for something that can be answered', () => {
  const read = (query: string) => readMonths(new URLSearchParams(query), now);
  assert.deepEqual(read(''), { from: now, to: now });
  assert.deepEqual(read('from=2025-11&to=2026-01'), { from: '2025-11', to: '2026-01' });
  assert.deepEqual(read('from=2026-01&to=2025-11'), { from: '2025-11', to: '2026-01' });
  assert.deepEqual(read('from=x&to=1999-01'), { from: now, to: now });
});

test('a month chosen past the other end takes it along', () => {
  const months = { from: '2025-11', to: '2025-12' };
  assert.deepEqual(moveMonth(months, 'from', '2026-01'), { from: '2026-01', to: '2026-01' });
  assert.deepEqual(moveMonth(months, 'to', '2025-10'), { from: '2025-10', to: '2025-10' });
  assert.deepEqual(moveMonth(months, 'from', '2025-12'), { from: '2025-12', to: '2025-12' });
});
