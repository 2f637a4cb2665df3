import { dayNumber } from '../../exact/calendar.ts';
import { Failure } from '../run/run.ts';
import { whole } from '../values/decimal.ts';
import { equalValues } from '../values/equality.ts';
import { FeelDate, FeelDateTime, FeelTime } from '../values/temporal.ts';
import { kindOf, type Value } from '../values/value.ts';
import type { Zone } from '../values/zone.ts';
import { type BuiltIn, builtIn } from './built-in.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const dated = 'date: date|datetime';

function dateOf(value: Value | undefined): FeelDate {
  return value instanceof FeelDateTime ? value.date : (value as FeelDate);
}

/** ISO 8601: the week with the year's first Thursday is week 1. */
function weekOfYear(date: FeelDate): number {
  const thursday = date.days - date.weekday + 4;
  const { year } = new FeelDate(thursday).civil;
  return Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1;
}

function isSameZone(a: Zone | null, b: Zone | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'offset') return b.kind === 'offset' && a.seconds === b.seconds;
  return b.kind === 'named' && a.id === b.id;
}

/** The very same value: 10:00Z is not 11:00+01:00, nor a date its midnight. */
function isSame(a: Value, b: Value): boolean {
  if (kindOf(a) !== kindOf(b)) return false;
  if (a instanceof FeelTime && b instanceof FeelTime) return a.nanos === b.nanos && isSameZone(a.zone, b.zone);
  if (a instanceof FeelDateTime && b instanceof FeelDateTime) {
    return a.days === b.days && a.nanos === b.nanos && isSameZone(a.zone, b.zone);
  }
  return equalValues(a, b) === true;
}

const noClock = () => new Failure('no-clock', '此处没有给定当前时间', 'no current time is given here');

export const temporalFunctions: readonly BuiltIn[] = [
  builtIn('is', ['value1?: any, value2?: any', ([a, b]) => isSame(a ?? null, b ?? null)]),
  builtIn('day of year', [dated, ([date]) => whole(dateOf(date).days - dayNumber(dateOf(date).civil.year, 1, 1) + 1)]),
  builtIn('day of week', [dated, ([date]) => weekdays[dateOf(date).weekday - 1] ?? null]),
  builtIn('month of year', [dated, ([date]) => months[dateOf(date).civil.month - 1] ?? null]),
  builtIn('week of year', [dated, ([date]) => whole(weekOfYear(dateOf(date)))]),
  builtIn('now', ['', (_, run) => run.now ?? noClock()]),
  builtIn('today', ['', (_, run) => run.now?.date ?? noClock()]),
];
