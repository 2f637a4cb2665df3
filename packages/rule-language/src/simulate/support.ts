import { addMonths, civilOf, dayNumber, monthsBetween } from '../exact/calendar.ts';
import { roundSteps } from '../exact/rounding.ts';

/** The functions generated code may call, all pure and on numbers. Truths of unknown standing are 2 (and, or, not: strong Kleene). */
export const support = {
  and3: (a: number, b: number) => (a === 0 || b === 0 ? 0 : a === 2 || b === 2 ? 2 : 1),
  or3: (a: number, b: number) => (a === 1 || b === 1 ? 1 : a === 2 || b === 2 ? 2 : 0),
  not3: (a: number) => (a === 2 ? 2 : 1 - a),
  lt3: (a: number, b: number) => (a < b ? 1 : a >= b ? 0 : 2),
  le3: (a: number, b: number) => (a <= b ? 1 : a > b ? 0 : 2),
  // As bits, 4 fails and 2 unknown, for code that must not branch (both where it fails: who fails is not asked again).
  ltMark: (a: number, b: number) => (Number(a >= b) << 2) | (Number(!(a < b)) << 1),
  leMark: (a: number, b: number) => (Number(a > b) << 2) | (Number(!(a <= b)) << 1),
  mark3: (a: number) => (Number(a === 0) << 2) | (Number(a === 2) << 1),
  eq3: (a: number, b: number) => (a === b ? 1 : Number.isNaN(a) || Number.isNaN(b) ? 2 : 0),
  eqCode3: (a: number, b: number) => (a === -1 || b === -1 ? 2 : a === b ? 1 : 0),
  eqTruth3: (a: number, b: number) => (a === 2 || b === 2 ? 2 : a === b ? 1 : 0),
  pick3: (when: number, then: number, other: number, unknown: number) =>
    when === 1 ? then : when === 0 ? other : then === other ? then : unknown,
  open3: (when: number, then: number, other: number) => (when === 1 ? then : when === 0 ? other : Number.NaN),
  div: (a: number, b: number) => (b === 0 ? Number.NaN : a / b),
  mod: (a: number, b: number) => (b === 0 ? Number.NaN : a - b * Math.floor(a / b + 1e-12)),
  lookup: (values: Float64Array, key: number) =>
    key < 0 || key >= values.length ? Number.NaN : (values[key] as number),
  lookupTruth: (values: Float64Array, key: number) => (key < 0 || key >= values.length ? 2 : (values[key] as number)),
  roundCeiling: roundSteps.ceiling,
  roundFloor: roundSteps.floor,
  roundUp: roundSteps.up,
  roundDown: roundSteps.down,
  roundHalfUp: roundSteps['half-up'],
  roundHalfDown: roundSteps['half-down'],
  roundHalfEven: roundSteps['half-even'],
  yearOf: (day: number) => (Number.isNaN(day) ? day : civilOf(day).year),
  monthOf: (day: number) => (Number.isNaN(day) ? day : civilOf(day).month),
  dayOf: (day: number) => (Number.isNaN(day) ? day : civilOf(day).day),
  weekdayOf: (day: number) => ((((day + 3) % 7) + 7) % 7) + 1,
  addMonths: (day: number, months: number) =>
    Number.isNaN(day) || Number.isNaN(months) ? Number.NaN : addMonths(day, months),
  addSeconds: (day: number, seconds: number) => Math.floor((day * 86400 + seconds) / 86400),
  monthsBetween: (from: number, to: number) =>
    Number.isNaN(from) || Number.isNaN(to) ? Number.NaN : monthsBetween(from, to),
  makeDate: (year: number, month: number, day: number) => {
    const isWhole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
    const isPossible = isWhole && year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1;
    const count = isPossible ? dayNumber(year, month, day) : Number.NaN;
    return !Number.isNaN(count) && civilOf(count).day === day ? count : Number.NaN;
  },
};

export type SupportName = keyof typeof support;
