import { add, compare, divide, type Exact, isExact, whole, zero } from '../exact/rational.ts';
import type { Value } from '../ir/feel-code.ts';
import type { Ir } from '../ir/ir.ts';
import type { Context } from './context.ts';
import { CaseFault } from './fault.ts';
import { type Code, type Frame, note } from './frame.ts';

type Aggregate = Extract<Ir, { op: 'aggregate' }>;

/** Goes over the members with `visit`, who counts being true, false or unknown; false where nobody said who the members are. */
function walk(frame: Frame, node: Aggregate, where: Code | null, visit: (isIn: boolean | undefined) => void): boolean {
  note(frame.reads.members, node.entity);
  const rows = frame.members[node.entity];
  if (!rows) return false;
  const outer = frame.row;
  for (const row of rows) {
    frame.row = row;
    visit(where ? (where(frame) as boolean | undefined) : true);
  }
  frame.row = outer;
  return true;
}

export function compileAggregate(ir: Aggregate, context: Context): Code {
  const where = ir.where ? context.code(ir.where) : null;
  const body = ir.body ? context.code(ir.body) : null;
  if (ir.fn === 'some' || ir.fn === 'every') return compileQuantified(ir, where, body as Code);
  if (ir.fn === 'count') {
    return (frame) => {
      let count = 0;
      let isKnown = true;
      const isThere = walk(frame, ir, where, (isIn) => {
        if (isIn === undefined) isKnown = false;
        else if (isIn) count++;
      });
      return isThere && isKnown ? whole(count) : undefined;
    };
  }
  return (frame) => {
    const values: Value[] = [];
    let isKnown = true;
    const isThere = walk(frame, ir, where, (isIn) => {
      if (isIn === false) return;
      const value = body?.(frame);
      if (isIn === undefined || value === undefined) isKnown = false;
      else values.push(value);
    });
    return isThere && isKnown ? fold(ir, values) : undefined;
  };
}

function fold(ir: Aggregate, values: readonly Value[]): Value {
  if (ir.fn === 'sum') return values.reduce<Exact>((total, value) => add(total, value as Exact), zero);
  if (values.length === 0) {
    // The mean or the greatest of nobody is no amount; a rule that can meet it says so with `if count(…) = 0`.
    throw new CaseFault('feel-error', ir.at, `${ir.fn}：没有符合条件的成员`, `${ir.fn} of no members`);
  }
  if (ir.fn === 'mean')
    return divide(
      values.reduce<Exact>((total, value) => add(total, value as Exact), zero),
      whole(values.length),
    );
  const sign = ir.fn === 'max' ? 1 : -1;
  return values.reduce((a, b) =>
    (isExact(a) && isExact(b) ? compare(b, a) : (b as number) - (a as number)) * sign > 0 ? b : a,
  );
}

/** As `and` and `or`: one member who settles it does so wherever it stands, also beside a member in error. */
function compileQuantified(ir: Aggregate, where: Code | null, body: Code): Code {
  const isEvery = ir.fn === 'every';
  return (frame) => {
    const { reads } = frame;
    let isSettled = false;
    let isKnown = true;
    let fault: CaseFault | undefined;
    const isThere = walk(frame, ir, null, () => {
      const { row } = frame;
      try {
        const isIn = where ? where(frame) : true;
        if (isIn === false) return;
        const value = body(frame);
        if (value === isEvery) return;
        if (isIn === undefined || value === undefined) isKnown = false;
        else isSettled = true;
      } catch (error) {
        if (!(error instanceof CaseFault)) throw error;
        fault ??= error;
        frame.row = row;
        frame.reads = reads;
      }
    });
    if (!isThere) return undefined;
    if (isSettled) return !isEvery;
    if (fault) throw fault;
    return isKnown ? isEvery : undefined;
  };
}
