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
  spellName,
  toNumber,
  type Value,
} from '@zhengtong/rule-language/feel';
import { childOf, childrenOf, type Node } from './read-cases.ts';

/** The value a test file writes as `value`, `list` or `component`s. */
export function readValue(node: Node): Value {
  const list = childOf(node, 'list');
  if (list) return list.attributes.nil === 'true' ? null : childrenOf(list, 'item').map(readValue);
  const components = childrenOf(node, 'component');
  if (components.length > 0) {
    if (components.every((component) => component.attributes.nil === 'true' && !component.attributes.name)) return null;
    return new Map(components.map((component) => [component.attributes.name ?? '', readValue(component)]));
  }
  const value = childOf(node, 'value');
  if (!value || value.attributes.nil === 'true') return null;
  return readSimple(value.text, (value.attributes.type ?? 'string').replace(/^.*:/, ''));
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
