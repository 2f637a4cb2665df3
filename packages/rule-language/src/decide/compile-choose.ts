import { add, compare, type Exact, isExact, whole, zero } from '../exact/rational.ts';
import type { Value } from '../ir/feel-code.ts';
import type { Ir } from '../ir/ir.ts';
import { sayLabel } from '../ir/say-label.ts';
import { numberType } from '../ir/type.ts';
import { type Context, sameValue } from './context.ts';
import { CaseFault } from './fault.ts';
import { expectType } from './fits.ts';
import { type Code, type Frame, note } from './frame.ts';

type Choose = Extract<Ir, { op: 'choose' }>;
type Row = { readonly when: Code; readonly value: Code; readonly label: string };

/** Decision tables and exceptions. A row of unknown standing leaves the answer open unless every way out agrees. */
export function compileChoose(ir: Choose, context: Context): Code {
  const isTotal = ['C+', 'C<', 'C>'].includes(ir.policy);
  const rows = ir.cases.map((one): Row => {
    const value = context.code(one.value);
    return {
      when: context.code(one.when),
      value: isTotal && one.value.type.kind === 'any' ? expectType(value, numberType(null), one.at) : value,
      label: one.label,
    };
  });
  const otherwise = ir.otherwise ? context.code(ir.otherwise) : null;
  switch (ir.policy) {
    case 'U':
    case 'A':
      return chooseOnly(ir, rows, otherwise);
    case 'F':
    case 'P':
      return chooseFirst(ir, rows, otherwise);
    default:
      return collect(ir, rows);
  }
}

function noRow(ir: Choose): never {
  throw new CaseFault('table-no-row', ir.at);
}

function chooseFirst(ir: Choose, rows: readonly Row[], otherwise: Code | null): Code {
  return (frame) => {
    const open: Row[] = [];
    for (const row of rows) {
      const holds = row.when(frame);
      if (holds === undefined) open.push(row);
      else if (holds === true) return agreed(frame, open, row.value, row.label);
    }
    if (otherwise) return agreed(frame, open, otherwise, '缺省');
    if (open.length === 0) noRow(ir);
    return undefined;
  };
}

/** The value all open rows and the last resort share, if they do. */
function agreed(frame: Frame, open: readonly Row[], last: Code, label: string): Value {
  const value = last(frame);
  if (open.length === 0) {
    note(frame.reads.hits, label);
    return value;
  }
  if (value === undefined) return undefined;
  for (const row of open) if (!sameValue(row.value(frame), value)) return undefined;
  return value;
}

function chooseOnly(ir: Choose, rows: readonly Row[], otherwise: Code | null): Code {
  const isExceptions = ir.of === 'exceptions';
  return (frame) => {
    const open: Row[] = [];
    let hit: Row | undefined;
    for (const row of rows) {
      const holds = row.when(frame);
      if (holds === undefined) open.push(row);
      if (holds !== true) continue;
      if (hit && (ir.policy === 'U' || !sameValue(hit.value(frame), row.value(frame)))) {
        const code = isExceptions ? 'exceptions-conflict' : ir.policy === 'U' ? 'table-many-rows' : 'table-any-differs';
        const [a, b] = [sayLabel(hit, isExceptions), sayLabel(row, isExceptions)];
        throw new CaseFault(code, ir.at, `${hit.label}、${row.label}`, `${a}, ${b}`);
      }
      hit = row;
    }
    if (hit) return agreed(frame, open, hit.value, hit.label);
    if (otherwise) return agreed(frame, open, otherwise, '');
    if (open.length === 0) noRow(ir);
    return undefined;
  };
}

function collect(ir: Choose, rows: readonly Row[]): Code {
  return (frame) => {
    const values: Value[] = [];
    for (const row of rows) {
      const holds = row.when(frame);
      if (holds === undefined) return undefined;
      if (holds !== true) continue;
      const value = row.value(frame);
      if (value === undefined) return undefined;
      note(frame.reads.hits, row.label);
      values.push(value);
    }
    if (ir.policy === 'C#') return whole(values.length);
    if (ir.policy === 'C+') return values.reduce<Exact>((total, value) => add(total, value as Exact), zero);
    if (ir.policy !== 'C<' && ir.policy !== 'C>') return values;
    if (values.length === 0) noRow(ir);
    const sign = ir.policy === 'C>' ? 1 : -1;
    return values.reduce((a, b) =>
      (isExact(a) && isExact(b) ? compare(b, a) : (b as number) - (a as number)) * sign > 0 ? b : a,
    );
  };
}
