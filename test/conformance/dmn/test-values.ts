import {
  compareDecimals,
  Decimal,
  decimalOf,
  equalValues,
  findDate,
  findDateTime,
  findDuration,
  findTime,
  isContext,
  isList,
  kindOf,
  spellName,
  toNumber,
  type Value,
} from '@zhengtong/rule-language/feel';
import { childOf, childrenOf, type Node } from './read-cases.ts';

/** The schema's types by FEEL's, for values written without one: they are read as what is declared, or was answered. */
const schemaTypes: Readonly<Record<string, string>> = {
  number: 'decimal',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  'date and time': 'dateTime',
  'days and time duration': 'duration',
  'years and months duration': 'duration',
};
/** What a value without a type is to be read as: a FEEL type, or a value to be compared with. */
export type Likeness = { readonly type: string } | { readonly value: Value };

function partOf(like: Likeness | null, key: string | number): Likeness | null {
  if (!like || 'type' in like) return like;
  const { value } = like;
  if (isList(value)) return { value: value[Number(key)] ?? null };
  return isContext(value) ? { value: value.get(String(key)) ?? null } : null;
}

/** The value a test file writes as `value`, `list` or `component`s. */
export function readValue(node: Node, like: Likeness | null): Value {
  const list = childOf(node, 'list');
  if (list) {
    if (list.attributes.nil === 'true') return null;
    return childrenOf(list, 'item').map((item, at) => readValue(item, partOf(like, at)));
  }
  const components = childrenOf(node, 'component');
  if (components.length > 0) {
    if (components.every((component) => component.attributes.nil === 'true' && !component.attributes.name)) return null;
    return new Map(
      components.map(({ attributes }, at) => {
        const name = attributes.name ?? '';
        return [name, readValue(components[at] as Node, partOf(like, name))];
      }),
    );
  }
  const value = childOf(node, 'value');
  if (!value || value.attributes.nil === 'true') return null;
  const feelType = like && ('type' in like ? like.type : kindOf(like.value));
  const type = value.attributes.type ?? schemaTypes[feelType ?? ''] ?? 'string';
  return readSimple(value.text, type.replace(/^.*:/, ''));
}

function readSimple(text: string, type: string): Value {
  const trimmed = text.trim();
  switch (type) {
    case 'boolean':
      return trimmed === 'true';
    case 'decimal':
    case 'double':
    case 'float':
    case 'integer':
    case 'int':
    case 'long':
      return decimalOf(trimmed) ?? null;
    case 'date':
      return findDate(trimmed) ?? null;
    case 'time':
      return findTime(trimmed) ?? null;
    case 'dateTime':
      return findDateTime(trimmed) ?? null;
    case 'duration':
    case 'dayTimeDuration':
    case 'yearMonthDuration':
      return findDuration(trimmed) ?? null;
    default:
      return text;
  }
}

/** As the kit's own runners compare: numbers within 1e-8, entries by name in any order. */
export function isExpected(actual: Value, expected: Value): boolean {
  if (actual instanceof Decimal && expected instanceof Decimal) {
    if (compareDecimals(actual, expected) === 0) return true;
    const [a, b] = [toNumber(actual), toNumber(expected)];
    return Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(b));
  }
  if (isList(actual) && isList(expected)) {
    return actual.length === expected.length && actual.every((item, at) => isExpected(item, expected[at] ?? null));
  }
  if (isContext(actual) && isContext(expected)) {
    const own = new Map([...actual].map(([name, value]) => [spellName(name), value]));
    return (
      own.size === expected.size &&
      [...expected].every(([name, value]) => {
        const entry = own.get(spellName(name));
        return entry !== undefined && isExpected(entry, value);
      })
    );
  }
  return actual === expected || equalValues(actual, expected) === true;
}
