import { ok, type Refusal, type Result, refuse } from '@zhengtong/kernel';
import type { Program } from '../ir/ir.ts';
import type { Numbers, Population } from './columns.ts';
import { buildKernel, planKernel } from './kernel.ts';
import { listPopulationProblems } from './refuse-population.ts';
import { namesOf, type SimulateRefusal, usualSmallest } from './simulate.ts';

/**
 * Where one more step of a fact costs more than it brings: `at` is the value just past it, `loss` the largest loss of any row there,
 * `rate` that loss by the step (1 is 100 %), `rows` how many rows lose so, null where they are few enough to be told.
 */
export type Cliff = { readonly at: number; readonly loss: number; readonly rate: number; readonly rows: number | null };

export type CliffScan = {
  /** The amount that is raised, from `from` up to `to` in steps, all else of each row kept. */
  readonly fact: string;
  readonly output: string;
  readonly factDay: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  /** The output is owed, not received: a cliff is where it rises by more than the step. */
  readonly isTax?: boolean;
  readonly smallest?: number;
};

/** Scans an output along one fact for every row given, the largest loss first. Costs rows × steps: give a sample of a register. */
export function findCliffs(
  program: Program,
  population: Population,
  ask: CliffScan,
): Result<Cliff[], SimulateRefusal & Refusal> {
  const [facts, rules] = [namesOf(program.facts, 'number'), namesOf(program.rules, 'number')];
  for (const [name, expected] of [
    [ask.fact, facts],
    [ask.output, rules],
  ] as const)
    if (!expected.includes(name)) return refuse({ kind: 'unknown-name', name, expected });
  const slot = program.rules.findIndex((rule) => rule.name === ask.output);
  const problems = listPopulationProblems(program, [slot]);
  if (problems.length > 0) return refuse({ kind: 'not-vectorisable', problems });
  const moving = new Float64Array(population.rows);
  const moved: Population = {
    ...population,
    facts: { ...population.facts, [ask.fact]: { values: moving as Numbers } },
  };
  const kernel = buildKernel(planKernel(program, moved, [slot], ask.factDay));
  let before = new Float64Array(population.rows);
  let after = new Float64Array(population.rows);
  const found: { at: number; loss: number; rows: number }[] = [];
  const sign = ask.isTax ? -1 : 1;
  moving.fill(ask.from);
  kernel(0, population.rows, [before]);
  const steps = Math.floor((ask.to - ask.from) / ask.step);
  for (let count = 1; count <= steps; count++) {
    const at = ask.from + count * ask.step;
    moving.fill(at);
    kernel(0, population.rows, [after]);
    let [loss, rows] = [0, 0];
    for (let row = 0; row < population.rows; row++) {
      const lost = ((before[row] as number) - (after[row] as number)) * sign;
      if (!(lost > ask.step * (1 + 1e-9))) continue;
      loss = Math.max(loss, lost);
      rows++;
    }
    if (rows > 0) found.push({ at, loss, rows });
    [before, after] = [after, before];
  }
  const smallest = ask.smallest ?? usualSmallest;
  return ok(
    found
      .sort((a, b) => b.loss - a.loss)
      .map(({ at, loss, rows }) => ({ at, loss, rate: loss / ask.step, rows: rows < smallest ? null : rows })),
  );
}
