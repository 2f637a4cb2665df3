import { ok, type Refusal, type Result, refuse } from '@zhengtong/kernel';
import type { FactSlot, Program } from '../ir/ir.ts';
import type { Type } from '../ir/type.ts';
import type { TextProblem } from '../text/problem.ts';
import type { Numbers, Population } from './columns.ts';
import { planKernel } from './kernel.ts';
import { codeList, listPopulationProblems } from './refuse-population.ts';
import type { Share } from './run-plan.ts';
import { decilesOf, mergeTallies, type Tally, tallyAt } from './tally.ts';
import { Workers } from './workers.ts';

export type Simulation = {
  readonly population: Population;
  /** Day of the facts, as a day number. */
  readonly factDay: number;
  /** The rule that is added up: an amount. */
  readonly output: string;
  /** The same text under a reform (an overlay compiled for the same law day). */
  readonly reform?: Program;
  /** A coded fact: one line of the table for each code. */
  readonly byCode?: string;
  /** An amount among the facts, usually income: one line for each tenth of the rows. */
  readonly byDecile?: string;
  /** Groups of fewer rows than this are not shown. */
  readonly smallest?: number;
  readonly workers?: Workers;
};

/** `hidden` lines hold too few rows to be shown, or would give such a line away by subtraction. */
export type Line = { readonly group: string; readonly hidden: boolean; readonly tally: Tally | null };
/** The budget, and whom the reform moves: null where it moves so few that each could be told. */
export type Total = Pick<Tally, 'rows' | 'unknown' | 'before' | 'after'> & {
  readonly [K in 'winners' | 'losers' | 'won' | 'lost']: number | null;
};
export type Outcome = {
  readonly total: Total;
  readonly byCode: readonly Line[];
  readonly byDecile: readonly Line[];
  readonly decileEdges: readonly number[];
};
export type SimulateRefusal =
  | { readonly kind: 'not-vectorisable'; readonly problems: readonly TextProblem[] }
  /** `expected`: the names that could stand there. */
  | { readonly kind: 'unknown-name'; readonly name: string; readonly expected: readonly string[] };

export const usualSmallest = 10;

/** Runs a text, and a reform of it, over a population. Static: nobody changes behaviour. */
export async function simulate(program: Program, ask: Simulation): Promise<Result<Outcome, SimulateRefusal & Refusal>> {
  const slot = program.rules.findIndex((rule) => rule.name === ask.output);
  if (slot < 0)
    return refuse({ kind: 'unknown-name', name: ask.output, expected: program.rules.map((rule) => rule.name) });
  const reformed = ask.reform?.rules.findIndex((rule) => rule.name === ask.output) ?? -1;
  const problems = [
    ...listPopulationProblems(program, [slot]),
    ...(ask.reform ? listPopulationProblems(ask.reform, [reformed]) : []),
  ];
  if (problems.length > 0) return refuse({ kind: 'not-vectorisable', problems });
  for (const [name, kind] of [
    [ask.byCode, 'text'],
    [ask.byDecile, 'number'],
  ] as const) {
    const expected = namesOf(program.facts, kind);
    if (name !== undefined && !(expected.includes(name) && ask.population.facts[name]))
      return refuse({ kind: 'unknown-name', name, expected });
  }

  const codes = codeList(program);
  const groups: { of: Numbers; count: number }[] = [];
  const byCode = ask.byCode === undefined ? undefined : ask.population.facts[ask.byCode];
  if (byCode) groups.push({ of: byCode.values, count: codes.length });
  const decile =
    ask.byDecile === undefined
      ? undefined
      : decilesOf(ask.population.facts[ask.byDecile] ?? { values: new Float64Array() });
  if (decile) groups.push({ of: decile.groups, count: 11 });

  const baseline = planKernel(program, ask.population, [slot], ask.factDay);
  const reform = ask.reform ? planKernel(ask.reform, ask.population, [reformed], ask.factDay) : null;
  const workers = ask.workers ?? new Workers(1);
  const merged = await runAll({ baseline, reform, groups }, ask.population.rows, workers);
  if (!ask.workers) await workers.close();

  const smallest = ask.smallest ?? usualSmallest;
  const names = ask.byCode === undefined ? [] : listedCodes(program, ask.byCode, codes);
  const codeTallies = byCode
    ? names.map(({ code, name }) => ({ group: name, tally: tallyAt(merged[1] as Float64Array, code) }))
    : [];
  const decileTallies = decile
    ? Array.from({ length: 10 }, (_, at) => ({
        group: String(at + 1),
        tally: tallyAt(merged[groups.length] as Float64Array, at),
      }))
    : [];
  return ok({
    total: protectTotal(tallyAt(merged[0] as Float64Array, 0), smallest),
    byCode: protect(codeTallies, smallest),
    byDecile: protect(decileTallies, smallest),
    decileEdges: decile?.edges ?? [],
  });
}

/** Names of facts or rules of one kind, as they are offered where another was written. Days and discretions are no facts of a row. */
export const namesOf = (
  among: readonly { name: string; type: Type; role?: FactSlot['role'] }[],
  kind: Type['kind'],
): string[] => among.filter((one) => one.type.kind === kind && (one.role ?? 'fact') === 'fact').map((one) => one.name);

function listedCodes(program: Program, fact: string, codes: readonly string[]): { code: number; name: string }[] {
  const type = program.facts.find((one) => one.name === fact)?.type;
  const listed = type?.kind === 'text' ? (type.codes ?? codes) : codes;
  return listed.map((name) => ({ code: codes.indexOf(name), name }));
}

async function runAll(
  plan: Pick<Share, 'baseline' | 'reform' | 'groups'>,
  rows: number,
  workers: Workers,
): Promise<Float64Array[]> {
  const size = Math.ceil(rows / workers.count);
  const shares = Array.from(
    { length: workers.count },
    (_, at): Share => ({ ...plan, from: at * size, to: Math.min(rows, (at + 1) * size) }),
  );
  const results = await workers.run(shares);
  return (results[0] ?? []).map((_, at) => mergeTallies(results.map((result) => result[at] as Float64Array)));
}

/** One side alone would tell the other: the change of the budget is what both make together. */
export function protectTotal(tally: Tally, smallest: number): Total {
  const isTelling = [tally.winners, tally.losers].some((count) => count > 0 && count < smallest);
  return isTelling ? { ...tally, winners: null, losers: null, won: null, lost: null } : tally;
}

/**
 * Small cells are hidden; where exactly one would be, the next smallest goes with it, or the total minus the rest would tell.
 * A line whose winners or losers are few, but not none, hides those figures the same way.
 */
export function protect(lines: readonly { group: string; tally: Tally }[], smallest: number): Line[] {
  const isSmall = (count: number) => count > 0 && count < smallest;
  const small = lines.filter(
    ({ tally }) => isSmall(tally.rows) || isSmall(tally.winners) || isSmall(tally.losers) || isSmall(tally.unknown),
  );
  const hidden = new Set(small);
  if (hidden.size === 1) {
    const next = lines
      .filter((line) => !hidden.has(line) && line.tally.rows > 0)
      .sort((a, b) => a.tally.rows - b.tally.rows)[0];
    if (next) hidden.add(next);
  }
  return lines.map((line) => ({
    group: line.group,
    hidden: hidden.has(line),
    tally: hidden.has(line) ? null : line.tally,
  }));
}
