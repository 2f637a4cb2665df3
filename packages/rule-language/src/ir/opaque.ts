import type { Expr } from '../feel/ast.ts';
import { operandOf } from '../feel/syntax/walk.ts';
import type { Ir } from './ir.ts';
import { inputOf } from './lower-name.ts';
import type { Scope } from './scope.ts';
import { anyType, booleanType, numberType, type Type } from './type.ts';

/**
 * Leaves an expression to the FEEL engine. Its free names become inputs; names of the text that are unknown are reported by
 * lowering them. The population outputs refuse the node and name `reason` and the place.
 */
export function opaque(expr: Expr, scope: Scope, zh: string, en = zh): Ir {
  const at = scope.at(expr.span.start);
  const inputs: { name: string; value: Ir }[] = [];
  for (const name of freeNames(expr)) {
    const value = inputOf(name, expr, scope);
    if (value) inputs.push({ name, value });
  }
  return {
    op: 'feel',
    tree: expr,
    source: scope.said.text,
    sourceAt: scope.said.at,
    inputs,
    reason: { zh, en },
    type: resultType(expr),
    at,
  };
}

/** Why a value of any type stands here: what the first part left to the engine said of itself. */
export function anyReason(...parts: readonly Ir[]): [zh: string, en: string] {
  const part = parts.find((one) => one.op === 'feel');
  return part?.op === 'feel' ? [part.reason.zh, part.reason.en] : ['任意类型的值', 'a value of any type'];
}

/** Names an expression reads from outside itself; loop variables, parameters and context keys inside it are not. */
function freeNames(root: Expr): Set<string> {
  const names = new Set<string>();
  const visit = (expr: Expr | null, bound: ReadonlySet<string>): void => {
    if (!expr) return;
    switch (expr.kind) {
      case 'name':
        if (!bound.has(expr.name)) names.add(expr.name);
        return;
      case 'path':
      case 'negate':
        visit(expr.of, bound);
        return;
      case 'filter':
        visit(expr.list, bound);
        visit(expr.condition, new Set([...bound, 'item', '?']));
        return;
      case 'call':
        visit(expr.callee, bound);
        for (const argument of [...expr.args, ...(expr.named ?? []).map((one) => one.value)]) visit(argument, bound);
        return;
      case 'some':
      case 'every':
      case 'for': {
        let inner: ReadonlySet<string> = bound;
        for (const binding of expr.bindings) {
          visit(binding.over, inner);
          visit(binding.to, inner);
          inner = new Set([...inner, binding.name, 'partial']);
        }
        visit(expr.kind === 'for' ? expr.body : expr.condition, inner);
        return;
      }
      case 'function':
        visit(expr.body, new Set([...bound, ...expr.parameters.map((one) => one.name)]));
        return;
      case 'context': {
        let inner = bound;
        for (const entry of expr.entries) {
          visit(entry.value, inner);
          inner = new Set([...inner, entry.key]);
        }
        return;
      }
      case 'in':
        visit(expr.value, bound);
        for (const test of expr.tests) visit(operandOf(test), new Set([...bound, '?']));
        return;
      case 'list':
        for (const item of expr.items) visit(item, bound);
        return;
      case 'range':
        visit(expr.start, bound);
        visit(expr.end, bound);
        return;
      case 'if':
        for (const part of [expr.condition, expr.then, expr.else]) visit(part, bound);
        return;
      case 'between':
        for (const part of [expr.value, expr.low, expr.high]) visit(part, bound);
        return;
      case 'instance-of':
        visit(expr.value, bound);
        return;
      case 'arithmetic':
      case 'compare':
      case 'and':
      case 'or':
        visit(expr.left, bound);
        visit(expr.right, bound);
    }
  };
  visit(root, new Set());
  return names;
}

const numberResults = [
  'string length',
  'sqrt',
  'log',
  'exp',
  'mean',
  'median',
  'stddev',
  'product',
  'decimal',
  'sum',
  'count',
  'number',
  'modulo',
  'abs',
  'floor',
  'ceiling',
];
const booleanResults = [
  'contains',
  'starts with',
  'ends with',
  'matches',
  'list contains',
  'all',
  'any',
  'odd',
  'even',
  'not',
  'before',
  'after',
  'meets',
  'overlaps',
  'includes',
  'during',
  'is',
];
const textResults = [
  'substring',
  'upper case',
  'lower case',
  'substring before',
  'substring after',
  'replace',
  'string',
  'string join',
];

/** What an opaque expression is known to give; `any` is left to the engine and makes what reads it opaque too. */
function resultType(expr: Expr): Type {
  if (['compare', 'and', 'or', 'between', 'in', 'instance-of', 'some', 'every'].includes(expr.kind)) return booleanType;
  if (expr.kind !== 'call' || expr.callee.kind !== 'name') return anyType;
  const { name } = expr.callee;
  if (numberResults.includes(name)) return numberType(null);
  if (booleanResults.includes(name)) return booleanType;
  return textResults.includes(name) ? { kind: 'text', codes: null } : anyType;
}
