import type { Expr } from '../ast.ts';
import { findTemporal } from '../values/temporal-text.ts';
import { kindOf } from '../values/value.ts';
import { anyType, type FeelType } from './types.ts';

const truth: FeelType = { kind: 'simple', name: 'boolean' };
const number: FeelType = { kind: 'simple', name: 'number' };
const text: FeelType = { kind: 'simple', name: 'string' };
const truthKinds = new Set<Expr['kind']>(['boolean', 'compare', 'between', 'in', 'some', 'every', 'instance-of']);

/** The type every value of the expression has, as far as its text alone tells; null where only running it would tell. */
export function inferType(expr: Expr, names: ReadonlyMap<string, FeelType>): FeelType | null {
  if (truthKinds.has(expr.kind)) return truth;
  switch (expr.kind) {
    case 'number':
      return number;
    case 'string':
      return text;
    case 'null':
      return { kind: 'simple', name: 'null' };
    case 'at': {
      const value = findTemporal(expr.text);
      return value === undefined ? null : { kind: 'simple', name: kindOf(value) };
    }
    case 'name':
      return names.get(expr.name) ?? null;
    case 'negate':
      return inferType(expr.of, names);
    case 'arithmetic': {
      const sides = [inferType(expr.left, names), inferType(expr.right, names)];
      if (sides.every((side) => side?.kind === 'simple' && side.name === 'number')) return number;
      return expr.operator === '+' && sides.every((side) => side?.kind === 'simple' && side.name === 'string')
        ? text
        : null;
    }
    case 'list': {
      const items = expr.items.map((item) => inferType(item, names));
      const [first] = items;
      const isOne =
        first?.kind === 'simple' && items.every((item) => item?.kind === 'simple' && item.name === first.name);
      return { kind: 'list', of: isOne ? first : anyType };
    }
    case 'context':
      return {
        kind: 'context',
        fields: new Map(expr.entries.map(({ key, value }) => [key, inferType(value, names) ?? anyType])),
      };
    default:
      return null;
  }
}
