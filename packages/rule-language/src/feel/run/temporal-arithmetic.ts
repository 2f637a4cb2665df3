import { addMonths } from '../../exact/calendar.ts';
import type { ArithmeticOperator } from '../ast.ts';
import { coefficientOf, Decimal, fromBigInt, toWhole, whole } from '../values/decimal.ts';
import { divide, multiply } from '../values/decimal-arithmetic.ts';
import { round } from '../values/decimal-rounding.ts';
import {
  DaysDuration,
  dayNanos,
  FeelDate,
  FeelDateTime,
  FeelTime,
  isDayInRange,
  lineOf,
  MonthsDuration,
  offsetOf,
  wallOf,
} from '../values/temporal.ts';
import type { Value } from '../values/value.ts';
import { utc } from '../values/zone.ts';
import { Failure, type Outcome } from './run.ts';

const outOfRange = () => new Failure('value-range', '日期或时长超出范围', 'date or duration out of range');

/** Table 58 of DMN 1.5 (§10.3.2.3.7): dates, times and durations. Undefined where the kinds do not go together. */
export function calculateTemporal(operator: ArithmeticOperator, a: Value, b: Value): Outcome | undefined {
  if (a instanceof DaysDuration || a instanceof MonthsDuration) {
    if (operator === '+' && isMoment(b)) return shifted(b, a, 1);
    if (operator === '*' && b instanceof Decimal) return scaled(a, b);
    if (operator === '/' && b instanceof Decimal) return divided(a, b);
    return betweenDurations(operator, a, b);
  }
  if (a instanceof Decimal && operator === '*' && (b instanceof DaysDuration || b instanceof MonthsDuration)) {
    return scaled(b, a);
  }
  if (!isMoment(a)) return undefined;
  if (b instanceof DaysDuration || b instanceof MonthsDuration) {
    if (operator === '+') return shifted(a, b, 1);
    if (operator === '-') return shifted(a, b, -1);
    return undefined;
  }
  if (operator === '-' && isMoment(b)) return distance(a, b);
  return undefined;
}

type Moment = FeelDate | FeelTime | FeelDateTime;
function isMoment(value: Value): value is Moment {
  return value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime;
}

function betweenDurations(
  operator: ArithmeticOperator,
  a: DaysDuration | MonthsDuration,
  b: Value,
): Outcome | undefined {
  const sign = operator === '-' ? -1 : 1;
  if (a instanceof DaysDuration && b instanceof DaysDuration) {
    if (operator === '+' || operator === '-') return new DaysDuration(a.nanos + BigInt(sign) * b.nanos);
    if (operator === '/') return ratio(fromBigInt(a.nanos), fromBigInt(b.nanos));
  }
  if (a instanceof MonthsDuration && b instanceof MonthsDuration) {
    if (operator === '+' || operator === '-') return monthsOf(a.months + sign * b.months);
    if (operator === '/') return ratio(whole(a.months), whole(b.months));
  }
  return undefined;
}

function ratio(a: Decimal, b: Decimal): Outcome {
  return divide(a, b) ?? new Failure('division-by-zero', '除数为零', 'division by zero');
}

function monthsOf(months: number): Outcome {
  return Number.isSafeInteger(months) ? new MonthsDuration(months === 0 ? 0 : months) : outOfRange();
}

/** Parts of a month or of a nanosecond are cut off. */
function scaled(duration: DaysDuration | MonthsDuration, factor: Decimal): Outcome {
  const size = duration instanceof DaysDuration ? fromBigInt(duration.nanos) : whole(duration.months);
  return durationLike(duration, multiply(size, factor));
}

function divided(duration: DaysDuration | MonthsDuration, by: Decimal): Outcome {
  const size = duration instanceof DaysDuration ? fromBigInt(duration.nanos) : whole(duration.months);
  const quotient = divide(size, by);
  if (!quotient) return new Failure('division-by-zero', '除数为零', 'division by zero');
  return durationLike(duration, quotient);
}

function durationLike(like: DaysDuration | MonthsDuration, size: Decimal): Outcome {
  const cut = round(size, 0, 'down');
  if (like instanceof MonthsDuration) return monthsOf(toWhole(cut) ?? Number.NaN);
  const nanos = cut.scale < 0 ? coefficientOf(cut) * 10n ** BigInt(-cut.scale) : coefficientOf(cut);
  return new DaysDuration(nanos);
}

function shifted(moment: Moment, duration: DaysDuration | MonthsDuration, sign: 1 | -1): Outcome | undefined {
  if (duration instanceof MonthsDuration) {
    if (moment instanceof FeelTime) return undefined;
    const days = addMonths(moment.days, sign * duration.months);
    if (!isDayInRange(days)) return outOfRange();
    return moment instanceof FeelDate ? new FeelDate(days) : new FeelDateTime(days, moment.nanos, moment.zone);
  }
  const nanos = sign < 0 ? -duration.nanos : duration.nanos;
  if (moment instanceof FeelTime) return new FeelTime(wallOf(BigInt(moment.nanos) + nanos).nanos, moment.zone);
  if (moment instanceof FeelDate) {
    const { days } = wallOf(lineOf(moment) + nanos);
    return isDayInRange(days) ? new FeelDate(days) : outOfRange();
  }
  return shiftedDateTime(moment, nanos);
}

/** A duration of hours runs on the line of time: across a change of summer time the wall clock moves by one hour more or less. */
function shiftedDateTime(moment: FeelDateTime, nanos: bigint): Outcome {
  const wall = wallOf(BigInt(moment.days) * BigInt(dayNanos) + BigInt(moment.nanos) + nanos);
  if (!isDayInRange(wall.days)) return outOfRange();
  const plain = new FeelDateTime(wall.days, wall.nanos, moment.zone);
  if (moment.zone?.kind !== 'named') return plain;
  const change = BigInt((offsetOf(plain) ?? 0) - (offsetOf(moment) ?? 0)) * 1_000_000_000n;
  if (change === 0n) return plain;
  const moved = wallOf(BigInt(wall.days) * BigInt(dayNanos) + BigInt(wall.nanos) + change);
  return new FeelDateTime(moved.days, moved.nanos, moment.zone);
}

/** From b to a. A date against a date and time counts as its midnight in UTC. */
function distance(a: Moment, b: Moment): Outcome | undefined {
  if (a instanceof FeelTime !== b instanceof FeelTime) return undefined;
  const isMixed = a instanceof FeelDate !== b instanceof FeelDate;
  const x = isMixed && a instanceof FeelDate ? new FeelDateTime(a.days, 0, utc) : a;
  const y = isMixed && b instanceof FeelDate ? new FeelDateTime(b.days, 0, utc) : b;
  const hasZone = (moment: Moment) => !(moment instanceof FeelDate) && moment.zone !== null;
  if (hasZone(x) !== hasZone(y)) {
    return new Failure(
      'value-kind',
      '有时区与无时区的时间不能相减',
      'a time with zone and one without have no distance',
    );
  }
  return new DaysDuration(lineOf(x) - lineOf(y));
}
