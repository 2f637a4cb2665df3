import { sayDay } from '../exact/calendar.ts';

/** What differs between the two engines. All arithmetic is float8; dates are DATE; truths BOOLEAN; codes TEXT. */
export type Dialect = {
  readonly name: 'postgresql' | 'duckdb';
  addMonths(day: string, months: string): string;
  /** Says where PostgreSQL must not pull a subquery up: flattening rewrites every rule into every rule that reads it. */
  readonly fence: string;
};

export const dialects: Record<Dialect['name'], Dialect> = {
  postgresql: {
    name: 'postgresql',
    addMonths: (day, months) => `(${day} + make_interval(months => (${months})::int))::date`,
    fence: ' OFFSET 0',
  },
  duckdb: {
    name: 'duckdb',
    addMonths: (day, months) => `(${day} + to_months((${months})::int))::date`,
    fence: '',
  },
};

/** A name in quotes, quotes inside doubled: no word of a text can end the name. NUL has no place in SQL. */
export const quoteName = (name: string): string => `"${name.replaceAll('\u0000', '').replaceAll('"', '""')}"`;
/** A text literal; the backslash means itself under standard_conforming_strings, which both engines have. */
export const quoteText = (text: string): string => `'${text.replaceAll('\u0000', '').replaceAll("'", "''")}'`;
export const quoteDay = (day: number): string => `DATE '${sayDay(day)}'`;

/** Always with an exponent: never an integer, whose division would drop the rest. */
export function quoteNumber(number: number): string {
  if (!Number.isFinite(number)) throw new Error('not a finite number');
  const text = String(number);
  return number < 0
    ? `(${text.includes('e') ? text : `${text}e0`}::float8)`
    : `${text.includes('e') ? text : `${text}e0`}::float8`;
}
