import type { Ir } from '../ir/ir.ts';
import type { Emitted, Emitter } from './emit-kinds.ts';

/** Members are walked in a loop before the expression that reads the total. */
export function emitAggregate(ir: Extract<Ir, { op: 'aggregate' }>, emitter: Emitter): Emitted {
  const { entity, fn } = ir;
  const total = emitter.temporary();
  if (!emitter.known.isEntityThere(entity))
    return { code: fn === 'some' || fn === 'every' ? '2' : 'NaN', nullable: true, plain: true };
  // What the loop body needs is written inside the loop.
  const outer = emitter.statements.splice(0);
  const where = ir.where ? emitter.emit(ir.where) : null;
  const body = ir.body ? emitter.emit(ir.body) : null;
  const inner = emitter.statements.splice(0);
  emitter.statements.push(...outer);
  const isTruth = fn === 'some' || fn === 'every';
  const isMarked = emitter.known.isEntityNullable(entity);
  const nullable =
    isMarked || (where?.nullable ?? false) || (body?.nullable ?? false) || ['min', 'max', 'mean'].includes(fn);
  const start = { sum: '0', count: '0', mean: '0', min: 'Infinity', max: '-Infinity', some: '0', every: '1' }[fn];
  const value = body ? (isTruth ? emitter.three(body, 'boolean') : body.code) : '1';
  const isIn = where ? emitter.three(where, 'boolean') : '1';
  const count = fn === 'mean' || fn === 'min' || fn === 'max' ? emitter.temporary() : '';
  const step = aggregateStep(fn, total, value, count);
  // A member who may or may not count makes a sum unknown, unless it adds nothing.
  const guarded = where?.nullable
    ? isTruth
      ? `{const w=${isIn};const v=${value};${total}=${fn === 'some' ? `or3(${total},and3(w,v))` : `and3(${total},or3(not3(w),v))`};}`
      : `{const w=${isIn};if(w===1){${step}}else if(w===2){${total}=NaN;}}`
    : where
      ? `if(${where.code}){${step}}`
      : step;
  const fields = (emitter.program.entities[entity]?.fields ?? []).map(
    (_, field) =>
      `const m${entity}_${field}=M${entity}_${field}[j]${emitter.known.isFieldNullable(entity, field) ? `===S${entity}_${field}?U${entity}_${field}:M${entity}_${field}[j]` : ''};`,
  );
  const used = fields.filter((_, field) => new RegExp(`\\bm${entity}_${field}\\b`).test([...inner, guarded].join('')));
  const loop = `for(let j=O${entity}[i],e=O${entity}[i+1];j<e;j++){${used.join('')}${inner.join('')}${guarded}}`;
  emitter.statements.push(
    `let ${total}=${start};${count ? `let ${count}=0;` : ''}${loop}${isMarked ? `if(K${entity}[i]===0)${total}=${isTruth ? 2 : 'NaN'};` : ''}`,
  );
  const plain = fn === 'count' || fn === 'min' || fn === 'max' || isTruth;
  if (isTruth) return { code: nullable ? total : `(${total}===1)`, nullable, plain };
  if (count)
    return {
      code: fn === 'mean' ? `(${count}===0?NaN:${total}/${count})` : `(${count}===0?NaN:${total})`,
      nullable: true,
      plain,
    };
  const isWhole = ir.body?.type.kind === 'number' && ir.body.type.measure === 'count';
  return { code: total, nullable, plain: plain || isWhole };
}

function aggregateStep(fn: string, total: string, value: string, count: string): string {
  const tally = count ? `${count}++;` : '';
  switch (fn) {
    case 'sum':
    case 'mean':
      return `${tally}${total}+=${value};`;
    case 'count':
      return `${total}++;`;
    case 'some':
      return `${total}=or3(${total},${value});`;
    case 'every':
      return `${total}=and3(${total},${value});`;
    default:
      return `${tally}${total}=Math.${fn}(${total},${value});`;
  }
}
