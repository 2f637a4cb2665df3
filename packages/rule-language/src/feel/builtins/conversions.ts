import type { Expr } from '../ast.ts';
import { parseExpression } from '../parse.ts';
import { Failure, type Outcome } from '../run/run.ts';
import { Decimal, decimalOf, one, toWhole, zero } from '../values/decimal.ts';
import { multiply } from '../values/decimal-arithmetic.ts';
import { round } from '../values/decimal-rounding.ts';
import { orderOf } from '../values/equality.ts';
import { sayValue } from '../values/say-value.ts';
import {
  DaysDuration,
  dateOf,
  FeelDate,
  FeelDateTime,
  FeelTime,
  MonthsDuration,
  secondNanos,
} from '../values/temporal.ts';
import { findDate, findDateTime, findDuration, findTemporal, findTime } from '../values/temporal-text.ts';
import { FeelRange, kindOf, type Value } from '../values/value.ts';
import { findZone, utc, type Zone } from '../values/zone.ts';
import { type BuiltIn, builtIn } from './built-in.ts';

const unreadable = (value: Value, zh: string, en: string) =>
  new Failure('unreadable', `“${sayValue(value)}”不是${zh}`, `"${sayValue(value)}" is no ${en}`);

function calendarDate([year, month, day]: Value[]): FeelDate | Failure {
  const parts = [year, month, day].map((part) => (part instanceof Decimal ? toWhole(part) : undefined));
  const date = dateOf(parts[0] ?? Number.NaN, parts[1] ?? 0, parts[2] ?? 0);
  return date ?? new Failure('value-range', '没有这一天', 'there is no such day');
}

function clockTime([hour, minute, second]: Value[], zone: Zone | null): FeelTime | Failure {
  const hours = hour instanceof Decimal ? toWhole(hour) : undefined;
  const minutes = minute instanceof Decimal ? toWhole(minute) : undefined;
  const seconds = second instanceof Decimal ? second : zero;
  const nanos = toWhole(round(multiply(seconds, decimalOf('1e9') ?? one), 0, 'down')) ?? -1;
  const isClock =
    hours !== undefined && minutes !== undefined && hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59;
  if (!isClock || nanos < 0 || nanos >= 60 * secondNanos)
    return new Failure('value-range', '没有这个时刻', 'there is no such time');
  return new FeelTime((hours * 3600 + minutes * 60) * secondNanos + nanos, zone);
}

/** The zone a fourth argument of `time` gives: an offset as a duration of at most 18 hours. */
function offsetZone(offset: Value | undefined): Zone | null | undefined {
  if (offset === null || offset === undefined) return null;
  if (typeof offset === 'string') return findZone(/^[A-Za-z]/.test(offset) && offset !== 'Z' ? `@${offset}` : offset);
  if (!(offset instanceof DaysDuration)) return undefined;
  const seconds = Number(offset.nanos / BigInt(secondNanos));
  return Math.abs(seconds) > 18 * 3600 ? undefined : { kind: 'offset', seconds };
}

function timeOfParts(parts: Value[]): Outcome {
  const zone = offsetZone(parts[3]);
  return zone === undefined
    ? new Failure('value-range', '时差超出范围', 'offset out of range')
    : clockTime(parts, zone);
}

function dateTimeOfParts(parts: Value[]): Outcome {
  const date = calendarDate(parts);
  const time = timeOfParts(parts.slice(3));
  if (date instanceof Failure) return date;
  return time instanceof FeelTime ? new FeelDateTime(date.days, time.nanos, time.zone) : time;
}

function toDateTime(from: Value): Outcome {
  if (from instanceof FeelDateTime) return from;
  if (from instanceof FeelDate) return new FeelDateTime(from.days, 0, utc);
  const date = findDate(String(from));
  if (date) return new FeelDateTime(date.days, 0, null);
  return findDateTime(String(from)) ?? unreadable(from, '日期时间', 'date and time');
}

function toTime(from: Value): Outcome {
  if (from instanceof FeelTime) return from;
  if (from instanceof FeelDateTime) return from.time;
  if (from instanceof FeelDate) return new FeelTime(0, utc);
  return findTime(String(from)) ?? unreadable(from, '时间', 'time');
}

function toNumber([from, grouping, point]: Value[]): Outcome {
  if (from instanceof Decimal) return from;
  const groups = grouping ?? null;
  const decimal = point ?? null;
  const wrong = new Failure('value-range', '分隔符有误', 'separators are wrong');
  if (groups !== null && ![' ', ',', '.'].includes(String(groups))) return wrong;
  if (decimal !== null && ![',', '.'].includes(String(decimal))) return wrong;
  if (groups !== null && groups === decimal) return wrong;
  let text = String(from);
  if (groups !== null) text = text.replaceAll(String(groups), '');
  if (decimal === ',') text = text.includes('.') ? 'x' : text.replace(',', '.');
  return (/^[+-]?[\d.]/.test(text) ? decimalOf(text) : undefined) ?? unreadable(from ?? null, '数字', 'number');
}

