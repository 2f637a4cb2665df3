import type { Column, Numbers } from './columns.ts';

/** Sums over one group of rows: before and after a reform. */
export type Tally = {
  rows: number;
  /** Rows whose answer is unknown or in error on either side: in no sum. */
  unknown: number;
  before: number;
  after: number;
  winners: number;
  losers: number;
  won: number;
  lost: number;
};

const fields = ['rows', 'unknown', 'before', 'after', 'winners', 'losers', 'won', 'lost'] as const;
/** Numbers a group takes in the flat array workers fill. */
export const tallySize = fields.length;
/** Differences below half a fen are none. */
const least = 0.005;

export function tallyAt(flat: Float64Array, group: number): Tally {
  const entries = fields.map((field, at) => [field, flat[group * tallySize + at] ?? 0] as const);
  return Object.fromEntries(entries) as Tally;
}

/** Adds a block of rows. `groups` gives each row's group (null: all in group 0). */
export function addBlock(
  flat: Float64Array,
  from: number,
  count: number,
  before: Float64Array,
  after: Float64Array,
  groups: Numbers | null,
): void {
  if (groups === null) addPlain(flat, count, before, after);
  else {
    for (let at = 0; at < count; at++)
      addRow(flat, (groups[from + at] as number) * tallySize, before[at] as number, after[at] as number);
  }
}

/** One group and no reform is the usual case of a budget: four running sums in registers. */
function addPlain(flat: Float64Array, count: number, before: Float64Array, after: Float64Array): void {
  if (before !== after) {
    for (let at = 0; at < count; at++) addRow(flat, 0, before[at] as number, after[at] as number);
    return;
  }
  let unknown = 0;
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const value = before[at] as number;
    if (!Number.isNaN(value)) sum += value;
    else unknown++;
  }
  flat[0] = (flat[0] as number) + count;
  flat[1] = (flat[1] as number) + unknown;
  flat[2] = (flat[2] as number) + sum;
  flat[3] = (flat[3] as number) + sum;
}

function addRow(flat: Float64Array, at: number, old: number, now: number): void {
  flat[at] = (flat[at] as number) + 1;
  const change = now - old;
  if (Number.isNaN(change)) {
    flat[at + 1] = (flat[at + 1] as number) + 1;
    return;
  }
  flat[at + 2] = (flat[at + 2] as number) + old;
  flat[at + 3] = (flat[at + 3] as number) + now;
  if (change > least) {
    flat[at + 4] = (flat[at + 4] as number) + 1;
    flat[at + 6] = (flat[at + 6] as number) + change;
  } else if (change < -least) {
    flat[at + 5] = (flat[at + 5] as number) + 1;
    flat[at + 7] = (flat[at + 7] as number) - change;
  }
}

export function mergeTallies(all: readonly Float64Array[]): Float64Array {
  const total = new Float64Array(all[0]?.length ?? 0);
  for (const one of all)
    for (let at = 0; at < total.length; at++) total[at] = (total[at] as number) + (one[at] as number);
  return total;
}

/** Deciles (0 to 9) of a column by its sampled edges; 10 where the value is unknown. */
export function decilesOf({ values, unknown = Number.NaN }: Column): {
  readonly groups: Uint8Array;
  readonly edges: readonly number[];
} {
  const stride = Math.max(1, Math.floor(values.length / 100_000));
  const sample: number[] = [];
  for (let at = 0; at < values.length; at += stride) {
    const value = values[at] as number;
    if (!Number.isNaN(value) && value !== unknown) sample.push(value);
  }
  sample.sort((a, b) => a - b);
  const edges = Array.from({ length: 9 }, (_, index) => sample[Math.floor(((index + 1) * sample.length) / 10)] ?? 0);
  const groups = new Uint8Array(new SharedArrayBuffer(values.length));
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    let group = Number.isNaN(value) || value === unknown ? 10 : 0;
    while (group < 9 && value >= (edges[group] as number)) group++;
    groups[at] = group;
  }
  return { groups, edges };
}
