import { negate, toDouble, zero } from '../exact/rational.ts';
import type { Arithmetic, Negate } from '../feel/ast.ts';
import type { Ir } from './ir.ts';
import { anyReason, opaque } from './opaque.ts';
import { brokenIr, type Scope } from './scope.ts';
import { type Measure, numberType, sayType, type Type } from './type.ts';
import { sayUnit, timesUnit } from './unit.ts';

type NumberType = Extract<Type, { kind: 'number' }>;

export function lowerNegate(expr: Negate, scope: Scope): Ir {
  const of = scope.lower(expr.of);
  if (of.op === 'const' && of.type.kind === 'number' && typeof of.value === 'object')
    return { ...of, value: negate(of.value) };
  if (
    of.type.kind === 'any' ||
    (of.type.kind !== 'number' && of.type.kind !== 'months' && of.type.kind !== 'seconds')
  ) {
    return opaque(expr, scope, '负号', 'the minus sign');
  }
  const at = scope.at(expr.span.start);
  const nothing: Ir =
    of.type.kind === 'number'
      ? { op: 'const', value: zero, type: of.type, at }
      : { op: 'const', value: 0, type: of.type, at };
  return { op: 'arithmetic', sign: '-', left: nothing, right: of, type: of.type, at };
}

/** Numbers with units, days with durations, durations with durations. The rest of FEEL's arithmetic is left to its engine. */
export function lowerArithmetic(expr: Arithmetic, scope: Scope): Ir {
  const left = scope.lower(expr.left);
  const right = scope.lower(expr.right);
  const at = scope.at(expr.span.start);
  const [a, b] = [left.type, right.type];
  if (a.kind === 'any' || b.kind === 'any') return opaque(expr, scope, ...anyReason(left, right));
  if (expr.operator === '**') return lowerPower(expr, left, right, scope);
  if (a.kind === 'number' && b.kind === 'number') {
    return {
      op: 'arithmetic',
      sign: expr.operator,
      left,
      right,
      type: numbersType(expr, left, right, a, b, scope),
      at,
    };
  }
  const dated = lowerDated(expr.operator, left, right, at);
  if (dated) return dated;
  const isTemporal = (type: Type) => ['time', 'date-time', 'date', 'months', 'seconds', 'period'].includes(type.kind);
  if ((isTemporal(a) && isTemporal(b)) || (a.kind === 'text' && b.kind === 'text' && expr.operator === '+')) {
    return opaque(
      expr,
      scope,
      `“${expr.operator}”用于${sayType(a).zh}与${sayType(b).zh}`,
      `"${expr.operator}" of ${sayType(a).en} and ${sayType(b).en}`,
    );
  }
  const [zhA, zhB] = [sayType(a), sayType(b)];
  scope.report('type-mismatch', expr.span.start, {
    zh: `${zhA.zh} ${expr.operator} ${zhB.zh}`,
    en: `${zhA.en} ${expr.operator} ${zhB.en}`,
    expected: [`数 ${expr.operator} 数`],
  });
  return brokenIr(at);
}

function numbersType(expr: Arithmetic, left: Ir, right: Ir, a: NumberType, b: NumberType, scope: Scope): Type {
  const sign = expr.operator;
  if (sign === '+' || sign === '-') {
    const isFree = (ir: Ir) => ir.op === 'const';
    if (a.unit !== null && b.unit !== null && a.unit !== b.unit && !isFree(left) && !isFree(right)) {
      const [zhA, zhB] = [sayUnit(a.unit) || '无单位', sayUnit(b.unit) || '无单位'];
      scope.report('unit-mismatch', expr.span.start, {
        zh: `${zhA} ${sign} ${zhB}`,
        en: `${zhA} ${sign} ${zhB}`,
        expected: [zhA],
      });
    }
    const measure: Measure =
      a.measure === b.measure || isFree(right) ? a.measure : isFree(left) ? b.measure : 'decimal';
    const isWholeLiteral = (ir: Ir) =>
      ir.op !== 'const' || (typeof ir.value === 'object' && Number.isInteger(toDouble(ir.value)));
    return numberType(
      a.unit ?? b.unit,
      measure === 'count' && !(isWholeLiteral(left) && isWholeLiteral(right)) ? 'decimal' : measure,
    );
  }
  if (a.unit === null && b.unit === null) return numberType(null);
  const unit = timesUnit(a.unit ?? '', b.unit ?? '', sign === '*' ? 1 : -1);
  const isCount = sign === '*' && a.measure === 'count' && b.measure === 'count';
  const isMoney = unit.includes('元');
  return numberType(unit, isCount ? 'count' : isMoney ? 'money' : 'decimal');
}

function lowerPower(expr: Arithmetic, left: Ir, right: Ir, scope: Scope): Ir {
  const exponent = right.op === 'const' && typeof right.value === 'object' ? toDouble(right.value) : Number.NaN;
  const isPlain = left.type.kind === 'number' && Number.isInteger(exponent) && Math.abs(exponent) <= 64;
  if (!isPlain) return opaque(expr, scope, '非整数或不固定的乘方', 'a power that is not a fixed whole number');
  return { op: 'power', of: left, exponent, type: numberType(null), at: scope.at(expr.span.start) };
}

function lowerDated(sign: '+' | '-' | '*' | '/', left: Ir, right: Ir, at: Ir['at']): Ir | undefined {
  const pair = `${left.type.kind} ${sign} ${right.type.kind}`;
  const minus = (ir: Ir): Ir => ({
    op: 'arithmetic',
    sign: '-',
    left: { op: 'const', value: 0, type: ir.type, at },
    right: ir,
    type: ir.type,
    at,
  });
  const call = (fn: 'add-months' | 'add-seconds', args: Ir[]): Ir => ({
    op: 'call',
    fn,
    args,
    type: { kind: 'date' },
    at,
  });
  switch (pair) {
    case 'date + months':
      return call('add-months', [left, right]);
    case 'months + date':
      return call('add-months', [right, left]);
    case 'date - months':
      return call('add-months', [left, minus(right)]);
    case 'date + seconds':
      return call('add-seconds', [left, right]);
    case 'seconds + date':
      return call('add-seconds', [right, left]);
    case 'date - seconds':
      return call('add-seconds', [left, minus(right)]);
    case 'date - date':
    case 'months + months':
    case 'months - months':
    case 'seconds + seconds':
    case 'seconds - seconds': {
      const type: Type = left.type.kind === 'date' ? { kind: 'seconds' } : left.type;
      return { op: 'arithmetic', sign: sign === '+' ? '+' : '-', left, right, type, at };
    }
    case 'months / months':
    case 'seconds / seconds':
      return {
        op: 'arithmetic',
        sign: '/',
        left: asNumber(left, at),
        right: asNumber(right, at),
        type: numberType(null),
        at,
      };
    default:
      return undefined;
  }
}

const asNumber = (ir: Ir, at: Ir['at']): Ir => ({
  op: 'call',
  fn: 'to-number',
  args: [ir],
  type: numberType(null),
  at,
});
