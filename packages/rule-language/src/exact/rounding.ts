import { round } from '../feel/values/decimal-rounding.ts';
import { divide, type Exact, multiply, toDouble } from './rational.ts';

/** The directions Chinese statutes name: 进位, 舍去, 四舍五入, 四舍六入五成双; `down` cuts towards zero (去尾). */
export type Direction = 'ceiling' | 'floor' | 'half-up' | 'half-even' | 'half-down' | 'up' | 'down';

/** A rounding as a rule declares it: the direction and the unit it rounds to (1 = 元, 0.01 = 分). */
export type Rounding = { readonly direction: Direction; readonly unit: Exact };

/** Rounds exactly. No tolerance: a third times three is a whole number here and stays one. */
export function roundExact(a: Exact, { direction, unit }: Rounding): Exact {
  return multiply(round(divide(a, unit), 0, direction), unit);
}

/**
 * The declared tolerance of the population outputs, in steps of the rounding: a double within this of a whole step counts as
 * that step. It grows with the amount as the error of doubles does, and stays far below the smallest difference fen can make.
 */
export const tolerance = { fixed: 1e-9, relative: 4e-15 };
const { fixed, relative } = tolerance;
const slack = (x: number) => fixed + Math.abs(x) * relative;

/** Whole steps of a double in one direction, with the tolerance; what generated code calls. */
export const roundSteps: Record<Direction, (x: number) => number> = {
  ceiling: (x) => Math.ceil(x - slack(x)),
  floor: (x) => Math.floor(x + slack(x)),
  up: (x) => (x < 0 ? Math.floor(x + slack(x)) : Math.ceil(x - slack(x))),
  down: (x) => (x < 0 ? Math.ceil(x - slack(x)) : Math.floor(x + slack(x))),
  'half-up': (x) => (x < 0 ? -Math.floor(-x + 0.5 + slack(x)) : Math.floor(x + 0.5 + slack(x))),
  'half-down': (x) => (x < 0 ? -Math.ceil(-x - 0.5 - slack(x)) : Math.ceil(x - 0.5 - slack(x))),
  'half-even': (x) => {
    const low = Math.floor(x);
    const rest = x - low;
    if (Math.abs(rest - 0.5) <= slack(x)) return low % 2 === 0 ? low : low + 1;
    return rest < 0.5 ? low : low + 1;
  },
};

/** Times this many steps a unit, or units a step: dividing by 0.01 would add an error that multiplying by 100 does not. */
export function stepScale(unit: Exact): { multiply: number; divide: number } {
  const u = toDouble(unit);
  return u < 1 ? { multiply: Math.round(1 / u), divide: 1 } : { multiply: 1, divide: u };
}
