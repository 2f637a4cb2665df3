import assert from 'node:assert/strict';
import test from 'node:test';
import { today } from '../../test/sample-values.ts';
import { verdict } from '../../test/verdict.ts';
import { boundOf, readDate } from './check.ts';

test('a day is one day in every form people write it', () => {
  for (const typed of [
    '2026-3-5',
    '2026-03-05',
    '2026/3/5',
    '2026.03.05',
    '2026年3月5日',
    '20260305',
    '２０２６-０３-０５',
  ])
    assert.equal(verdict('date', typed), '2026-03-05', typed);
});

test('days that are not in the calendar are refused', () => {
  for (const typed of ['2026-02-29', '2026-13-01', '2026-3', '26-3-5', '2026-3/5', 'soon', 5, '0001-01-01'])
    assert.equal(verdict('date', typed), 'no-such-day', String(typed));
});

test('three boxes are joined, half-filled ones too, and three blanks are no answer', () => {
  assert.equal(readDate({ 'q-year': '２０２６', 'q-month': '3', 'q-day': '５' }, 'q'), '2026-03-05');
  assert.equal(verdict('date', readDate({ 'q-year': '2026', 'q-month': '', 'q-day': '' }, 'q')), 'no-such-day');
  assert.equal(verdict('date', readDate({ 'q-year': '', 'q-month': ' ', 'q-day': '' }, 'q')), 'empty');
  assert.equal(readDate({}, 'q'), undefined);
});

test('bounds move with today', () => {
  assert.deepEqual(
    ['today', 'today+30d', 'today-18y', 'today+3m', '2020-01-01'].map((bound) => boundOf(bound, today)),
    ['2026-11-23', '2026-12-23', '2008-11-23', '2027-02-23', '2020-01-01'],
  );
  assert.equal(verdict('date', '2026-11-22', { earliest: 'today' }), 'too-early');
  assert.equal(verdict('date', '2026-11-24', { latest: 'today' }), 'too-late');
});
