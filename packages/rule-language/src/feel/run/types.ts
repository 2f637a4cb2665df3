import type { TypeNode } from '../ast.ts';
import { FeelDate, FeelDateTime } from '../values/temporal.ts';
import { FeelFunction, FeelRange, isContext, isList, type Kind, kindOf, Unknown, type Value } from '../values/value.ts';
import { utc } from '../values/zone.ts';
import { Failure, type Outcome } from './run.ts';

/** A type at work. `allows` is an item definition's restriction, tested after the kind. */
export type FeelType = (
  | { readonly kind: 'any' }
  | { readonly kind: 'simple'; readonly name: Kind }
  | { readonly kind: 'list'; readonly of: FeelType }
  | { readonly kind: 'range'; readonly of: FeelType }
  | { readonly kind: 'context'; readonly fields: ReadonlyMap<string, FeelType> }
  | { readonly kind: 'function'; readonly parameters: readonly FeelType[] | null; readonly result: FeelType }
  /** A named type that refers to itself or to one declared later. */
  | { readonly kind: 'lazy'; readonly get: () => FeelType }
) & { readonly allows?: (value: Value) => boolean };
export type TypeChecker = FeelType;

export const anyType: FeelType = { kind: 'any' };
const simple = (name: Kind): FeelType => ({ kind: 'simple', name });

/** FEEL's own types by the names they have in texts and in `typeRef` (older names too). */
export const builtInTypes: ReadonlyMap<string, FeelType> = new Map<string, FeelType>([
  ['Any', anyType],
  ['any', anyType],
  ['Null', simple('null')],
  ['number', simple('number')],
  ['string', simple('string')],
  ['boolean', simple('boolean')],
  ['date', simple('date')],
  ['time', simple('time')],
  ['date and time', simple('date and time')],
  ['dateTime', simple('date and time')],
  ['days and time duration', simple('days and time duration')],
  ['dayTimeDuration', simple('days and time duration')],
  ['years and months duration', simple('years and months duration')],
  ['yearMonthDuration', simple('years and months duration')],
  ['list', { kind: 'list', of: anyType }],
  ['context', { kind: 'context', fields: new Map() }],
  ['range', { kind: 'range', of: anyType }],
  ['function', { kind: 'function', parameters: null, result: anyType }],
]);

/** The type a node names; undefined where a name in it is unknown (`missing` hears which). */
export function typeOf(
  node: TypeNode,
  named: ReadonlyMap<string, FeelType>,
  missing: (node: TypeNode & { kind: 'named-type' }) => void,
): FeelType {
  const inner = (below: TypeNode) => typeOf(below, named, missing);
  switch (node.kind) {
    case 'named-type': {
      const type = named.get(node.name) ?? builtInTypes.get(node.name);
      if (!type) missing(node);
      return type ?? anyType;
    }
    case 'list-type':
      return { kind: 'list', of: inner(node.of) };
    case 'range-type':
      return { kind: 'range', of: inner(node.of) };
    case 'context-type':
      return { kind: 'context', fields: new Map(node.fields.map((field) => [field.name, inner(field.type)])) };
    case 'function-type':
      return { kind: 'function', parameters: node.parameters.map(inner), result: inner(node.result) };
  }
}

/**
 * Whether a value is of a type. Null is of every type inside a list or context, and of none by itself. `instance of` asks for
 * the kind alone (`isKindOnly`), not for allowed values.
 */
export function conforms(value: Value, type: FeelType, isKindOnly = false): boolean {
  if (value === null) return type.kind === 'simple' && type.name === 'null';
  return hasKind(value, type, isKindOnly) && (isKindOnly || (type.allows?.(value) ?? true));
}

function hasKind(value: Value, type: FeelType, isKindOnly: boolean): boolean {
  const orNull = (part: Value, of: FeelType) =>
    part === null || part instanceof Unknown || conforms(part, of, isKindOnly);
  switch (type.kind) {
    case 'any':
      return true;
    case 'simple':
      return kindOf(value) === type.name;
    case 'list':
      return isList(value) && value.every((item) => orNull(item, type.of));
    case 'range':
      return value instanceof FeelRange && orNull(value.start, type.of) && orNull(value.end, type.of);
    case 'context':
      if (!isContext(value)) return false;
      for (const [name, of] of type.fields) if (!value.has(name) || !orNull(value.get(name) ?? null, of)) return false;
      return true;
    case 'function':
      return value instanceof FeelFunction && isFunctionOf(value, type, isKindOnly);
    case 'lazy':
      return conforms(value, type.get(), isKindOnly);
  }
}

/**
 * A function whose result nobody declared, and whose text does not tell it either, gives `Any` when asked for its type
 * (`instance of`); as a value it may be used where a result is asked for, which is checked when it is called.
 */
function isFunctionOf(value: FeelFunction, type: FeelType & { kind: 'function' }, isKindOnly: boolean): boolean {
  if (type.parameters === null) return true;
  const own = value.type;
  if (value.parameters.length !== type.parameters.length) return false;
  if (!own) return true;
  // What a function takes may be wider than asked for, what it gives may be narrower.
  const takes = type.parameters.every((asked, at) => isNarrower(asked, (own.parameters[at] as FeelType) ?? anyType));
  const gives = own.result as FeelType | null;
  return takes && (gives === null ? !isKindOnly || type.result.kind === 'any' : isNarrower(gives, type.result));
}

/** Whether every value of `a` is one of `b` (§10.3.2.9.1, conformance of types). */
function isNarrower(a: FeelType, b: FeelType): boolean {
  if (b.kind === 'any' || a === b) return true;
  if (a.kind === 'lazy') return isNarrower(a.get(), b);
  if (b.kind === 'lazy') return isNarrower(a, b.get());
  if (a.kind === 'simple') return a.name === 'null' || (b.kind === 'simple' && a.name === b.name);
  if (a.kind === 'list' || a.kind === 'range') return b.kind === a.kind && isNarrower(a.of, b.of);
  if (a.kind === 'context' && b.kind === 'context') {
    for (const [name, of] of b.fields) {
      const own = a.fields.get(name);
      if (!own || !isNarrower(own, of)) return false;
    }
    return true;
  }
  return a.kind === 'function' && b.kind === 'function';
}

/**
 * The value as the type asks for it, with the conversions of §10.3.2.9.4: a list of one for its item, an item for a list of
 * one, a date for the date and time of its midnight (UTC). Null and unknown pass.
 */
export function coerce(value: Value, type: FeelType): Outcome {
  if (value === null || value instanceof Unknown || conforms(value, type)) return value;
  const plain = type.kind === 'lazy' ? type.get() : type;
  if (plain.kind === 'list' && !isList(value) && conforms([value], type)) return [value];
  if (plain.kind !== 'list' && isList(value) && value.length === 1) {
    const only = value[0] ?? null;
    if (conforms(only, type)) return only;
  }
  if (plain.kind === 'simple' && plain.name === 'date and time' && value instanceof FeelDate) {
    return new FeelDateTime(value.days, 0, utc);
  }
  return new Failure('type-mismatch', `${kindOf(value)} 不合类型`, `${kindOf(value)} does not conform to the type`);
}
