import type { CompareOperator } from '../ast.ts';
import { Decimal } from './decimal.ts';
import { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from './temporal.ts';

/**
 * What a FEEL expression may come to. Lists are arrays and contexts are maps (in the order they were written), so that no
 * text can reach an object's prototype. `Unknown` appears in house mode alone.
 */
export type Value =
  | null
  | boolean
  | string
  | Decimal
  | FeelDate
  | FeelTime
  | FeelDateTime
  | DaysDuration
  | MonthsDuration
  | FeelRange
  | FeelFunction
  | Unknown
  | readonly Value[]
  | FeelContext;
export type FeelContext = ReadonlyMap<string, Value>;

/** From `start` to `end`; null where it is open to that side. */
export class FeelRange {
  readonly start: Value;
  readonly end: Value;
  readonly isStartIncluded: boolean;
  readonly isEndIncluded: boolean;
  /** The comparison it was written with, `(> 5)`; null for one with dots. `!=` leaves out the one value. */
  readonly operator: CompareOperator | null;
  constructor(
    start: Value,
    end: Value,
    isStartIncluded: boolean,
    isEndIncluded: boolean,
    operator: CompareOperator | null = null,
  ) {
    this.operator = operator;
    this.start = start;
    this.end = end;
    this.isStartIncluded = isStartIncluded;
    this.isEndIncluded = isEndIncluded;
  }
}

/** A function as a value: `call` takes as many values as there are `parameters`, in their order. */
export class FeelFunction {
  readonly parameters: readonly string[];
  readonly call: (args: readonly Value[]) => Value;
  readonly type: FunctionShape | null;
  /** Set for built-in functions, which have several forms: names of the arguments (or null) and the values. */
  readonly callAny: ((names: readonly string[] | null, args: readonly Value[]) => Value) | null;
  constructor(
    parameters: readonly string[],
    call: (args: readonly Value[]) => Value,
    type: FunctionShape | null = null,
    callAny: ((names: readonly string[] | null, args: readonly Value[]) => Value) | null = null,
  ) {
    this.parameters = parameters;
    this.call = call;
    this.type = type;
    this.callAny = callAny;
  }
}
/** Types of parameters and result (null: not known) for `instance of function<…>`; opaque here. */
export type FunctionShape = { readonly parameters: readonly unknown[]; readonly result: unknown };

/** A value that hangs on facts nobody has given. `missing` names them, each once. */
export class Unknown {
  readonly missing: readonly string[];
  constructor(missing: readonly string[]) {
    this.missing = missing;
  }
}

/** One unknown out of several values: all the facts that are missing in any of them. */
export function mergeUnknown(...values: readonly Value[]): Unknown {
  const missing: string[] = [];
  let only: Unknown | null = null;
  for (const value of values) {
    if (!(value instanceof Unknown)) continue;
    if (missing.length === 0) only = value;
    for (const name of value.missing) {
      if (missing.includes(name)) continue;
      missing.push(name);
      if (only !== value) only = null;
    }
  }
  return only ?? new Unknown(missing);
}

export type Kind =
  | 'null'
  | 'boolean'
  | 'string'
  | 'number'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'range'
  | 'function'
  | 'unknown'
  | 'list'
  | 'context';

export function kindOf(value: Value): Kind {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'string';
  if (value instanceof Decimal) return 'number';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Map) return 'context';
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelDateTime) return 'date and time';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof DaysDuration) return 'days and time duration';
  if (value instanceof MonthsDuration) return 'years and months duration';
  if (value instanceof FeelRange) return 'range';
  if (value instanceof Unknown) return 'unknown';
  return 'function';
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isContext(value: Value): value is FeelContext {
  return value instanceof Map;
}
