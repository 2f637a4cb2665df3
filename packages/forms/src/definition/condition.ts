import type { JsonSchema } from '../kinds/kind.ts';
import type { Condition } from './definition.ts';

/** Values checked so far, by key. */
export type Values = Readonly<Record<string, unknown>>;

/** A value or a part of one: `applicant.idKind`. Own properties only. */
export function valueAt(values: unknown, path: string): unknown {
  let at: unknown = values;
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Values)[step];
  }
  return at;
}

/** Numbers with numbers, texts (civil dates are such) with texts; anything else is not comparable and so not met. */
function compare(a: unknown, b: number | string): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return undefined;
}

/** Whether a condition holds. A question not answered meets nothing but `isGiven: false` and what `not` turns round. */
export function isMet(condition: Condition, values: Values): boolean {
  if ('all' in condition) return condition.all.every((one) => isMet(one, values));
  if ('any' in condition) return condition.any.some((one) => isMet(one, values));
  if ('not' in condition) return !isMet(condition.not, values);
  const value = valueAt(values, condition.question);
  if ('isGiven' in condition) return (value !== undefined) === condition.isGiven;
  if ('is' in condition) return value === condition.is;
  if ('isOneOf' in condition) return condition.isOneOf.some((one) => one === value);
  if ('includes' in condition) return Array.isArray(value) && value.includes(condition.includes);
  if ('isAtLeast' in condition) return (compare(value, condition.isAtLeast) ?? -1) >= 0;
  return (compare(value, condition.isAtMost) ?? 1) <= 0;
}

/** Every question a condition looks at, as paths. */
export function listAsked(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(listAsked);
  if ('any' in condition) return condition.any.flatMap(listAsked);
  if ('not' in condition) return listAsked(condition.not);
  return [condition.question];
}

/** The same condition as JSON Schema over the values; undefined where JSON Schema cannot say it (order of texts). */
export function conditionSchema(condition: Condition): JsonSchema | undefined {
  if ('all' in condition) return combine('allOf', condition.all);
  if ('any' in condition) return combine('anyOf', condition.any);
  if ('not' in condition) {
    const inner = conditionSchema(condition.not);
    return inner === undefined ? undefined : { not: inner };
  }
  const path = condition.question.split('.');
  if ('isGiven' in condition) return condition.isGiven ? having(path, true) : { not: having(path, true) };
  if ('is' in condition) return having(path, { const: condition.is });
  if ('isOneOf' in condition) return having(path, { enum: condition.isOneOf });
  if ('includes' in condition) return having(path, { type: 'array', contains: { const: condition.includes } });
  const [bound, keyword] =
    'isAtLeast' in condition ? [condition.isAtLeast, 'minimum'] : [condition.isAtMost, 'maximum'];
  return typeof bound === 'number' ? having(path, { type: 'number', [keyword]: bound }) : undefined;
}

function combine(keyword: 'allOf' | 'anyOf', conditions: readonly Condition[]): JsonSchema | undefined {
  const schemas = conditions.map(conditionSchema);
  return schemas.includes(undefined) ? undefined : { [keyword]: schemas };
}

const having = ([first = '', ...rest]: readonly string[], schema: JsonSchema): JsonSchema => ({
  type: 'object',
  properties: { [first]: rest.length > 0 ? having(rest, schema) : schema },
  required: [first],
});
