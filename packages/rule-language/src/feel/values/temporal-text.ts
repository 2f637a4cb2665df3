import { civilOf } from '../../exact/calendar.ts';
import {
  DaysDuration,
  dateOf,
  dayNanos,
  type FeelDate,
  FeelDateTime,
  FeelTime,
  MonthsDuration,
  secondNanos,
} from './temporal.ts';
import { findZone, sayZone } from './zone.ts';

const datePattern = /^(-?)(\d{4}|[1-9]\d{4,8})-(\d\d)-(\d\d)$/;
const timePattern = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,64}))?(Z|z|[+-]\d\d:\d\d(?::\d\d)?|@.+)?$/;

/** `2024-07-01` (XML Schema date without zone); undefined for anything else. */
export function findDate(text: string): FeelDate | undefined {
  const match = datePattern.exec(text);
  if (!match) return undefined;
  const year = Number(match[2]);
  return dateOf(match[1] === '-' ? -year : year, Number(match[3]), Number(match[4]));
}

/** `10:30:00`, `10:30:00.5+08:00`, `10:30:00@Asia/Shanghai`; parts of a nanosecond are cut off. */
export function findTime(text: string): FeelTime | undefined {
  const match = timePattern.exec(text);
  if (!match) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const zone = match[5] === undefined ? null : findZone(match[5]);
  if (zone === undefined) return undefined;
  const fraction = Number((match[4] ?? '').slice(0, 9).padEnd(9, '0'));
  return new FeelTime((hour * 3600 + minute * 60 + second) * secondNanos + fraction, zone);
}

export function findDateTime(text: string): FeelDateTime | undefined {
  const at = text.indexOf('T');
  if (at === -1) return undefined;
  const date = findDate(text.slice(0, at));
  const time = findTime(text.slice(at + 1));
  return date && time ? new FeelDateTime(date.days, time.nanos, time.zone) : undefined;
}

const durationPattern =
  /^(-?)P(?:(\d{1,18})Y)?(?:(\d{1,18})M)?(?:(\d{1,18})D)?(T(?:(\d{1,18})H)?(?:(\d{1,18})M)?(?:(\d{1,18})(?:\.(\d{0,64}))?S)?)?$/;

/** `P1Y6M` or `P3DT12H`; a duration of both months and days has no length and is undefined. */
export function findDuration(text: string): DaysDuration | MonthsDuration | undefined {
  const match = durationPattern.exec(text);
  if (!match || text.endsWith('T') || text.endsWith('P')) return undefined;
  const [, sign, years, months, days, , hours, minutes, seconds, fraction] = match;
  const hasMonths = years !== undefined || months !== undefined;
  const hasDays = days !== undefined || match[5] !== undefined;
  if (hasMonths === hasDays) return undefined;
  if (hasMonths) {
    const total = Number(years ?? 0) * 12 + Number(months ?? 0);
    if (!Number.isSafeInteger(total)) return undefined;
    return new MonthsDuration(sign === '-' && total !== 0 ? -total : total);
  }
  const whole =
    ((BigInt(days ?? 0) * 24n + BigInt(hours ?? 0)) * 60n + BigInt(minutes ?? 0)) * 60n + BigInt(seconds ?? 0);
  const nanos = whole * BigInt(secondNanos) + BigInt((fraction ?? '').slice(0, 9).padEnd(9, '0'));
  return new DaysDuration(sign === '-' ? -nanos : nanos);
}

/** What stands in `@"…"`: a date, date and time, time or duration. */
export function findTemporal(text: string) {
  return findDate(text) ?? findDateTime(text) ?? findTime(text) ?? findDuration(text);
}

export function sayDate(value: FeelDate): string {
  const { year, month, day } = civilOf(value.days);
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

export function sayTime(value: FeelTime | FeelDateTime): string {
  const seconds = Math.floor(value.nanos / secondNanos);
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${clock}${fractionOf(value.nanos % secondNanos)}${value.zone ? sayZone(value.zone) : ''}`;
}

export function sayDateTime(value: FeelDateTime): string {
  return `${sayDate(value.date)}T${sayTime(value)}`;
}

/** Without parts that are zero; nothing at all is `PT0S` or `P0M`. */
export function sayDuration(value: DaysDuration | MonthsDuration): string {
  if (value instanceof MonthsDuration) {
    const size = Math.abs(value.months);
    if (size === 0) return 'P0M';
    const [years, months] = [Math.floor(size / 12), size % 12];
    return `${value.months < 0 ? '-' : ''}P${years > 0 ? `${years}Y` : ''}${months > 0 ? `${months}M` : ''}`;
  }
  if (value.nanos === 0n) return 'PT0S';
  const size = value.nanos < 0n ? -value.nanos : value.nanos;
  const days = size / BigInt(dayNanos);
  const rest = Number(size % BigInt(dayNanos));
  const seconds = Math.floor(rest / secondNanos);
  const parts = [
    [Math.floor(seconds / 3600), 'H'],
    [Math.floor(seconds / 60) % 60, 'M'],
  ] as const;
  const clock = parts.map(([count, unit]) => (count > 0 ? `${count}${unit}` : '')).join('');
  const fraction = fractionOf(rest % secondNanos);
  const last = seconds % 60 > 0 || fraction !== '' ? `${seconds % 60}${fraction}S` : '';
  const time = clock + last === '' ? '' : `T${clock}${last}`;
  return `${value.nanos < 0n ? '-' : ''}P${days > 0n ? `${days}D` : ''}${time}`;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

function fractionOf(nanos: number): string {
  return nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`;
}
