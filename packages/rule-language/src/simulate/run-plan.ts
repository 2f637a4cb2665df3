import type { Numbers } from './columns.ts';
import { buildKernel, type KernelPlan } from './kernel.ts';
import { addBlock, tallySize } from './tally.ts';

/** Rows a block holds: its results stay in the cache while they are added up. */
const blockRows = 4096;

/** A simulation over rows `from` up to `to`: the baseline, the reform if there is one, and how rows are grouped. */
export type Share = {
  readonly baseline: KernelPlan;
  readonly reform: KernelPlan | null;
  readonly groups: readonly { readonly of: Numbers; readonly count: number }[];
  readonly from: number;
  readonly to: number;
};

/** One flat tally for all rows, then one for each grouping. Only the first output is added up. */
export function runShare(share: Share): Float64Array[] {
  const baseline = buildKernel(share.baseline);
  const reform = share.reform ? buildKernel(share.reform) : null;
  const buffers = (plan: KernelPlan) => plan.outputs.map(() => new Float64Array(blockRows));
  const before = buffers(share.baseline);
  const after = share.reform ? buffers(share.reform) : before;
  const total = new Float64Array(tallySize);
  const grouped = share.groups.map((one) => new Float64Array(one.count * tallySize));
  for (let from = share.from; from < share.to; from += blockRows) {
    const to = Math.min(from + blockRows, share.to);
    baseline(from, to, before);
    reform?.(from, to, after);
    const [old, now] = [before[0] as Float64Array, after[0] as Float64Array];
    addBlock(total, from, to - from, old, now, null);
    for (const [at, one] of share.groups.entries())
      addBlock(grouped[at] as Float64Array, from, to - from, old, now, one.of);
  }
  return [total, ...grouped];
}
