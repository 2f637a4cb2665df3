import type { CompareOperator } from '../ast.ts';
import { Decimal } from '../values/decimal.ts';
import { compareDecimals } from '../values/decimal-arithmetic.ts';
import { equalValues, orderOf } from '../values/equality.ts';
import { FeelRange, isList, kindOf, mergeUnknown, Unknown, type Value } from '../values/value.ts';
import { Failure, kindFailure, type Outcome } from './run.ts';

export function compareValues(operator: CompareOperator, a: Value, b: Value): Outcome {
  if (operator === '=' || operator === '!=') {
    const isEqual = equalValues(a, b);
    if (isEqual === null) return kindFailure(operator, kindOf(a), kindOf(b));
    return typeof isEqual === 'boolean' ? isEqual === (operator === '=') : isEqual;
  }
  if (a instanceof Decimal && b instanceof Decimal) return holds(operator, compareDecimals(a, b));
  if (a instanceof Unknown || b instanceof Unknown) return mergeUnknown(a, b);
  if (a === null || b === null)
    return new Failure('value-null', `空值不能比较“${operator}”`, `null has no "${operator}"`);
  const order = orderOf(a, b);
  if (order === undefined) return kindFailure(operator, kindOf(a), kindOf(b));
  return holds(operator, order);
}

function holds(operator: CompareOperator, order: number): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

/** Three-valued and: what is certainly false decides, whatever else is unknown. */
export function both(a: Outcome, b: Outcome): Outcome {
  if (a === false || b === false) return false;
  if (a instanceof Failure) return a;
  if (b instanceof Failure) return b;
  if (a instanceof Unknown || b instanceof Unknown) return mergeUnknown(a, b);
  return a === true && b === true ? true : null;
}

/** Whether the value lies in the range; a bound that is null is open to its side. */
export function isWithin(value: Value, range: FeelRange): Outcome {
  if (range.operator === '!=') return compareValues('!=', value, range.start);
  // An end written as null is not an open one: nothing is known to lie in such a range.
  if (range.operator === null && (range.start === null || range.end === null)) {
    return new Failure('value-null', '区间的端点为空', 'an end of the range is null');
  }
  const low = range.start === null ? true : compareValues(range.isStartIncluded ? '>=' : '>', value, range.start);
  const high = range.end === null ? true : compareValues(range.isEndIncluded ? '<=' : '<', value, range.end);
  if (value === null) return new Failure('value-null', '空值不在任何区间内', 'null lies in no range');
  return both(low, high);
}

/**
 * `x in y` with y a value that has been worked out (§10.3.2.5 and table 55): equal to it, within it, or in the list of them.
 * Kinds that do not go together are false here, as a list may hold values and ranges side by side.
 */
export function isIn(value: Value, among: Value): Outcome {
  if (among instanceof Unknown) return among;
  if (isList(among)) {
    let unknown: Unknown | null = null;
    if (isList(value)) {
      const isSame = equalValues(value, among);
      if (isSame === true) return true;
    }
    for (const item of among) {
      const answer = isList(item) && !isList(value) ? isInNested(value, item) : isIn(value, item);
      if (answer === true) return true;
      if (answer instanceof Unknown) unknown ??= answer;
    }
    return unknown ?? false;
  }
  if (among instanceof FeelRange && !(value instanceof FeelRange)) return isWithin(value, among);
  const isEqual = equalValues(value, among);
  return isEqual === null ? false : isEqual;
}

function isInNested(value: Value, list: readonly Value[]): Outcome {
  const isOfRanges = list.some((item) => item instanceof FeelRange);
  return isOfRanges ? isIn(value, list) : false;
}
