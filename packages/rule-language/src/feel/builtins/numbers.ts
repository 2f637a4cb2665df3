import { Failure, type Outcome } from '../run/run.ts';
import { Decimal, DecimalOverflow, isWhole, toWhole, whole, zero } from '../values/decimal.ts';
import { absolute, compareDecimals, divide, multiply, signOf, subtract } from '../values/decimal-arithmetic.ts';
import { exponential, naturalLog, squareRoot } from '../values/decimal-functions.ts';
import { type Rounding, round, round34 } from '../values/decimal-rounding.ts';
import { DaysDuration, MonthsDuration } from '../values/temporal.ts';
import type { Value } from '../values/value.ts';
import { type BuiltIn, builtIn } from './built-in.ts';
import { wholePart } from './texts.ts';

const number = (value: Value | undefined): Decimal => (value instanceof Decimal ? value : zero);
const two = whole(2);

/** Places are cut to a whole number and lie between -6111 and 6176 (table 77). */
function rounded(rounding: Rounding) {
  return ([n, scale]: Value[]): Outcome => {
    const places = scale === null || scale === undefined ? 0 : wholePart(scale);
    if (places === undefined || places < -6111 || places > 6176) {
      return new Failure('value-range', '小数位数超出范围', 'scale out of range');
    }
    return guarded(() => round(number(n), places, rounding));
  };
}

function guarded(work: () => Decimal | undefined): Outcome {
  try {
    return work() ?? new Failure('value-range', '没有值', 'has no value there');
  } catch (error) {
    if (error instanceof DecimalOverflow) return new Failure('value-range', '数字超出范围', 'number out of range');
    throw error;
  }
}

function isOdd(value: Decimal): boolean {
  return isWhole(value) && !isWhole(divide(value, two) ?? zero);
}

export const numberFunctions: readonly BuiltIn[] = [
  builtIn('decimal', ['n: number, scale: number', rounded('half-even')]),
  builtIn('floor', ['n: number, scale?: number', rounded('floor')]),
  builtIn('ceiling', ['n: number, scale?: number', rounded('ceiling')]),
  builtIn('round up', ['n: number, scale: number', rounded('up')]),
  builtIn('round down', ['n: number, scale: number', rounded('down')]),
  builtIn('round half up', ['n: number, scale: number', rounded('half-up')]),
  builtIn('round half down', ['n: number, scale: number', rounded('half-down')]),
  builtIn('abs', [
    'n: number|days|months',
    ([n]) => {
      if (n instanceof DaysDuration) return new DaysDuration(n.nanos < 0n ? -n.nanos : n.nanos);
      if (n instanceof MonthsDuration) return new MonthsDuration(Math.abs(n.months));
      return absolute(number(n));
    },
  ]),
  builtIn('modulo', [
    'dividend: number, divisor: number',
    ([a, b], run) =>
      signOf(number(b)) === 0
        ? new Failure('division-by-zero', '除数为零', 'division by zero')
        : guarded(() => {
            const answer = modulo(number(a), number(b));
            return answer && (run.isHouse ? answer : round34(answer));
          }),
  ]),
  builtIn('sqrt', ['number: number', ([n]) => guarded(() => squareRoot(number(n)))]),
  builtIn('log', ['number: number', ([n]) => guarded(() => naturalLog(number(n)))]),
  builtIn('exp', ['number: number', ([n]) => guarded(() => exponential(number(n)))]),
  builtIn('odd', ['number: number', ([n]) => isOdd(number(n))]),
  builtIn('even', ['number: number', ([n]) => isWhole(number(n)) && !isOdd(number(n))]),
];

/** dividend - divisor * floor(dividend / divisor): the sign is the divisor's. */
function modulo(dividend: Decimal, divisor: Decimal): Decimal | undefined {
  const [a, b] = [toWhole(dividend), toWhole(divisor)];
  if (a !== undefined && b !== undefined) return whole((((a % b) + b) % b) + 0);
  const quotient = divide(dividend, divisor);
  if (!quotient) return undefined;
  const rest = subtract(dividend, multiply(divisor, round(quotient, 0, 'floor')));
  return compareDecimals(rest, zero) === 0 ? zero : rest;
}
