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
 * The declared tolerance of the population outputs: a double this close to a whole step (or to half of one) counts as standing on
 * it. For money it is three millionths of a fen, whatever the step: amounts to a hundred million yuan, taken from each other, leave that
 * much. For anything else a thousand-millionth of a step. Both grow with the result as the error of doubles does.
 */
export const tolerance = { yuan: 3e-8, step: 1e-9, relative: 4e-15 };
const slack = (x: number, fixed: number) => fixed + Math.abs(x) * tolerance.relative;

/** The fixed part of the tolerance in steps of a rounding. */
export function fixedSlack({ unit }: Rounding, isMoney: boolean): number {
  return isMoney ? tolerance.yuan / toDouble(unit) : tolerance.step;
}

/** Whole steps of a double in one direction, with the tolerance; what generated code calls. `fixed` is in steps. */
export const roundSteps: Record<Direction, (x: number, fixed: number) => number> = {
  ceiling: (x, fixed) => Math.ceil(x - slack(x, fixed)),
  floor: (x, fixed) => Math.floor(x + slack(x, fixed)),
  up: (x, fixed) => (x < 0 ? Math.floor(x + slack(x, fixed)) : Math.ceil(x - slack(x, fixed))),
  down: (x, fixed) => (x < 0 ? Math.ceil(x - slack(x, fixed)) : Math.floor(x + slack(x, fixed))),
  'half-up': (x, fixed) => (x < 0 ? -Math.floor(-x + 0.5 + slack(x, fixed)) : Math.floor(x + 0.5 + slack(x, fixed))),
  'half-down': (x, fixed) => (x < 0 ? -Math.ceil(-x - 0.5 - slack(x, fixed)) : Math.ceil(x - 0.5 - slack(x, fixed))),
  'half-even': (x, fixed) => {
    const low = Math.floor(x);
    const rest = x - low;
    if (Math.abs(rest - 0.5) <= slack(x, fixed)) return low % 2 === 0 ? low : low + 1;
    return rest < 0.5 ? low : low + 1;
  },
};

/** Times this many steps a unit, or units a step: dividing by 0.01 would add an error that multiplying by 100 does not. */
export function stepScale(unit: Exact): { multiply: number; divide: number } {
  const u = toDouble(unit);
  return u < 1 ? { multiply: Math.round(1 / u), divide: 1 } : { multiply: 1, divide: u };
}
