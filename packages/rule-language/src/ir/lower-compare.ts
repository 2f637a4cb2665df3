import type { CompareOperator, Expr, In, Test } from '../feel/ast.ts';
import { problem } from '../text/problem.ts';
import type { Ir } from './ir.ts';
import { anyReason, opaque } from './opaque.ts';
import { brokenIr, type Scope } from './scope.ts';
import { booleanType, sameKind, sayType, type Type } from './type.ts';
import { sayUnit } from './unit.ts';

/** Passes a condition through, or reports that it is none. */
export function booleanOf(ir: Ir, expr: Expr, scope: Scope): Ir {
  if (ir.type.kind === 'boolean' || ir.type.kind === 'any') return ir;
  const found = sayType(ir.type);
  scope.report('type-mismatch', expr.span.start, {
    zh: `这里要条件，写的是${found.zh}`,
    en: `a condition is wanted here, this is ${found.en}`,
    expected: [sayType(booleanType).zh],
  });
  return brokenIr(ir.at);
}

const ordered = new Set<Type['kind']>(['number', 'date', 'months', 'seconds']);

export function lowerCompare(sign: CompareOperator, left: Ir, right: Ir, expr: Expr, scope: Scope): Ir {
  const at = scope.at(expr.span.start);
  const [a, b] = [left.type, right.type];
  if (a.kind === 'any' || b.kind === 'any') return opaque(expr, scope, ...anyReason(left, right));
  if (!sameKind(a, b)) {
    const [zhA, zhB] = [sayType(a), sayType(b)];
    scope.report('type-mismatch', expr.span.start, {
      zh: `${zhA.zh} ${sign} ${zhB.zh}`,
      en: `${zhA.en} ${sign} ${zhB.en}`,
      expected: [zhA.zh],
    });
    return brokenIr(at);
  }
  if (
    a.kind === 'number' &&
    b.kind === 'number' &&
    a.unit !== null &&
    b.unit !== null &&
    a.unit !== b.unit &&
    left.op !== 'const' &&
    right.op !== 'const'
  ) {
    const [zhA, zhB] = [sayUnit(a.unit) || '无单位', sayUnit(b.unit) || '无单位'];
    scope.report('unit-mismatch', expr.span.start, {
      zh: `${zhA} 与 ${zhB} 比较${[a.unit, b.unit].includes('') ? '，没有单位的一边是不是漏写了“单位”' : ''}`,
      en: `${zhA} compared with ${zhB}${[a.unit, b.unit].includes('') ? ', is a unit left out on one side' : ''}`,
      expected: [zhA],
    });
  }
  reportCode(left, right, scope);
  reportCode(right, left, scope);
  const isEquality = sign === '=' || sign === '!=';
  const isPlain = isEquality ? ordered.has(a.kind) || a.kind === 'boolean' || a.kind === 'text' : ordered.has(a.kind);
  return isPlain
    ? { op: 'compare', sign, left, right, type: booleanType, at }
    : opaque(expr, scope, `${sayType(a).zh}的“${sign}”`, `"${sign}" of ${sayType(a).en}`);
}

/** A literal compared with a closed code list must be one of it. */
function reportCode(side: Ir, other: Ir, scope: Scope): void {
  if (side.type.kind !== 'text' || !side.type.codes || other.op !== 'const' || typeof other.value !== 'string') return;
  if (side.type.codes.includes(other.value)) return;
  scope.world.report(
    problem('type-code', other.at, {
      zh: `“${other.value}”`,
      en: `"${other.value}"`,
      expected: side.type.codes,
      wrote: other.value,
    }),
  );
}

/** `x in (1, [2..5], > 9)`: true when one test holds. */
export function lowerIn(expr: In, scope: Scope): Ir {
  const value = scope.lower(expr.value);
  const items = expr.tests.map((test) => lowerTest(test, value, expr, scope));
  if (items.some((item) => item === undefined || item.type.kind === 'any')) return opaque(expr, scope, 'in');
  return anyOf(items as Ir[], scope.at(expr.span.start));
}

export function anyOf(items: readonly Ir[], at: Ir['at']): Ir {
  const only = items[0];
  return items.length === 1 && only ? only : { op: 'or', items, type: booleanType, at };
}

/** One test of a value; undefined where it can only be run by the FEEL engine. */
export function lowerTest(test: Test, value: Ir, whole: Expr, scope: Scope): Ir | undefined {
  if (test.kind === 'compare-to') {
    const found = lowerCompare(test.operator, value, scope.lower(test.operand), whole, scope);
    return found.op === 'feel' ? undefined : found;
  }
  const { expression } = test;
  const at = scope.at(expression.span.start);
  if (expression.kind === 'range') {
    const ends: Ir[] = [];
    const add = (sign: CompareOperator, end: Expr | null) => {
      if (end) ends.push(lowerCompare(sign, value, scope.lower(end), whole, scope));
    };
    add(expression.isStartIncluded ? '>=' : '>', expression.start);
    add(expression.isEndIncluded ? '<=' : '<', expression.end);
    const first = ends[0];
    if (!first || ends.some((end) => end.op === 'feel')) return undefined;
    return ends.length === 1 ? first : { op: 'and', items: ends, type: booleanType, at };
  }
  if (expression.kind === 'list') {
    const items = expression.items.map((item) =>
      lowerTest({ kind: 'test', expression: item, span: item.span }, value, whole, scope),
    );
    return items.every((item) => item !== undefined) ? anyOf(items, at) : undefined;
  }
  if (readsTested(expression)) return undefined;
  const operand = scope.lower(expression);
  if (operand.type.kind === 'any') return undefined;
  // A condition beside a value that is no condition is a test of its own (DMN 1.5 §10.3.2.7).
  if (operand.type.kind === 'boolean' && value.type.kind !== 'boolean') return operand;
  const found = lowerCompare('=', value, operand, expression, scope);
  return found.op === 'feel' ? undefined : found;
}

function readsTested(expr: Expr): boolean {
  return JSON.stringify(expr, (_, part) => (typeof part === 'bigint' ? String(part) : part)).includes('"name":"?"');
}
