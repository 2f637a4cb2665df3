import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { addDays, civilDate as d } from '@zhengtong/kernel';
import { dateOfDay, dayNumber } from './day-number.ts';
import { listStatutoryDays } from './statutory.ts';
import { addWorkingDays, countWorkingDays, dayAt, isWorkingDay, makeWorkCalendar } from './work-calendar.ts';

const calendar = makeWorkCalendar();
const kindOn = (on: string): string => dayAt(calendar, d(on)).kind;

test('day numbers and dates are each other’s inverse for a century', () => {
  for (let day = -3000; day < 36_525; day++) {
    assert.equal(dayNumber(dateOfDay(day)), day);
    assert.equal(dateOfDay(day), addDays(d('2000-01-01'), day));
  }
});

test('every day since 2007 is what the notices of the State Council made it', (t) => {
  const folder = join(import.meta.dirname, '../../../../..', 'shared/data/holiday-cn');
  if (!existsSync(folder)) return t.diagnostic(`not compared: ${folder} is absent`);
  // Year files overlap at New Year: all are merged before any day is asked about.
  const told = new Map<string, boolean>();
  for (const file of readdirSync(folder).filter((name) => /^\d{4}\.json$/.test(name)))
    for (const { date, isOffDay } of JSON.parse(readFileSync(join(folder, file), 'utf8')).days)
      told.set(date, isOffDay);
  const wrong: string[] = [];
  for (let on = d('2007-01-01'); on <= '2026-12-31'; on = addDays(on, 1)) {
    const isOff = told.get(on) ?? [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());
    if (isWorkingDay(calendar, on) === isOff) wrong.push(on);
  }
  assert.deepEqual(wrong, []);
});

test('a day off of the law is a day off in every notice made under it', () => {
  for (const year of [2025, 2026])
    for (const { on } of listStatutoryDays(year)) assert.equal(isWorkingDay(calendar, on), false, on);
});

test('the law gives thirteen days a year, and one more for each that falls on a weekend', () => {
  for (let year = 2025; year <= 2099; year++) {
    const days = listStatutoryDays(year);
    assert.equal(new Set(days.map(({ on }) => on)).size, days.length, String(year));
    const weekend = days.filter(({ on }) => [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay()));
    assert.equal(days.length - weekend.length, 13, String(year));
  }
});

test('a year without a notice is answered from the law and says so', () => {
  assert.deepEqual(dayAt(calendar, d('2027-02-06')), {
    on: '2027-02-06',
    kind: 'holiday',
    isWorking: false,
    isProvisional: true,
    name: { zh: '春节', en: 'Spring Festival' },
  });
  assert.equal(dayAt(calendar, d('2026-12-20')).isProvisional, false);
  // The notice of a year may reach into the last days of December before it.
  assert.equal(dayAt(calendar, d('2026-12-30')).isProvisional, true);
});

test('a notice given as an argument makes its year certain', () => {
  const notice = {
    year: 2027,
    off: [{ on: d('2027-01-01'), name: { zh: '元旦', en: "New Year's Day" } }],
    worked: [{ on: d('2027-02-20'), name: { zh: '春节', en: 'Spring Festival' } }],
  };
  const later = makeWorkCalendar({ notices: [notice] });
  assert.equal(later.announcedThrough, 2027);
  assert.deepEqual(
    [dayAt(later, d('2027-02-20')).kind, dayAt(later, d('2027-02-20')).isProvisional],
    ['make-up', false],
  );
});

test('a local day holds inside its division and nowhere else', () => {
  const localDays = [
    { division: '450000', on: d('2026-04-20'), isWorking: false, name: { zh: '壮族三月三', en: 'Sanyuesan' } },
  ];
  const nanning = makeWorkCalendar({ localDays, division: '450100' });
  const shenzhen = makeWorkCalendar({ localDays, division: '440300' });
  assert.equal(dayAt(nanning, d('2026-04-20')).kind, 'local-holiday');
  assert.equal(dayAt(shenzhen, d('2026-04-20')).kind, 'working');
});

test('weekends, holidays and weekends worked for them have their own kinds', () => {
  assert.deepEqual(['2026-11-23', '2026-11-22', '2026-10-01', '2026-02-14'].map(kindOn), [
    'working',
    'weekend',
    'holiday',
    'make-up',
  ]);
});

test('adding working days and counting them agree, forward and back', () => {
  for (let on = d('2023-01-01'); on < '2024-01-01'; on = addDays(on, 1))
    for (const days of [1, 2, 7, 20]) {
      assert.equal(countWorkingDays(calendar, on, addWorkingDays(calendar, on, days)), days);
      const back = addWorkingDays(calendar, on, -days);
      assert.ok(back < on && isWorkingDay(calendar, back));
      assert.equal(countWorkingDays(calendar, back, on), isWorkingDay(calendar, on) ? days : days - 1);
    }
});
