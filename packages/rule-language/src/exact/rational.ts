// The exact numbers of FEEL under the names the rule text uses. No rounding ever happens in arithmetic: rounding is law,
// and only a rule that says so rounds.

import { Decimal, decimalOf, formatDecimal, isWhole, one, toNumber, whole, zero } from '../feel/values/decimal.ts';
import {
  add,
  compareDecimals,
  divide as divideDecimals,
  fractionOf,
  multiply,
  negate,
  quotient,
  signOf,
  subtract,
} from '../feel/values/decimal-arithmetic.ts';

export type Exact = Decimal;
export { add, isWhole, multiply, negate, one, signOf, subtract, whole, zero };
export const isExact = (value: unknown): value is Exact => value instanceof Decimal;
export const compare = compareDecimals;
export const equal = (a: Exact, b: Exact): boolean => compareDecimals(a, b) === 0;
export const toDouble = toNumber;

/** `n/d`. Throws RangeError on a zero denominator. */
export function fraction(n: bigint, d: bigint): Exact {
  if (d === 0n) throw new RangeError('division by zero');
  return quotient(n, d);
}

/** Throws RangeError when `b` is zero. */
export function divide(a: Exact, b: Exact): Exact {
  const result = divideDecimals(a, b);
  if (!result) throw new RangeError('division by zero');
  return result;
}

/** `-12.340`, `5e-3`; undefined when the text is no decimal number. */
export const findExact = (text: string): Exact | undefined => decimalOf(text.trim());

/** The shortest decimal a double prints, read exactly: 0.1 becomes 1/10, not its binary neighbour. Throws on NaN and infinities. */
export function exactOf(x: number): Exact {
  if (Number.isSafeInteger(x)) return whole(x);
  const exact = decimalOf(String(x).replace('e+', 'e'));
  if (!exact) throw new RangeError(`not a number: ${x}`);
  return exact;
}

/** Whole-number power, −999 to 999. Throws RangeError outside, or on 0 to a negative power. */
export function power(a: Exact, exponent: number): Exact {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 999) throw new RangeError('power out of range');
  const [n, d] = fractionOf(a);
  const raised = fraction(n ** BigInt(Math.abs(exponent)), d ** BigInt(Math.abs(exponent)));
  return exponent < 0 ? divide(one, raised) : raised;
}

/** A decimal where it ends (`12.5`), a fraction where it never would (`1/3`). */
export function sayExact(a: Exact): string {
  return a.divisor === null ? formatDecimal(a) : fractionOf(a).join('/');
}

/** Reads back what `sayExact` wrote; undefined for anything else, `1/0` among it. */
export function findSaid(text: string): Exact | undefined {
  const match = /^(-?\d+)\/(\d+)$/.exec(text);
  if (!match) return findExact(text);
  const [above, below] = [BigInt(match[1] ?? '0'), BigInt(match[2] ?? '1')];
  return below === 0n ? undefined : fraction(above, below);
}
