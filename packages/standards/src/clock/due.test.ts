import assert from 'node:assert/strict';
import test from 'node:test';
import { civilDate as d } from '@zhengtong/kernel';
import { makeWorkCalendar } from '../calendar/work-calendar.ts';
import { isSameDue, makeHistory, makeOracle, makeRandom } from '../test/index.ts';
import { dueOf } from './due.ts';
import { explainDue } from './explain.ts';
import type { Limit } from './limit.ts';

const calendar = makeWorkCalendar();
const reason = { zh: '现场勘查', en: 'site visit' };
const lastDay = (limit: Limit): string => {
  const due = dueOf(calendar, limit);
  return due.kind === 'due' ? `${due.on}${due.until === 'noon' ? ' noon' : ''}` : `stands, ${due.left} left`;
};
const work = (from: string, count: number, ...pauses: [from: string, to?: string][]): string =>
  lastDay({
    from: d(from),
    term: { unit: 'working-day', count },
    pauses: pauses.map(([opens, closes]) => ({ from: d(opens), ...(closes ? { to: d(closes) } : {}), reason })),
  });

test('the day that starts a limit is not counted (民法典 201)', () => {
  assert.equal(work('2026-11-23', 1), '2026-11-24');
  assert.equal(work('2026-11-20', 5), '2026-11-27');
});

test('holidays are skipped and weekends worked for them are counted', () => {
  assert.equal(work('2026-09-30', 1), '2026-10-08');
  // Saturday 2026-02-14 is worked for the Spring Festival.
  assert.equal(work('2026-02-13', 1), '2026-02-14');
});

test('the steps 0.5, 0.5, 2, 1 and 1 end with the promise of five days', () => {
  const ends = [0.5, 1, 3, 4, 5].map((sum) => work('2026-11-20', sum));
  assert.deepEqual(ends, ['2026-11-23 noon', '2026-11-23', '2026-11-25', '2026-11-26', '2026-11-27']);
});

test('a limit of no days is met on the spot, or on the next working day', () => {
  assert.equal(work('2026-11-23', 0), '2026-11-23');
  assert.equal(work('2026-11-22', 0), '2026-11-23');
});

test('a pause takes out the days after the one it opens on, up to the one it closes on', () => {
  assert.equal(work('2026-11-23', 5, ['2026-11-24', '2026-11-26']), '2026-12-02');
  assert.equal(work('2026-11-23', 5, ['2026-11-24', '2026-11-24']), '2026-11-30');
});

test('overlapping pauses take out a day once', () => {
  assert.equal(work('2026-11-23', 5, ['2026-11-24', '2026-11-26'], ['2026-11-25', '2026-11-26']), '2026-12-02');
});

test('a limit does not run out on the day a pause opens: it ends on the day the clock goes on', () => {
  assert.equal(work('2026-11-23', 2, ['2026-11-25', '2026-12-03']), '2026-12-03');
  assert.equal(work('2026-11-23', 2, ['2026-11-25', '2026-12-05']), '2026-12-07');
});

test('while the clock stands there is no last day, and what is left is known to the half', () => {
  assert.equal(work('2026-11-23', 4.5, ['2026-11-25']), 'stands, 2.5 left');
});

test('natural days run through weekends, and a last day of rest moves to the next working day (民法典 203)', () => {
  assert.equal(lastDay({ from: d('2026-11-23'), term: { unit: 'natural-day', count: 5 } }), '2026-11-30');
  assert.equal(lastDay({ from: d('2026-11-23'), term: { unit: 'natural-day', count: 60 } }), '2027-01-22');
});

test('months run to the corresponding day or the end of the month (民法典 202)', () => {
  assert.equal(lastDay({ from: d('2026-08-31'), term: { unit: 'month', count: 6 } }), '2027-03-01');
  assert.equal(lastDay({ from: d('2024-02-29'), term: { unit: 'year', count: 1 } }), '2025-02-28');
});

test('a way that leads past the last notice says it is provisional', () => {
  const due = dueOf(calendar, { from: d('2026-12-20'), term: { unit: 'working-day', count: 10 } });
  assert.ok(due.kind === 'due' && due.isProvisional && due.on === '2027-01-04');
});

test('a term no law writes is a fault', () => {
  const half: Limit = { from: d('2026-11-23'), term: { unit: 'natural-day', count: 0.5 } };
  assert.throws(() => dueOf(calendar, half), RangeError);
  assert.throws(() => dueOf(calendar, { ...half, term: { unit: 'working-day', count: -1 } }), RangeError);
  assert.throws(() => work('2026-11-23', 1, ['2026-11-25', '2026-11-24']), RangeError);
  assert.throws(() => work('2006-12-31', 1), RangeError);
});

test('the fast clock agrees with the day-by-day oracle on 100,000 random histories', () => {
  const random = makeRandom(20261123);
  const oracle = makeOracle(calendar);
  for (let i = 0; i < 100_000; i++) {
    const limit = makeHistory(random);
    if (!isSameDue(dueOf(calendar, limit), oracle(limit)))
      assert.deepEqual(dueOf(calendar, limit), oracle(limit), JSON.stringify(limit));
  }
});

test('the explanation ends on the last day and its counted days add up to the term', () => {
  const random = makeRandom(7);
  for (let i = 0; i < 3000; i++) {
    const limit = makeHistory(random);
    const { due, days } = explainDue(calendar, limit);
    if (due.kind !== 'due') continue;
    assert.equal(days.at(-1)?.on, due.on);
    const sum = days.reduce((total, day) => total + day.counts, 0);
    if (limit.term.unit === 'working-day') assert.equal(sum, limit.term.count, JSON.stringify(limit));
    assert.ok(days.every((day) => day.why.zh !== '' && day.why.en !== ''));
    // What is joined is one sentence: no capital in its middle.
    for (const { why } of days) assert.doesNotMatch(why.en, /; [A-Z]/);
  }
});

test('each day skipped is told with its reason in both languages', () => {
  const { days } = explainDue(calendar, {
    from: d('2026-09-24'),
    term: { unit: 'working-day', count: 2 },
    pauses: [{ from: d('2026-09-28'), to: d('2026-09-29'), reason }],
  });
  assert.deepEqual(
    days.map(({ on, why }) => `${on} ${why.zh}`),
    [
      '2026-09-24 开始的当日不计入（民法典第二百零一条）',
      '2026-09-25 中秋放假',
      '2026-09-26 中秋放假',
      '2026-09-27 中秋放假',
      '2026-09-28 工作日；第 1 日',
      '2026-09-29 不计入期限：现场勘查',
      '2026-09-30 工作日；第 2 日；期限的最后一日',
    ],
  );
  assert.equal(days[5]?.why.en, 'Not counted: site visit');
});
