import assert from 'node:assert/strict';
import test from 'node:test';
import { civilDate as d } from '@zhengtong/kernel';
import { makeWorkCalendar } from '../calendar/work-calendar.ts';
import { dueOf } from './due.ts';
import { instantOfDue, planSteps, readClock, warnOn, workingDayFrom } from './read-clock.ts';
import { sayDue } from './say-due.ts';

const calendar = makeWorkCalendar();
const reason = { zh: '补正材料', en: 'correction' };
const limit = { from: d('2026-11-20'), term: { unit: 'working-day', count: 5 } } as const;

test('used and left add up to the term on every day', () => {
  const readings = ['2026-11-20', '2026-11-22', '2026-11-23', '2026-11-27', '2026-12-01'].map((on) =>
    readClock(calendar, limit, d(on)),
  );
  assert.deepEqual(
    readings.map(({ used, left }) => [used, left]),
    [
      [0, 5],
      [0, 5],
      [1, 4],
      [5, 0],
      [5, 0],
    ],
  );
});

test('a limit is overdue from the day after its last, counted in working days', () => {
  assert.equal(readClock(calendar, limit, d('2026-11-27')).isOverdue, false);
  const late = readClock(calendar, limit, d('2026-11-30'));
  assert.deepEqual([late.isOverdue, late.overdueBy], [true, 1]);
});

test('a standing clock uses nothing and is never overdue', () => {
  const paused = { ...limit, pauses: [{ from: d('2026-11-24'), reason }] };
  const reading = readClock(calendar, paused, d('2027-03-01'));
  assert.deepEqual([reading.used, reading.left, reading.isStanding, reading.isOverdue], [2, 3, true, false]);
});

test('steps end where their sum ends, and the last with the whole', () => {
  const ends = planSteps(calendar, limit.from, [0.5, 0.5, 2, 1, 1]);
  assert.deepEqual(ends.at(-1), dueOf(calendar, limit));
  assert.deepEqual(
    ends.map((due) => due.kind === 'due' && due.on),
    ['2026-11-23', '2026-11-23', '2026-11-25', '2026-11-26', '2026-11-27'],
  );
});

test('a warning comes working days before the last day, and not before the start', () => {
  assert.equal(warnOn(calendar, d('2026-11-30'), 2, d('2026-11-20')), '2026-11-26');
  assert.equal(warnOn(calendar, d('2026-11-30'), 9, d('2026-11-20')), '2026-11-20');
});

test('the last day ends at midnight, at noon, or when business closes (民法典 203)', () => {
  const due = dueOf(calendar, limit);
  const half = dueOf(calendar, { ...limit, term: { unit: 'working-day', count: 0.5 } });
  assert.ok(due.kind === 'due' && half.kind === 'due');
  assert.equal(instantOfDue(due), '2026-11-27T16:00:00.000Z');
  assert.equal(instantOfDue(due, '17:30'), '2026-11-27T09:30:00.000Z');
  assert.equal(instantOfDue(half), '2026-11-23T04:00:00.000Z');
});

test('a filing on a Sunday is first seen on Monday', () => {
  assert.equal(workingDayFrom(calendar, d('2026-11-22')), '2026-11-23');
  assert.equal(workingDayFrom(calendar, d('2026-11-23')), '2026-11-23');
});

test('a due date is said in both languages, with noon and with doubt where they apply', () => {
  assert.deepEqual(sayDue(dueOf(calendar, limit)), { zh: '2026年11月27日（星期五）前', en: 'by 27 November 2026' });
  const half = dueOf(calendar, { ...limit, term: { unit: 'working-day', count: 0.5 } });
  assert.deepEqual(sayDue(half), { zh: '2026年11月23日（星期一）中午 12 时前', en: 'by noon on 23 November 2026' });
  const far = dueOf(calendar, { ...limit, term: { unit: 'working-day', count: 60 } });
  assert.match(sayDue(far).zh, /（放假安排公布后可能调整）$/);
});
