import { nodesIn, type Program } from '../ir/ir.ts';
import type { Column, Population } from '../simulate/columns.ts';
import { buildKernel, type Kernel, planKernel } from '../simulate/kernel.ts';
import { neededRules } from '../simulate/refuse-population.ts';
import { block, planSelection } from './selection-kernel.ts';

/** A policy asked of a register: a program and the rule that says whether a subject fits. */
export type Policy = { readonly id: string; readonly program: Program; readonly output: string };
/** 0 out, 1 certain, 2 possible: some fact is unknown and a completion of it may fit. */
export type Standing = 0 | 1 | 2;
export type Change = {
  readonly policy: string;
  readonly row: number;
  readonly before: Standing;
  readonly after: Standing;
};

/** Writes the standings of rows `from` up to `to`, at most a block of them. */
type Fill = (from: number, to: number) => void;

type Loaded = {
  readonly id: string;
  readonly fill: Fill;
  readonly facts: readonly string[];
  readonly standings: Uint8Array;
};

/**
 * Certain and possible sets of many policies over one register. Columns are read in place: after writing a row's new values
 * into them, `update` tells which policies it entered or left, touching only policies that read a changed field.
 */
export class Matcher {
  readonly #rows: number;
  readonly #policies: Loaded[];
  readonly #byField = new Map<string, Loaded[]>();

  constructor(policies: readonly Policy[], population: Population, factDay: number) {
    this.#rows = population.rows;
    // Every column may have its unknown value written later, so all are read as if they could hold it.
    const open: Population = {
      ...population,
      facts: Object.fromEntries(Object.entries(population.facts).map(([name, column]) => [name, withUnknown(column)])),
    };
    this.#policies = policies.map(({ id, program, output }) => {
      const slot = program.rules.findIndex((rule) => rule.name === output);
      if (slot < 0) throw new Error(`policy ${id} has no rule ${output}`);
      const standings = new Uint8Array(population.rows);
      const selection = planSelection(program, open, slot, factDay);
      const kernel = buildKernel(selection ?? planKernel(program, open, [slot], factDay));
      const fill = selection ? fillInPlace(kernel, standings) : fillByRow(kernel, standings);
      const loaded: Loaded = { id, fill, facts: factsOf(program, slot), standings };
      for (const fact of loaded.facts) this.#byField.set(fact, [...(this.#byField.get(fact) ?? []), loaded]);
      return loaded;
    });
  }

  /** Every policy over every row. */
  matchAll(): void {
    // Block by block, so that the columns of a block stay in the cache while all policies read them.
    for (let from = 0; from < this.#rows; from += block) {
      const to = Math.min(from + block, this.#rows);
      for (const { fill } of this.#policies) fill(from, to);
    }
  }

  /** After some fields of a row have changed: which policies it now stands in otherwise. */
  update(row: number, fields?: readonly string[]): Change[] {
    const touched = fields ? new Set(fields.flatMap((field) => this.#byField.get(field) ?? [])) : this.#policies;
    const changes: Change[] = [];
    for (const { id, fill, standings } of touched) {
      const before = standings[row] as Standing;
      fill(row, row + 1);
      const after = standings[row] as Standing;
      if (before !== after) changes.push({ policy: id, row, before, after });
    }
    return changes;
  }

  standingsOf(policy: string): Uint8Array {
    const found = this.#policies.find((one) => one.id === policy);
    if (!found) throw new Error(`no policy ${policy}`);
    return found.standings;
  }

  /** How many rows are certain and how many only possible, policy by policy. */
  counts(): { policy: string; certain: number; possible: number }[] {
    return this.#policies.map(({ id, standings }) => {
      let certain = 0;
      let possible = 0;
      for (let at = 0; at < standings.length; at++) {
        if (standings[at] === 1) certain++;
        else if (standings[at] === 2) possible++;
      }
      return { policy: id, certain, possible };
    });
  }
}

function fillInPlace(kernel: Kernel, standings: Uint8Array): Fill {
  const out = [standings];
  return (from, to) => {
    standings.fill(0, from, to);
    kernel(from, to, out);
  };
}

function fillByRow(kernel: Kernel, standings: Uint8Array): Fill {
  const values = new Float64Array(block);
  const out = [values];
  return (from, to) => {
    kernel(from, to, out);
    for (let at = from; at < to; at++) standings[at] = values[at - from] as number;
  };
}

/** A floating column always can say "unknown"; a whole one only where the caller named the number for it. */
function withUnknown(column: Column): Column {
  const isFloating = column.values instanceof Float64Array || column.values instanceof Float32Array;
  return column.unknown === undefined && isFloating ? { ...column, unknown: Number.NaN } : column;
}

function factsOf(program: Program, output: number): string[] {
  const names = new Set<string>();
  for (const slot of neededRules(program, [output])) {
    const ir = program.rules[slot]?.ir;
    if (!ir) continue;
    for (const node of nodesIn(ir)) {
      if (node.op === 'fact') names.add(program.facts[node.slot]?.name ?? '');
      if (node.op === 'aggregate') names.add(program.entities[node.entity]?.name ?? '');
    }
  }
  return [...names];
}
