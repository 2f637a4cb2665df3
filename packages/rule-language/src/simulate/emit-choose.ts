import { coverOf } from '../ir/cover.ts';
import type { Ir } from '../ir/ir.ts';
import { type Emitted, type Emitter, unknownOf } from './emit-kinds.ts';

export function emitChoose(ir: Extract<Ir, { op: 'choose' }>, emitter: Emitter): Emitted {
  const cases = ir.cases.map((one) => ({ when: emitter.emit(one.when), value: emitter.emit(one.value) }));
  const kind = ir.type.kind;
  if (ir.policy.startsWith('C')) return collect(ir.policy, cases, emitter);
  const isUnclear = (ir.policy === 'U' || ir.policy === 'A') && mayOverlap(ir, emitter);
  let result: Emitted = ir.otherwise
    ? emitter.emit(ir.otherwise)
    : { code: unknownOf(kind), nullable: true, plain: true };
  let rows = [...cases];
  const cover = ir.otherwise ? null : coverOf(ir, emitter.program);
  const last = rows.at(-1);
  // Where the rows cover everything, the last one needs no question.
  if (cover && cover.gaps.length === 0 && last && rows.every((row) => !row.when.nullable)) {
    result = last.value;
    rows = rows.slice(0, -1);
  }
  const chosen = rows.reverse().reduce((rest, row) => emitter.pick(row.when, row.value, rest, kind), result);
  if (!isUnclear) return chosen;
  const hits = cases
    .map((row) => (row.when.nullable ? `(${row.when.code}===1?1:0)` : `(${row.when.code}?1:0)`))
    .join('+');
  return {
    code: `((${hits})>1?${unknownOf(kind)}:${emitter.three(chosen, kind)})`,
    nullable: true,
    plain: chosen.plain,
  };
}

function mayOverlap(ir: Extract<Ir, { op: 'choose' }>, emitter: Emitter): boolean {
  if (ir.cases.length < 2) return false;
  const cover = coverOf(ir, emitter.program);
  return !cover || cover.overlaps.some((one) => ir.policy === 'U' || one.differ);
}

function collect(policy: string, cases: readonly { when: Emitted; value: Emitted }[], emitter: Emitter): Emitted {
  const isCount = policy === 'C#';
  const nullable =
    policy === 'C<' || policy === 'C>' || cases.some((one) => one.when.nullable || (!isCount && one.value.nullable));
  const empty = policy === 'C<' ? 'Infinity' : policy === 'C>' ? '-Infinity' : '0';
  const terms = cases.map(({ when, value }) => {
    const amount = isCount ? '1' : value.code;
    // A row of unknown standing leaves a total open even where it would add nothing: so say the engine and the SQL.
    return when.nullable ? `open3(${when.code},${amount},${empty})` : `(${when.code}?${amount}:${empty})`;
  });
  if (policy === 'C+' || isCount) return { code: `(${terms.join('+') || '0'})`, nullable, plain: isCount };
  const name = emitter.temporary();
  emitter.statements.push(`const ${name}=Math.${policy === 'C<' ? 'min' : 'max'}(${terms.join(',')});`);
  return { code: `(${name}===${empty}?NaN:${name})`, nullable: true, plain: true };
}
