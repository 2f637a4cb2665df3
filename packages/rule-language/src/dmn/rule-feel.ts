import { sayDay } from '../exact/calendar.ts';
import type { Rounding } from '../exact/rounding.ts';
import {
  compareDecimals,
  DaysDuration,
  Decimal,
  fromBigInt,
  MonthsDuration,
  one,
  quoteText,
  sayDuration,
} from '../feel/index.ts';
import type { Plain } from '../ir/bind.ts';
import type { Type } from '../ir/type.ts';

/** The FEEL type a house type becomes; null (any) where DMN has none. */
export function typeRefOf(type: Type): string | null {
  switch (type.kind) {
    case 'boolean':
    case 'number':
    case 'date':
    case 'time':
      return type.kind;
    case 'date-time':
      return 'date and time';
    case 'months':
      return 'years and months duration';
    case 'seconds':
      return 'days and time duration';
    case 'text':
      return 'string';
    default:
      return null;
  }
}

/** A plain value as FEEL. Days and durations are numbers in the house: the kind of their type tells which. */
export function feelOf(value: Plain, kind: Type['kind'] = 'text'): string {
  if (typeof value === 'string') return quoteText(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Decimal) return String(value);
  if (kind === 'months') return `@"${sayDuration(new MonthsDuration(value))}"`;
  if (kind === 'seconds') return `@"${sayDuration(new DaysDuration(BigInt(value) * 1_000_000_000n))}"`;
  return `@"${sayDay(value)}"`;
}

const functions: Readonly<Record<Rounding['direction'], string>> = {
  ceiling: 'ceiling',
  floor: 'floor',
  'half-up': 'round half up',
  'half-down': 'round half down',
  'half-even': 'decimal',
  up: 'round up',
  down: 'round down',
};

/** The rounding of a rule as a FEEL call: to decimal places where the unit is a power of ten, else in units. */
export function rounded(text: string, { direction, unit }: Rounding): string {
  const name = functions[direction];
  for (let places = -12; places <= 12; places++) {
    if (compareDecimals(unit, fromBigInt(1n, places)) === 0) return `${name}(${text}, ${places})`;
  }
  return compareDecimals(unit, one) === 0 ? `${name}(${text}, 0)` : `${name}((${text}) / ${unit}, 0) * ${unit}`;
}
