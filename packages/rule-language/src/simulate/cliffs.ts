import type { Program } from '../ir/ir.ts';
import type { Numbers, Population } from './columns.ts';
import { buildKernel, planKernel } from './kernel.ts';

/** Where one more yuan of a fact costs more than one yuan of the output. */
export type Cliff = { readonly at: number; readonly loss: number; readonly rate: number; readonly rows: number };

/**
 * Scans an output along one fact for every row given: the fact is raised step by step, all else kept. A cliff is a place where
 * what is lost exceeds the rise itself (marginal rate above 100 %). Falling outputs are benefits; pass `isTax` for amounts owed.
 */
export function findCliffs(
  program: Program,
  population: Population,
  ask: { fact: string; output: string; factDay: number; from: number; to: number; step: number; isTax?: boolean },
): Cliff[] {
  const slot = program.rules.findIndex((rule) => rule.name === ask.output);
  if (slot < 0) throw new Error(`no rule ${ask.output}`);
  const moving = new Float64Array(population.rows);
  const moved: Population = {
    ...population,
    facts: { ...population.facts, [ask.fact]: { values: moving as Numbers } },
  };
  const kernel = buildKernel(planKernel(program, moved, [slot], ask.factDay));
  let before = new Float64Array(population.rows);
  let after = new Float64Array(population.rows);
  const found = new Map<number, Cliff>();
  const sign = ask.isTax ? -1 : 1;
  moving.fill(ask.from);
  kernel(0, population.rows, [before]);
  for (let value = ask.from + ask.step; value <= ask.to; value += ask.step) {
    moving.fill(value);
    kernel(0, population.rows, [after]);
    for (let row = 0; row < population.rows; row++) {
      const loss = ((before[row] as number) - (after[row] as number)) * sign;
      if (!(loss > ask.step * (1 + 1e-9))) continue;
      const known = found.get(value);
      const worst = Math.max(loss, known?.loss ?? 0);
      found.set(value, { at: value, loss: worst, rate: worst / ask.step, rows: (known?.rows ?? 0) + 1 });
    }
    [before, after] = [after, before];
  }
  return [...found.values()];
}
