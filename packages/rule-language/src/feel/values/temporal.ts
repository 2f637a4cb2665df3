import { civilOf, dayNumber } from '../../exact/calendar.ts';
import { offsetAt, type Zone } from './zone.ts';

/** Nanoseconds of a day. A time of day is a whole `number` of them; durations need `bigint`. */
export const dayNanos = 86_400_000_000_000;
export const secondNanos = 1_000_000_000;
export const furthestYear = 999_999_999;
const farthestDay = dayNumber(furthestYear, 12, 31);
const earliestDay = dayNumber(-furthestYear, 1, 1);

/** A civil date: days since 1970-01-01. FEEL dates reach a milliard years either way, past what Temporal holds. */
export class FeelDate {
  readonly days: number;
  constructor(days: number) {
    this.days = days;
  }
  get civil(): { year: number; month: number; day: number } {
    return civilOf(this.days);
  }
  /** 1 Monday … 7 Sunday (ISO 8601). */
  get weekday(): number {
    return ((((this.days + 3) % 7) + 7) % 7) + 1;
  }
}

export class FeelTime {
  readonly nanos: number;
  readonly zone: Zone | null;
  constructor(nanos: number, zone: Zone | null) {
    this.nanos = nanos;
    this.zone = zone;
  }
}

export class FeelDateTime {
  readonly days: number;
  readonly nanos: number;
  readonly zone: Zone | null;
  constructor(days: number, nanos: number, zone: Zone | null) {
    this.days = days;
    this.nanos = nanos;
    this.zone = zone;
  }
  get date(): FeelDate {
    return new FeelDate(this.days);
  }
  get time(): FeelTime {
    return new FeelTime(this.nanos, this.zone);
  }
}

export class DaysDuration {
  readonly nanos: bigint;
  constructor(nanos: bigint) {
    this.nanos = nanos;
  }
}

export class MonthsDuration {
  readonly months: number;
  constructor(months: number) {
    this.months = months;
  }
}

export function isDayInRange(days: number): boolean {
  return days >= earliestDay && days <= farthestDay;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Undefined for February 30 and for years out of range. All three must be whole. */
export function dateOf(year: number, month: number, day: number): FeelDate | undefined {
  if (!Number.isInteger(year) || Math.abs(year) > furthestYear || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return new FeelDate(dayNumber(year, month, day));
}

export function offsetOf(value: FeelTime | FeelDateTime): number | null {
  if (value.zone === null) return null;
  // A time of day alone has no day to look a named zone up by: the first day of 1970 keeps the answer the same for ever.
  const days = value instanceof FeelDateTime ? value.days : 0;
  return offsetAt(value.zone, days, Math.floor(value.nanos / secondNanos));
}

/** Nanoseconds on the line of time, from 1970-01-01: of UTC where there is a zone, of the wall clock where there is none. */
export function lineOf(value: FeelDate | FeelTime | FeelDateTime): bigint {
  if (value instanceof FeelDate) return BigInt(value.days) * BigInt(dayNanos);
  const days = value instanceof FeelDateTime ? value.days : 0;
  const offset = offsetOf(value) ?? 0;
  return BigInt(days) * BigInt(dayNanos) + BigInt(value.nanos) - BigInt(offset) * BigInt(secondNanos);
}

/** Day and time of day of a point on the wall clock's line. */
export function wallOf(nanos: bigint): { days: number; nanos: number } {
  const day = BigInt(dayNanos);
  let days = nanos / day;
  let rest = nanos % day;
  if (rest < 0n) {
    rest += day;
    days -= 1n;
  }
  return { days: Number(days), nanos: Number(rest) };
}
