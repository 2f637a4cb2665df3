import assert from 'node:assert/strict';
import test from 'node:test';
import { clockTimeAt, type Instant, toInstant } from '@zhengtong/kernel';
import fc from 'fast-check';
import { ringableFrom } from './quiet-hours.ts';
import { nextTryAt } from './retries.ts';

const china = (text: string): Instant => toInstant(new Date(`${text}+08:00`));

test('an SMS of the evening waits for eight in the morning, one of the day does not wait', () => {
  const cases = [
    ['2026-09-21T20:59:59', '2026-09-21T20:59:59'],
    ['2026-09-21T21:00:00', '2026-09-22T08:00:00'],
    ['2026-12-31T23:59:59', '2027-01-01T08:00:00'],
    ['2026-09-21T00:00:00', '2026-09-21T08:00:00'],
    ['2026-09-21T07:59:59', '2026-09-21T08:00:00'],
    ['2026-09-21T08:00:00', '2026-09-21T08:00:00'],
  ] as const;
  for (const [at, expected] of cases) assert.equal(ringableFrom(china(at)), china(expected), at);
});

test('no SMS ever goes out at night, and none waits longer than eleven hours', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2007-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }), (date) => {
      const at = toInstant(date);
      const goes = ringableFrom(at);
      const time = clockTimeAt(goes);
      assert.ok(time >= '08:00' && time < '21:00');
      const waits = Date.parse(goes) - Date.parse(at);
      assert.ok(waits >= 0 && waits <= 11 * 3_600_000);
    }),
  );
});

test('tries lie further and further apart and come to an end', () => {
  const now = china('2026-09-21T09:00:00');
  const times = Array.from({ length: 7 }, (_, tries) => nextTryAt(tries + 1, now));
  const given = times.filter((time) => time !== undefined);
  assert.deepEqual(given, [...given].sort());
  assert.equal(times.at(-1), undefined);
});
