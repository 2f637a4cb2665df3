import { findDay } from '../exact/calendar.ts';
import { power, toDouble, whole } from '../exact/rational.ts';
import type { Direction } from '../exact/rounding.ts';
import type { Call, Expr } from '../feel/ast.ts';
import { findDuration } from './duration.ts';
import type { Ir, IrFunction } from './ir.ts';
import { booleanOf } from './lower-compare.ts';
import { lowerAt } from './lower-literal.ts';
import { aggregate, findSet, looksLikeSet } from './lower-members.ts';
import { opaque } from './opaque.ts';
import { brokenIr, type Scope } from './scope.ts';
import { booleanType, numberType, type Type } from './type.ts';
import { unifyAll } from './unify.ts';

const roundings: Record<string, Direction> = {
  floor: 'floor',
  ceiling: 'ceiling',
  decimal: 'half-even',
  'round up': 'up',
  'round down': 'down',
  'round half up': 'half-up',
  'round half down': 'half-down',
};
const aggregates = ['sum', 'count', 'min', 'max', 'mean', 'all', 'any'] as const;

/** FEEL's own functions that have a columnar meaning; all others stay FEEL. */
export function lowerCall(expr: Call, scope: Scope): Ir {
  const name = expr.callee.kind === 'name' ? expr.callee.name : '';
  const at = scope.at(expr.span.start);
  if (name === 'today' || name === 'now') {
    scope.report('rule-clock', expr.span.start, {
      zh: '用“基准日”（事实的日期）或“法律日”',
      en: 'use 基准日 (the date of the facts) or 法律日 (of the law)',
      expected: ['基准日', '法律日'],
    });
    return brokenIr(at);
  }
  if (expr.named || name === '') return opaque(expr, scope, name || '函数作为值', name || 'a function as a value');
  const fn = aggregates.find((one) => one === name);
  const first = expr.args[0];
  if (fn && first && expr.args.length === 1 && looksLikeSet(first, scope)) {
    const set = findSet(first, scope);
    const found = set && aggregate(fn === 'all' ? 'every' : fn === 'any' ? 'some' : fn, set, scope, expr);
    return found ?? opaque(expr, scope, `${name}()`);
  }
  return lowerKnown(name, expr, scope, at) ?? opaque(expr, scope, `${name}()`);
}

const textOf = (expr: Expr | undefined): string | undefined => (expr?.kind === 'string' ? expr.value : undefined);

function lowerKnown(name: string, expr: Call, scope: Scope, at: Ir['at']): Ir | undefined {
  const direction = roundings[name];
  if (direction) return lowerRounding(name, direction, expr, scope);
  const literal = textOf(expr.args[0]);
  if (name === 'date' && expr.args.length === 1 && literal !== undefined && findDay(literal) !== undefined)
    return lowerAt(literal, expr, scope);
  if (name === 'duration' && literal !== undefined && findDuration(literal)) return lowerAt(literal, expr, scope);
  // A list literal and loose arguments mean the same: max([a, b]) is max(a, b).
  const only = expr.args.length === 1 ? expr.args[0] : undefined;
  const given =
    only?.kind === 'list' && ['min', 'max', 'sum', 'mean', 'all', 'any'].includes(name) ? only.items : expr.args;
  if (
    ![
      'min',
      'max',
      'sum',
      'mean',
      'abs',
      'modulo',
      'not',
      'all',
      'any',
      'years and months duration',
      'date',
      'day of week',
    ].includes(name)
  )
    return undefined;
  const args = given.map((argument) => scope.lower(argument));
  if (args.length === 0 || args.some((arg) => arg.type.kind === 'any')) return undefined;
  const call = (fn: IrFunction, type: Type): Ir => ({ op: 'call', fn, args, type, at });
  const allAre = (kind: Type['kind']) => args.every((arg) => arg.type.kind === kind);
  const [head] = args as [Ir, ...Ir[]];
  switch (name) {
    case 'min':
    case 'max':
      if (!allAre('number') && !allAre('date')) return undefined;
      return args.length === 1 ? head : call(name, shared(args, given, scope));
    case 'sum':
    case 'mean': {
      if (!allAre('number')) return undefined;
      const type = shared(args, given, scope);
      const total = args.reduce((left, right) => ({ op: 'arithmetic', sign: '+', left, right, type, at }));
      if (name === 'sum') return total;
      const count: Ir = { op: 'const', value: whole(args.length), type: numberType(null), at };
      return { op: 'arithmetic', sign: '/', left: total, right: count, type, at };
    }
    case 'abs':
      return args.length === 1 && head.type.kind === 'number' ? call('abs', head.type) : undefined;
    case 'modulo':
      return args.length === 2 && allAre('number') ? call('modulo', head.type) : undefined;
    case 'not':
      return args.length === 1
        ? { op: 'not', of: booleanOf(head, given[0] as Expr, scope), type: booleanType, at }
        : undefined;
    case 'all':
    case 'any':
      return allAre('boolean') ? { op: name === 'all' ? 'and' : 'or', items: args, type: booleanType, at } : undefined;
    case 'years and months duration':
      return args.length === 2 && allAre('date') ? call('months-between', { kind: 'months' }) : undefined;
    case 'date':
      return args.length === 3 && allAre('number')
        ? call('make-date', { kind: 'date' })
        : args.length === 1 && allAre('date')
          ? head
          : undefined;
    default:
      return undefined;
  }
}

const shared = (args: readonly Ir[], given: readonly Expr[], scope: Scope): Type =>
  unifyAll(args, given[0] as Expr, scope);

/** `floor(x)`, `floor(x, 2)`, `round half up(x, 0)`, `decimal(x, 2)`: rounding to a fixed number of places. */
function lowerRounding(name: string, direction: Direction, expr: Call, scope: Scope): Ir | undefined {
  const [number, scale] = expr.args;
  if (!number || expr.args.length > 2 || (!scale && name !== 'floor' && name !== 'ceiling')) return undefined;
  const of = scope.lower(number);
  const places = scale ? scope.lower(scale) : undefined;
  const count = !places
    ? 0
    : places.op === 'const' && typeof places.value === 'object'
      ? toDouble(places.value)
      : Number.NaN;
  if (of.type.kind !== 'number' || !Number.isInteger(count) || Math.abs(count) > 9) return undefined;
  const unit = power(whole(10), -count);
  const type = count === 0 && of.type.measure !== 'money' ? numberType(of.type.unit, 'count') : of.type;
  return { op: 'round', rounding: { direction, unit }, of, type, at: scope.at(expr.span.start) };
}
