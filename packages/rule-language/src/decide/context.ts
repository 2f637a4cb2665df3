import { equal, isExact } from '../exact/rational.ts';
import type { Value } from '../ir/feel-code.ts';
import type { Ir, Program } from '../ir/ir.ts';
import type { Code } from './frame.ts';

/** What the compiling files need from each other: the program, and the way back to any node. */
export type Context = { readonly program: Program; readonly code: (ir: Ir) => Code };

/** Two settled values are the same: numbers by amount, everything else as it stands. */
export function sameValue(a: Value, b: Value): boolean {
  if (isExact(a) && isExact(b)) return equal(a, b);
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  return a === b;
}
