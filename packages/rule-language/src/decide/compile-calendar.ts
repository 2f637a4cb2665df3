import { addMonths, civilOf, dayNumber, findDay, monthsBetween, sayDay } from '../exact/calendar.ts';
import { type Exact, isExact, isWhole, toDouble, whole } from '../exact/rational.ts';
import type { Value } from '../ir/feel-code.ts';
import type { IrFunction } from '../ir/ir.ts';
import type { At } from '../text/problem.ts';
import { CaseFault } from './fault.ts';
import type { Code } from './frame.ts';

const secondsOfDay = 86400;
type Known = (...values: number[]) => Value;

/** Days, months and seconds on whole numbers; results that are amounts become exact numbers again. */
const functions: Partial<Record<IrFunction, Known>> = {
  year: (day) => whole(civilOf(day).year),
  month: (day) => whole(civilOf(day).month),
  day: (day) => whole(civilOf(day).day),
  weekday: (day) => whole(((((day + 3) % 7) + 7) % 7) + 1),
  'add-months': (day, months) => addMonths(day, months),
  'add-seconds': (day, seconds) => Math.floor((day * secondsOfDay + seconds) / secondsOfDay),
  'months-between': (from, to) => monthsBetween(from, to),
  'whole-years': (months) => whole(Math.trunc(months / 12)),
  'rest-months': (months) => whole(months % 12),
  'whole-days': (seconds) => whole(Math.trunc(seconds / secondsOfDay)),
  'to-number': (value) => whole(value),
};

export function compileCalendar(fn: IrFunction, args: readonly Code[], at: At): Code {
  if (fn === 'make-date') return compileDate(args, at);
  const apply = functions[fn];
  if (!apply) throw new Error(`no such function: ${fn}`);
  return (frame) => {
    const values: number[] = [];
    for (const arg of args) {
      const value = arg(frame);
      if (value === undefined) return undefined;
      values.push(value as number);
    }
    return apply(...values);
  };
}

function compileDate(args: readonly Code[], at: At): Code {
  return (frame) => {
    const values = args.map((arg) => arg(frame));
    if (values.some((value) => value === undefined)) return undefined;
    const parts = values.map((value) =>
      isExact(value) && isWhole(value as Exact) ? toDouble(value as Exact) : Number.NaN,
    );
    const [year = 0, month = 0, day = 0] = parts;
    const isPossible = year >= 1 && year <= 9999 && month >= 1 && month <= 12;
    const count = isPossible && day >= 1 && day <= 31 ? dayNumber(year, month, day) : Number.NaN;
    if (Number.isNaN(count) || findDay(sayDay(count)) === undefined || civilOf(count).day !== day) {
      const said = `date(${parts.join(', ')})`;
      throw new CaseFault('feel-error', at, said, said);
    }
    return count;
  };
}
