import { findExact, zero } from '../exact/rational.ts';
import type { Expr, Path } from '../feel/ast.ts';
import type { Ir } from './ir.ts';
import { lowerArithmetic, lowerNegate } from './lower-arithmetic.ts';
import { lowerCall } from './lower-call.ts';
import { booleanOf, lowerCompare, lowerIn } from './lower-compare.ts';
import { lowerAt } from './lower-literal.ts';
import { lowerQuantified } from './lower-members.ts';
import { lowerName } from './lower-name.ts';
import { anyReason, opaque } from './opaque.ts';
import { brokenIr, type Scope } from './scope.ts';
import { booleanType, numberType, sameKind } from './type.ts';
import { unify } from './unify.ts';

/** Lowers one FEEL expression. What has no columnar meaning becomes a `feel` node that only the deciding engine runs. */
export function lower(expr: Expr, scope: Scope): Ir {
  const at = scope.at(expr.span.start);
  switch (expr.kind) {
    case 'number': {
      const value = findExact(scope.digits(expr)) ?? zero;
      return { op: 'const', value, type: numberType(null), at };
    }
    case 'string':
      return { op: 'const', value: expr.value, type: { kind: 'text', codes: null }, at };
    case 'boolean':
      return { op: 'const', value: expr.value, type: booleanType, at };
    case 'null':
      scope.report('rule-null', expr.span.start, {
        zh: '缺少的事实会自动成为“未知”，不必也不能与 null 比较',
        en: 'a missing fact is unknown by itself; it is not compared with null',
      });
      return brokenIr(at);
    case 'at':
      return lowerAt(expr.text, expr, scope);
    case 'name':
      return lowerName(expr, scope);
    case 'path':
      return lowerPath(expr, scope);
    case 'negate':
      return lowerNegate(expr, scope);
    case 'arithmetic':
      return lowerArithmetic(expr, scope);
    case 'compare':
      return lowerCompare(expr.operator, scope.lower(expr.left), scope.lower(expr.right), expr, scope);
    case 'and':
    case 'or': {
      const items = [expr.left, expr.right].map((side) => booleanOf(scope.lower(side), side, scope));
      if (items.some((item) => item.type.kind === 'any')) return opaque(expr, scope, ...anyReason(...items));
      return {
        op: expr.kind,
        items: items.flatMap((item) => (item.op === expr.kind ? item.items : [item])),
        type: booleanType,
        at,
      };
    }
    case 'between': {
      const value = scope.lower(expr.value);
      const low = lowerCompare('>=', value, scope.lower(expr.low), expr, scope);
      const high = lowerCompare('<=', value, scope.lower(expr.high), expr, scope);
      return low.op === 'feel' || high.op === 'feel'
        ? opaque(expr, scope, 'between')
        : { op: 'and', items: [low, high], type: booleanType, at };
    }
    case 'in':
      return lowerIn(expr, scope);
    case 'if':
      return lowerIf(expr, scope);
    case 'call':
      return lowerCall(expr, scope);
    case 'some':
    case 'every':
      return lowerQuantified(expr, scope) ?? opaque(expr, scope, `${expr.kind} … satisfies`);
    case 'list':
      return lowerList(expr, scope);
    case 'broken':
      return brokenIr(at);
    default:
      return opaque(expr, scope, kindWords[expr.kind] ?? expr.kind, expr.kind);
  }
}

const kindWords: Partial<Record<Expr['kind'], string>> = {
  function: '函数作为值',
  for: '循环得到的列表',
  filter: '筛选出的列表',
  context: '记录作为值',
  range: '区间作为值',
};

function lowerIf(expr: Extract<Expr, { kind: 'if' }>, scope: Scope): Ir {
  const when = booleanOf(scope.lower(expr.condition), expr.condition, scope);
  const then = scope.lower(expr.then);
  const otherwise = scope.lower(expr.else);
  const at = scope.at(expr.span.start);
  if ([when, then, otherwise].some((part) => part.type.kind === 'any'))
    return opaque(expr, scope, ...anyReason(when, then, otherwise));
  const type = unify(then, otherwise, expr.else, scope);
  return { op: 'if', when, then, else: otherwise, type, at };
}

function lowerList(expr: Extract<Expr, { kind: 'list' }>, scope: Scope): Ir {
  const items = expr.items.map((item) => scope.lower(item));
  const first = items[0];
  if (!first || items.some((item) => item.type.kind === 'any' || !sameKind(item.type, first.type)))
    return opaque(expr, scope, '列表', 'a list');
  return { op: 'list', items, type: { kind: 'list', of: first.type }, at: scope.at(expr.span.start) };
}

const partNames: Record<
  string,
  readonly [kind: string, fn: 'year' | 'month' | 'day' | 'weekday' | 'whole-years' | 'rest-months' | 'whole-days']
> = {
  year: ['date', 'year'],
  month: ['date', 'month'],
  day: ['date', 'day'],
  weekday: ['date', 'weekday'],
  years: ['months', 'whole-years'],
  months: ['months', 'rest-months'],
  days: ['seconds', 'whole-days'],
};

function lowerPath(expr: Path, scope: Scope): Ir {
  const at = scope.at(expr.span.start);
  if (expr.of.kind === 'name') {
    const isMember = scope.local && (expr.of.name === scope.local.name || expr.of.name === 'item');
    if (isMember) return lowerField(expr, scope);
    const meaning = scope.world.meanings.get(expr.of.name);
    if (meaning?.kind === 'table') {
      const rule = meaning.outputs.includes(expr.name)
        ? scope.world.ruleOf(`${meaning.name}.${expr.name}`, at)
        : undefined;
      if (rule) return { op: 'rule', slot: rule.slot, type: rule.type, at };
      scope.report('name-unknown', expr.nameSpan.start, {
        zh: `“${expr.name}”`,
        en: `"${expr.name}"`,
        expected: meaning.outputs,
        wrote: expr.name,
      });
      return brokenIr(at);
    }
    if (meaning?.kind === 'entity') return opaque(expr, scope, '成员的一列作为值', 'a column of members as a value');
  }
  const of = scope.lower(expr.of);
  const part = partNames[expr.name];
  if (part && of.type.kind === part[0])
    return { op: 'call', fn: part[1], args: [of], type: numberType(null, 'count'), at };
  return opaque(expr, scope, `.${expr.name}`);
}

function lowerField(expr: Path, scope: Scope): Ir {
  const fields = scope.world.entities[scope.local?.entity ?? 0]?.fields ?? [];
  const field = fields.findIndex((one) => one.name === expr.name);
  const declared = fields[field];
  const at = scope.at(expr.span.start);
  if (declared) return { op: 'member', entity: scope.local?.entity ?? 0, field, type: declared.type, at };
  scope.report('name-unknown', expr.nameSpan.start, {
    zh: `“${expr.name}”`,
    en: `"${expr.name}"`,
    expected: fields.map((one) => one.name),
    wrote: expr.name,
  });
  return brokenIr(at);
}
