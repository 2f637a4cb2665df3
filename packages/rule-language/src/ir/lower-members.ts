import type { Expr, Quantified } from '../feel/ast.ts';
import { nodesOf } from '../feel/syntax/walk.ts';
import type { AggregateFunction, Ir } from './ir.ts';
import { booleanOf } from './lower-compare.ts';
import type { Scope } from './scope.ts';
import { booleanType, numberType } from './type.ts';

/** Some members, narrowed by a condition, each giving a value. */
type MemberSet = { readonly entity: number; readonly where: Ir | null; readonly body: Ir | null };

/** `成员`, `成员[年龄 < 18]`, `成员[…].收入`, `for 人 in 成员 return 人.收入`; undefined for any other list. */
export function findSet(expr: Expr, scope: Scope): MemberSet | undefined {
  if (!standsAlone(expr, scope)) return undefined;
  if (expr.kind === 'name') {
    const meaning = scope.world.meanings.get(expr.name);
    return meaning?.kind === 'entity' ? { entity: meaning.slot, where: null, body: null } : undefined;
  }
  if (expr.kind === 'filter') {
    const set = findSet(expr.list, scope);
    if (!set || set.body || expr.condition.kind === 'number' || expr.condition.kind === 'negate') return undefined;
    const inner = scope.inside({ name: '', entity: set.entity });
    const where = booleanOf(inner.lower(expr.condition), expr.condition, inner);
    return {
      ...set,
      where: set.where ? { op: 'and', items: [set.where, where], type: booleanType, at: where.at } : where,
    };
  }
  if (expr.kind === 'path') {
    const set = findSet(expr.of, scope);
    if (!set || set.body) return undefined;
    const name = { kind: 'name', name: expr.name, span: expr.nameSpan } as const;
    return { ...set, body: scope.inside({ name: '', entity: set.entity }).lower(name) };
  }
  if (expr.kind === 'for' && expr.bindings.length === 1 && expr.bindings[0] && !expr.bindings[0].to) {
    const set = findSet(expr.bindings[0].over, scope);
    if (!set || set.body) return undefined;
    return { ...set, body: scope.inside({ name: expr.bindings[0].name, entity: set.entity }).lower(expr.body) };
  }
  return undefined;
}

/**
 * Inside a loop over members another set may stand (`家庭成员[年龄 = max(家庭成员.年龄)]`) while it reads nothing of the member at
 * hand: it is the same for each. One that does, and members of members, are left to the FEEL engine.
 */
function standsAlone(expr: Expr, { local, world }: Scope): boolean {
  if (!local) return true;
  const fieldsOf = (entity: number | undefined) =>
    world.entities[entity ?? -1]?.fields.map((field) => field.name) ?? [];
  const names = new Set([...nodesOf(expr)].flatMap((one) => (one.expr.kind === 'name' ? [one.expr.name] : [])));
  const own = [...names].flatMap((name) => {
    const meaning = world.meanings.get(name);
    return meaning?.kind === 'entity' ? fieldsOf(meaning.slot) : [];
  });
  const outer = local.name === '' ? fieldsOf(local.entity).filter((name) => !own.includes(name)) : [local.name];
  return ![...outer, 'item'].some((name) => names.has(name));
}

/** True for a list of members by its look alone, without lowering it (lowering reports). */
export function looksLikeSet(expr: Expr, scope: Scope): boolean {
  if (!standsAlone(expr, scope)) return false;
  if (expr.kind === 'name') return scope.world.meanings.get(expr.name)?.kind === 'entity';
  if (expr.kind === 'filter')
    return expr.condition.kind !== 'number' && expr.condition.kind !== 'negate' && looksLikeSet(expr.list, scope);
  if (expr.kind === 'path') return looksLikeSet(expr.of, scope);
  return (
    expr.kind === 'for' &&
    expr.bindings.length === 1 &&
    expr.bindings[0] !== undefined &&
    !expr.bindings[0].to &&
    looksLikeSet(expr.bindings[0].over, scope)
  );
}

export function aggregate(fn: AggregateFunction, set: MemberSet, scope: Scope, expr: Expr): Ir | undefined {
  const at = scope.at(expr.span.start);
  if (fn === 'count')
    return {
      op: 'aggregate',
      fn,
      entity: set.entity,
      where: set.where,
      body: null,
      type: numberType(scope.world.entities[set.entity]?.unit ?? null, 'count'),
      at,
    };
  const { body } = set;
  if (!body || body.type.kind === 'any') return undefined;
  const isFitting = fn === 'some' || fn === 'every' ? body.type.kind === 'boolean' : body.type.kind === 'number';
  if (!isFitting && !((fn === 'min' || fn === 'max') && body.type.kind === 'date')) return undefined;
  const mean =
    body.type.kind === 'number'
      ? numberType(body.type.unit, body.type.measure === 'money' ? 'money' : 'decimal')
      : body.type;
  return { op: 'aggregate', fn, ...set, type: fn === 'mean' ? mean : body.type, at };
}

/** `some 人 in 成员 satisfies 人.年龄 >= 80`. */
export function lowerQuantified(expr: Quantified, scope: Scope): Ir | undefined {
  const binding = expr.bindings[0];
  if (!binding || expr.bindings.length !== 1 || binding.to || !looksLikeSet(binding.over, scope)) return undefined;
  const set = findSet(binding.over, scope);
  if (!set || set.body) return undefined;
  const inner = scope.inside({ name: binding.name, entity: set.entity });
  const body = booleanOf(inner.lower(expr.condition), expr.condition, inner);
  if (body.type.kind === 'any') return undefined;
  return { op: 'aggregate', fn: expr.kind, ...set, body, type: booleanType, at: scope.at(expr.span.start) };
}
