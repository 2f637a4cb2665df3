import { fromBigInt, small, whole } from '../values/decimal.ts';
import {
  DaysDuration,
  dayNanos,
  FeelDate,
  FeelDateTime,
  FeelTime,
  MonthsDuration,
  offsetOf,
  secondNanos,
} from '../values/temporal.ts';
import { FeelRange, type Value } from '../values/value.ts';

/** The parts table 60 of DMN 1.5 gives to dates, times, durations and ranges; undefined where the value has no such part. */
export function propertyOf(value: Value, name: string): Value | undefined {
  if (value instanceof FeelDate) return datePart(value, name);
  if (value instanceof FeelDateTime) return datePart(value.date, name) ?? timePart(value, name);
  if (value instanceof FeelTime) return timePart(value, name);
  if (value instanceof DaysDuration) return daysPart(value.nanos, name);
  if (value instanceof MonthsDuration) {
    if (name === 'years') return whole(Math.trunc(value.months / 12));
    return name === 'months' ? whole(value.months % 12) : undefined;
  }
  if (value instanceof FeelRange) return rangePart(value, name);
  return undefined;
}

function datePart(date: FeelDate, name: string): Value | undefined {
  if (name === 'weekday') return whole(date.weekday);
  if (name === 'year' || name === 'month' || name === 'day') return whole(date.civil[name]);
  return undefined;
}

function timePart(time: FeelTime | FeelDateTime, name: string): Value | undefined {
  const seconds = Math.floor(time.nanos / secondNanos);
  switch (name) {
    case 'hour':
      return whole(Math.floor(seconds / 3600));
    case 'minute':
      return whole(Math.floor(seconds / 60) % 60);
    case 'second':
      return small((seconds % 60) * secondNanos + (time.nanos % secondNanos), 9);
    case 'time offset': {
      const offset = offsetOf(time);
      return offset === null ? null : new DaysDuration(BigInt(offset) * BigInt(secondNanos));
    }
    case 'timezone':
      return time.zone?.kind === 'named' ? time.zone.id : null;
    default:
      return undefined;
  }
}

function daysPart(nanos: bigint, name: string): Value | undefined {
  const units = {
    days: BigInt(dayNanos),
    hours: 3_600_000_000_000n,
    minutes: 60_000_000_000n,
    seconds: 1_000_000_000n,
  };
  switch (name) {
    case 'days':
      return fromBigInt(nanos / units.days);
    case 'hours':
      return fromBigInt((nanos % units.days) / units.hours);
    case 'minutes':
      return fromBigInt((nanos % units.hours) / units.minutes);
    case 'seconds':
      return fromBigInt(nanos % units.minutes, 9);
    default:
      return undefined;
  }
}

function rangePart(range: FeelRange, name: string): Value | undefined {
  switch (name) {
    case 'start':
      return range.start;
    case 'end':
      return range.end;
    case 'start included':
      return range.isStartIncluded;
    case 'end included':
      return range.isEndIncluded;
    default:
      return undefined;
  }
}