/** Whole months from one day to another; what is left over of a month is dropped. */
function monthsBetween(from: FeelDate, to: FeelDate): MonthsDuration {
  const sign = to.days < from.days ? -1 : 1;
  const [a, b] = sign < 0 ? [to.civil, from.civil] : [from.civil, to.civil];
  const months = (b.year - a.year) * 12 + (b.month - a.month) - (b.day < a.day ? 1 : 0);
  return new MonthsDuration(months === 0 ? 0 : sign * months);
}

/** The end of a range written in a text: a literal or a conversion of a literal, nothing that has to be worked out. */
function literalOf(expr: Expr): Value | undefined {
  if (expr.kind === 'number' || expr.kind === 'string') return expr.value;
  if (expr.kind === 'negate' && expr.of.kind === 'number') return multiply(expr.of.value, decimalOf('-1') ?? one);
  if (expr.kind === 'at') return findTemporal(expr.text);
  const argument = expr.kind === 'call' && expr.args.length === 1 ? expr.args[0] : undefined;
  if (expr.kind !== 'call' || expr.callee.kind !== 'name' || argument?.kind !== 'string') return undefined;
  const outcomes: Readonly<Record<string, (text: string) => Outcome | undefined>> = {
    date: findDate,
    time: findTime,
    'date and time': toDateTime,
    duration: findDuration,
  };
  const convert = Object.hasOwn(outcomes, expr.callee.name) ? outcomes[expr.callee.name] : undefined;
  const value = convert?.(argument.value);
  return value instanceof Failure ? undefined : value;
}

function toRange(from: Value): Outcome {
  const wrong = unreadable(from, '区间', 'range');
  const { tree, problems } = parseExpression(String(from), { dialect: 'model' });
  if (problems.length > 0 || tree.kind !== 'range' || tree.operator || !tree.start || !tree.end) return wrong;
  const [start, end] = [literalOf(tree.start), literalOf(tree.end)];
  if (start === undefined || end === undefined || kindOf(start) !== kindOf(end)) return wrong;
  const order = orderOf(start, end);
  if (order === undefined || order > 0) return wrong;
  return new FeelRange(start, end, tree.isStartIncluded, tree.isEndIncluded);
}

export const conversionFunctions: readonly BuiltIn[] = [
  builtIn(
    'date',
    [
      'from: string|date|datetime',
      ([from]) => {
        if (from instanceof FeelDate) return from;
        if (from instanceof FeelDateTime) return from.date;
        return findDate(String(from)) ?? unreadable(from ?? null, '日期', 'date');
      },
    ],
    ['year: number, month: number, day: number', calendarDate],
  ),
  builtIn(
    'date and time',
    ['from: string|date|datetime', ([from]) => toDateTime(from ?? null)],
    [
      'date: date|datetime, time: time',
      ([date, time]) =>
        new FeelDateTime((date as FeelDate | FeelDateTime).days, (time as FeelTime).nanos, (time as FeelTime).zone),
    ],
    ['year: number, month: number, day: number, hour: number, minute: number, second: number', dateTimeOfParts],
    [
      'year: number, month: number, day: number, hour: number, minute: number, second: number, offset: days|null',
      dateTimeOfParts,
    ],
    [
      'year: number, month: number, day: number, hour: number, minute: number, second: number, timezone: string',
      dateTimeOfParts,
    ],
  ),
  builtIn(
    'time',
    ['from: string|time|datetime|date', ([from]) => toTime(from ?? null)],
    ['hour: number, minute: number, second: number, offset?: days|null', timeOfParts],
  ),
  builtIn(
    'number',
    ['from: string|number', toNumber],
    ['from: string, grouping separator: string|null, decimal separator: string|null', toNumber],
  ),
  builtIn('string', ['from: any', ([from]) => (from === null || from === undefined ? null : sayValue(from))]),
  builtIn('duration', [
    'from: string|days|months',
    ([from]) =>
      typeof from === 'string' ? (findDuration(from) ?? unreadable(from, '时长', 'duration')) : (from ?? null),
  ]),
  builtIn('years and months duration', [
    'from: date|datetime, to: date|datetime',
    ([from, to]) => monthsBetween(asDate(from), asDate(to)),
  ]),
  builtIn('range', ['from: string', ([from]) => toRange(from ?? null)]),
  builtIn('not', ['negand: any', ([negand]) => (typeof negand === 'boolean' ? !negand : notBoolean(negand ?? null))]),
];

function asDate(value: Value | undefined): FeelDate {
  return value instanceof FeelDateTime ? value.date : (value as FeelDate);
}

function notBoolean(value: Value): Failure {
  return new Failure('value-kind', `not 不接受 ${kindOf(value)}`, `not does not take ${kindOf(value)}`);
}
