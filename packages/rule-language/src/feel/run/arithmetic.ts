import type { ArithmeticOperator } from '../ast.ts';
import { Decimal, DecimalOverflow } from '../values/decimal.ts';
import { add, divide, multiply, negate, subtract } from '../values/decimal-arithmetic.ts';
import { power } from '../values/decimal-functions.ts';
import { round34 } from '../values/decimal-rounding.ts';
import { DaysDuration, MonthsDuration } from '../values/temporal.ts';
import { kindOf, mergeUnknown, Unknown, type Value } from '../values/value.ts';
import { Failure, kindFailure, type Outcome } from './run.ts';
import { calculateTemporal } from './temporal-arithmetic.ts';

/** Numbers in DMN's own arithmetic have 34 digits; in the house's they are exact. */
export function calculate(operator: ArithmeticOperator, a: Value, b: Value, isExact: boolean): Outcome {
  if (a instanceof Decimal && b instanceof Decimal) return calculateNumbers(operator, a, b, isExact);
  if (a instanceof Unknown || b instanceof Unknown) return mergeUnknown(a, b);
  if (a === null || b === null)
    return new Failure('value-null', `空值不能参加“${operator}”运算`, `null has no "${operator}"`);
  if (typeof a === 'string' && typeof b === 'string' && operator === '+') {
    if (a.length + b.length > 5_000_000) return new Failure('value-range', '文本过长', 'text too long');
    return a + b;
  }
  return calculateTemporal(operator, a, b) ?? kindFailure(operator, kindOf(a), kindOf(b));
}

export const calculateNumbers = (operator: ArithmeticOperator, a: Decimal, b: Decimal, isExact: boolean): Outcome =>
  inRange(() => {
    const value = exactly(operator, a, b, isExact);
    if (value === undefined) return noValue(operator);
    return isExact ? value : round34(value);
  });

/** A number as written, to DMN's 34 digits; past their range a failure. */
export const literal34 = (written: Decimal): Decimal | Failure => inRange(() => round34(written));

function inRange<T>(work: () => T): T | Failure {
  try {
    return work();
  } catch (error) {
    if (error instanceof DecimalOverflow) return new Failure('value-range', '数字超出范围', 'number out of range');
    throw error;
  }
}

function exactly(operator: ArithmeticOperator, a: Decimal, b: Decimal, isExact: boolean): Decimal | undefined {
  switch (operator) {
    case '+':
      return add(a, b);
    case '-':
      return subtract(a, b);
    case '*':
      return multiply(a, b);
    case '/':
      return divide(a, b);
    case '**':
      return power(a, b, isExact);
  }
}

function noValue(operator: ArithmeticOperator): Failure {
  if (operator === '/') return new Failure('division-by-zero', '除数为零', 'division by zero');
  return new Failure('value-range', '乘方没有值', 'power has no value');
}

export function negated(value: Value): Outcome {
  if (value instanceof Decimal) return negate(value);
  if (value instanceof Unknown) return value;
  if (value instanceof DaysDuration) return new DaysDuration(-value.nanos);
  if (value instanceof MonthsDuration) return new MonthsDuration(value.months === 0 ? 0 : -value.months);
  return kindFailure('minus sign', kindOf(value));
}
