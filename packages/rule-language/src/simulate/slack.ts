import type { Ir } from '../ir/ir.ts';

/** How far two doubles may lie apart and still be one amount: `fixed + |right side| × relative`. */
export type Slack = { readonly fixed: number; readonly relative: number };

/**
 * The declared tolerance of comparisons in the population outputs, where a side came out of arithmetic. Money: three millionths of
 * a fen, since amounts to a hundred million yuan subtracted from each other leave so much. Anything else, shares among it: what
 * doubles near one leave. A tolerance wider than that swallows real differences: 18,000,000 of 600,000,000.01 is not 3 %.
 */
const money: Slack = { fixed: 3e-8, relative: 1e-13 };
const rest: Slack = { fixed: 1e-15, relative: 1e-13 };

export function slackOf(ir: Extract<Ir, { op: 'compare' }>): Slack {
  const isMoney = [ir.left, ir.right].some(({ type }) => type.kind === 'number' && type.measure === 'money');
  return isMoney ? money : rest;
}
