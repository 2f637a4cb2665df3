import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayInstant, sayNearness } from './days.ts';

test('nearness is said by the days between, the last day itself not being over', () => {
  const urgencies = ['2026-09-20', '2026-09-21', '2026-09-22', '2026-09-23', '2026-09-24'].map(
    (dueOn) => sayNearness(dueOn, '2026-09-21').urgency,
  );
  assert.deepEqual(urgencies, ['over', 'today', 'soon', 'soon', 'calm']);
});

test('without a last day nothing presses', () => {
  assert.equal(sayNearness(null, '2026-09-21').urgency, 'none');
});

test('an instant is said by the wall clock of China', () => {
  assert.equal(sayInstant('2026-09-21T16:30:00Z'), '2026-09-22 00:30');
});
