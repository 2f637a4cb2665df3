import assert from 'node:assert/strict';
import test from 'node:test';
import { civilDate as d, must } from '@zhengtong/kernel';
import fc from 'fast-check';
import { readNotice } from './read-notice.ts';
import { dayAt, makeWorkCalendar } from './work-calendar.ts';

const given = { year: 2027, off: { '2027-01-01': '元旦' }, worked: { '2026-12-27': '元旦' } };
const kind = (notice: unknown): string => {
  const read = readNotice(notice);
  return read.ok ? 'ok' : read.refusal.kind;
};

test('a notice the operator writes down makes its year certain', () => {
  const calendar = makeWorkCalendar({ notices: [must(readNotice(given))] });
  assert.deepEqual(
    ['2026-12-27', '2027-01-01'].map((on) => [dayAt(calendar, d(on)).kind, dayAt(calendar, d(on)).isProvisional]),
    [
      ['make-up', false],
      ['holiday', false],
    ],
  );
});

test('a day of another year, a day off and worked, and what is no notice are refused', () => {
  assert.equal(kind({ ...given, off: { '2028-01-01': '元旦' } }), 'no-such-day');
  assert.equal(kind({ ...given, off: { '2027-02-30': '春节' } }), 'no-such-day');
  assert.equal(kind({ ...given, worked: { '2027-01-01': '元旦' } }), 'on-both-sides');
  assert.equal(kind({ ...given, year: '2027' }), 'not-a-notice');
  fc.assert(fc.property(fc.anything(), (notice) => typeof readNotice(notice).ok === 'boolean'));
});
