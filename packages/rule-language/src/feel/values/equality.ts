import { Decimal } from './decimal.ts';
import { compareDecimals } from './decimal-arithmetic.ts';
import { DaysDuration, FeelDate, FeelDateTime, FeelTime, lineOf, MonthsDuration, secondNanos } from './temporal.ts';
import { FeelFunction, FeelRange, isContext, isList, kindOf, Unknown, type Value } from './value.ts';

/**
 * FEEL equality (§10.3.2.3.2): null equals null alone, and values of different kinds have no answer (null). An unknown part
 * makes the whole unknown unless another part already differs.
 */
export function equalValues(a: Value, b: Value): boolean | null | Unknown {
  if (a instanceof Unknown || b instanceof Unknown) return a instanceof Unknown ? a : (b as Unknown);
  if (a === null || b === null) return a === b;
  if (a instanceof Decimal && b instanceof Decimal) return compareDecimals(a, b) === 0;
  if (typeof a === 'string' || typeof a === 'boolean') return typeof a === typeof b ? a === b : null;
  if (kindOf(a) !== kindOf(b)) return null;
  if (isList(a) && isList(b)) {
    if (a.length !== b.length) return false;
    return allEqual(a.map((item, index) => [item, b[index] ?? null] as const));
  }
  if (isContext(a) && isContext(b)) {
    if (a.size !== b.size) return false;
    for (const key of a.keys()) if (!b.has(key)) return false;
    return allEqual([...a].map(([key, value]) => [value, b.get(key) ?? null] as const));
  }
  if (a instanceof FeelRange && b instanceof FeelRange) {
    if (a.operator !== b.operator) return false;
    if (a.isStartIncluded !== b.isStartIncluded || a.isEndIncluded !== b.isEndIncluded) return false;
    return allEqual([
      [a.start, b.start],
      [a.end, b.end],
    ]);
  }
  if (a instanceof FeelFunction) return a === b;
  return compareTemporal(a, b) === 0;
}

function allEqual(pairs: readonly (readonly [Value, Value])[]): boolean | null | Unknown {
  let unknown: Unknown | null = null;
  for (const [x, y] of pairs) {
    const isEqual = equalValues(x, y);
    if (isEqual instanceof Unknown) unknown ??= isEqual;
    else if (isEqual !== true) return false;
  }
  return unknown ?? true;
}

/** Order of two values of one kind that has an order; undefined where there is none (a zone against no zone among them). */
export function orderOf(a: Value, b: Value): number | undefined {
  if (a instanceof Decimal) return b instanceof Decimal ? compareDecimals(a, b) : undefined;
  if (typeof a === 'string') return typeof b === 'string' ? compareText(a, b) : undefined;
  return compareTemporal(a, b);
}

/** By code point, so that the order is the same on every machine. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const x = a.charCodeAt(at);
    const y = b.charCodeAt(at);
    if (x === y) continue;
    // Surrogates stand for characters above all others.
    const isHighX = x >= 0xd800 && x <= 0xdfff;
    const isHighY = y >= 0xd800 && y <= 0xdfff;
    return isHighX === isHighY ? x - y : isHighX ? 1 : -1;
  }
  return a.length - b.length;
}

function compareTemporal(a: Value, b: Value): number | undefined {
  if (a instanceof FeelDate && b instanceof FeelDate) return a.days - b.days;
  if (a instanceof MonthsDuration && b instanceof MonthsDuration) return a.months - b.months;
  if (a instanceof DaysDuration && b instanceof DaysDuration) return Number(a.nanos - b.nanos);
  const isMoment = (value: Value) => value instanceof FeelTime || value instanceof FeelDateTime;
  if (!isMoment(a) || !isMoment(b) || kindOf(a) !== kindOf(b)) return undefined;
  const x = a as FeelTime | FeelDateTime;
  const y = b as FeelTime | FeelDateTime;
  if ((x.zone === null) !== (y.zone === null)) return undefined;
  // The value of a time is its whole seconds (§10.3.2.3.4): parts of one make no difference.
  const second = BigInt(secondNanos);
  return Number(floorDivide(lineOf(x), second) - floorDivide(lineOf(y), second));
}

function floorDivide(value: bigint, by: bigint): bigint {
  return value < 0n && value % by !== 0n ? value / by - 1n : value / by;
}
