import assert from 'node:assert/strict';
import test from 'node:test';
import { civilDate as d, instantOf } from '@zhengtong/kernel';
import { findClosing, findNextOpening, type HallHours, isHallOpen, listOpenHours } from './hall-hours.ts';
import { makeWorkCalendar } from './work-calendar.ts';

const calendar = makeWorkCalendar();
const morning = { opens: '09:00', closes: '12:00' };
const afternoon = { opens: '13:30', closes: '17:00' };
const hall: HallHours = {
  workingDays: [morning, afternoon],
  saturdays: [morning],
  byWeekday: { 5: [morning] },
  exceptions: [{ on: d('2026-11-24'), hours: [], why: { zh: '系统升级', en: 'maintenance' } }],
};
const at = (on: string, time: string) => instantOf(d(on), time);

test('a hall is open within its hours, not at the closing minute', () => {
  assert.equal(isHallOpen(calendar, hall, at('2026-11-23', '09:00')), true);
  assert.equal(isHallOpen(calendar, hall, at('2026-11-23', '12:00')), false);
  assert.equal(isHallOpen(calendar, hall, at('2026-11-23', '16:59')), true);
});

test('a half day has the hours of the morning', () => {
  assert.deepEqual(listOpenHours(calendar, hall, d('2026-11-27')), [morning]);
  assert.deepEqual(listOpenHours(calendar, hall, d('2026-11-28')), [morning]);
});

test('a Saturday worked for a holiday has the hours of a working day, a holiday has none', () => {
  assert.deepEqual(listOpenHours(calendar, hall, d('2026-02-14')), [morning, afternoon]);
  assert.deepEqual(listOpenHours(calendar, hall, d('2026-10-01')), []);
});

test('the next opening steps over noon, closed days and holidays', () => {
  assert.equal(findNextOpening(calendar, hall, at('2026-11-23', '12:30')), at('2026-11-23', '13:30'));
  assert.equal(findNextOpening(calendar, hall, at('2026-11-23', '18:00')), at('2026-11-25', '09:00'));
  assert.equal(findNextOpening(calendar, hall, at('2026-09-30', '18:00')), at('2026-10-08', '09:00'));
  assert.equal(findNextOpening(calendar, { workingDays: [] }, at('2026-11-23', '12:30')), undefined);
});

test('business closes with the last hours of the day', () => {
  assert.equal(findClosing(calendar, hall, d('2026-11-23')), '17:00');
  assert.equal(findClosing(calendar, hall, d('2026-11-24')), undefined);
});
