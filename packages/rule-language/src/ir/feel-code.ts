import { guarded } from '../feel/evaluate.ts';
import { type Compiled, compileExpression, newRun } from '../feel/run/compile.ts';
import { DaysDuration, FeelDate, MonthsDuration } from '../feel/values/temporal.ts';
import { type Value as FeelValue, Unknown } from '../feel/values/value.ts';
import type { Ir } from './ir.ts';
import type { Type } from './type.ts';

/**
 * A value while deciding: exact numbers, days and durations as whole numbers, lists, member rows, and anything else as the
 * FEEL engine has it. `undefined` is unknown.
 */
export type Value = FeelValue | number | undefined | readonly Value[] | Record;
/** Members come as rows of named values. */
export type Record = { readonly names: readonly string[]; readonly values: readonly Value[] };

const secondNanos = 1_000_000_000n;
type FeelNode = Extract<Ir, { op: 'feel' }>;
const compiled = new WeakMap<FeelNode, Compiled>();

export function compileFeel(node: FeelNode): Compiled {
  const known = compiled.get(node);
  if (known) return known;
  const code = compileExpression(node.source, node.tree, {
    mode: 'house',
    names: node.inputs.map((input) => input.name),
  });
  compiled.set(node, code);
  return code;
}

/** Runs what only the FEEL engine can, on values as the deciding engine holds them. Throws `FeelFault` on an error in the facts and on work past the limit. */
export function runFeel(node: FeelNode, values: readonly Value[]): Value {
  const slots = values.map((value, index) =>
    toFeel(value, node.inputs[index]?.value.type ?? { kind: 'any' }, node.inputs[index]?.name ?? ''),
  );
  const run = newRun('house');
  return fromFeel(
    guarded(run, () => compileFeel(node).evaluate(slots, run)),
    node.type,
  );
}

const isRecord = (value: Value): value is Record =>
  typeof value === 'object' && value !== null && 'names' in value && 'values' in value;

export function toFeel(value: Value, type: Type, name: string): FeelValue {
  if (value === undefined) return new Unknown([name]);
  if (typeof value === 'number') {
    if (type.kind === 'date') return new FeelDate(value);
    return type.kind === 'months' ? new MonthsDuration(value) : new DaysDuration(BigInt(value) * secondNanos);
  }
  if (isRecord(value)) {
    const fields = type.kind === 'context' ? type.fields : [];
    return new Map(
      value.names.map((field, index) => [
        field,
        toFeel(value.values[index], fields[index]?.type ?? { kind: 'any' }, field),
      ]),
    );
  }
  if (Array.isArray(value)) {
    const of: Type = type.kind === 'list' ? type.of : { kind: 'any' };
    return (value as readonly Value[]).map((item) => toFeel(item, of, name));
  }
  return value as FeelValue;
}

export function fromFeel(value: FeelValue, type: Type): Value {
  if (value instanceof Unknown) return undefined;
  if (type.kind === 'any') return value;
  if (value instanceof FeelDate) return value.days;
  if (value instanceof MonthsDuration) return value.months;
  if (value instanceof DaysDuration) return Number(value.nanos / secondNanos);
  if (Array.isArray(value)) {
    const of: Type = type.kind === 'list' ? type.of : { kind: 'any' };
    return (value as readonly FeelValue[]).map((item) => fromFeel(item, of));
  }
  return value;
}
