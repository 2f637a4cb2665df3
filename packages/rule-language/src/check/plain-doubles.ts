import type { FactsJson } from '../decide/read-facts.ts';
import type { Program } from '../ir/ir.ts';
import type { Population } from '../simulate/columns.ts';
import { buildKernel, planKernel } from '../simulate/kernel.ts';
import { populationOf } from '../simulate/records.ts';
import { support } from '../simulate/support.ts';

/** Rounding as every program does it that takes doubles for amounts: no tolerance, no exact fractions. */
const functions = {
  ...support,
  roundCeiling: Math.ceil,
  roundFloor: Math.floor,
  roundUp: (x: number) => (x < 0 ? Math.floor(x) : Math.ceil(x)),
  roundDown: Math.trunc,
  roundHalfUp: (x: number) => (x < 0 ? -Math.round(-x) : Math.round(x)),
  roundHalfDown: (x: number) => Math.ceil(x - 0.5),
  roundHalfEven: (x: number) => {
    const low = Math.floor(x);
    if (x - low === 0.5) return low % 2 === 0 ? low : low + 1;
    return Math.round(x);
  },
};

/**
 * What the same rules pay in ordinary floating point, each rounding and each comparison taken as it comes: to show why the
 * engine counts exactly. One array an asked rule, in the numbers of columns.
 */
export function plainAnswers(
  program: Program,
  population: Population,
  slots: readonly number[],
  factDay: number,
): Float64Array[] {
  const out = slots.map(() => new Float64Array(population.rows));
  buildKernel(planKernel(program, population, slots, factDay, false), functions)(0, population.rows, out);
  return out;
}

/** The same for one case; NaN where plain doubles give no amount either. */
export function plainAnswer(program: Program, facts: FactsJson, slot: number, factDay: number): number {
  const { population } = populationOf(program, [facts]);
  return plainAnswers(program, population, [slot], factDay)[0]?.[0] ?? Number.NaN;
}
