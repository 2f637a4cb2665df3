import { bigPower, type Decimal, DecimalOverflow, fromBigInt, one, toNumber, toWhole } from './decimal.ts';
import { compareDecimals, fractionOf, multiply, quotient, signOf } from './decimal-arithmetic.ts';
import { round34 } from './decimal-rounding.ts';

/** Work is done with 50 digits after the point, answers have the 34 of decimal128. */
const places = 50;
const unit = bigPower(places);

function toFixed(value: Decimal): bigint {
  const [numerator, denominator] = fractionOf(value);
  return (numerator * unit) / denominator;
}

/** Undefined for negative numbers. Exact roots come out exact. */
export function squareRoot(value: Decimal): Decimal | undefined {
  if (signOf(value) < 0) return undefined;
  const [numerator, denominator] = fractionOf(value);
  const shift = Math.max(0, 80 - Math.floor((numerator.toString().length - denominator.toString().length) / 2));
  const scaled = (numerator * bigPower(2 * shift)) / denominator;
  return round34(fromBigInt(wholeRoot(scaled), shift));
}

function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

const ln2 = lnFixed(2n * unit);

/** e to the power of the value. */
export function exponential(value: Decimal): Decimal {
  const size = toNumber(value);
  if (size > 14_200) throw new DecimalOverflow();
  if (size < -14_200) return fromBigInt(0n);
  // e^x = 2^k · e^r with |r| ≤ ln2/2; extra digits pay for the factor 2^k.
  const fixed = toFixed(value);
  const k = Math.round(Number((fixed * 1000n) / ln2) / 1000);
  const rest = (fixed - BigInt(k) * ln2) >> 8n;
  let term = unit;
  let sum = unit;
  for (let n = 1n; term !== 0n; n++) {
    term = (term * rest) / unit / n;
    sum += term;
  }
  for (let i = 0; i < 8; i++) sum = (sum * sum) / unit;
  const power = 1n << BigInt(Math.abs(k));
  return round34(k >= 0 ? fromBigInt(sum * power, places) : quotient(sum, unit * power));
}

/** Undefined unless positive. */
export function naturalLog(value: Decimal): Decimal | undefined {
  if (signOf(value) <= 0) return undefined;
  if (compareDecimals(value, one) === 0) return fromBigInt(0n);
  const [numerator, denominator] = fractionOf(value);
  const k = numerator.toString(2).length - denominator.toString(2).length;
  const scaled =
    k >= 0 ? (numerator * unit) / (denominator << BigInt(k)) : ((numerator << BigInt(-k)) * unit) / denominator;
  return round34(fromBigInt(lnFixed(scaled) + BigInt(k) * ln2, places));
}

/** ln x = 2·artanh((x−1)/(x+1)), for x between 1/2 and 2. */
function lnFixed(x: bigint): bigint {
  const z = ((x - unit) * unit) / (x + unit);
  const square = (z * z) / unit;
  let power = z;
  let sum = 0n;
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += power / n;
    power = (power * square) / unit;
  }
  return 2n * sum;
}

/** base ** exponent; undefined where it has no value (0 to a negative power, a root of a negative number). */
export function power(base: Decimal, exponent: Decimal, isExact: boolean): Decimal | undefined {
  const times = toWhole(exponent);
  if (times === undefined) {
    const logarithm = naturalLog(base);
    if (logarithm !== undefined) return exponential(multiply(logarithm, exponent));
    return signOf(base) === 0 && signOf(exponent) > 0 ? base : undefined;
  }
  if (signOf(base) === 0 && times < 0) return undefined;
  if (Math.abs(times) > 1_000_000) {
    if (signOf(base) === 0 || compareDecimals(base, one) === 0) return base;
    throw new DecimalOverflow();
  }
  let result = one;
  let factor = base;
  for (let left = Math.abs(times); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = trim(multiply(result, factor), isExact);
    if (left > 1) factor = trim(multiply(factor, factor), isExact);
  }
  if (times >= 0) return isExact ? result : round34(result);
  const [numerator, denominator] = fractionOf(result);
  const inverse = quotient(denominator, numerator);
  return isExact ? inverse : round34(inverse);
}

/** In DMN's arithmetic partial products keep 60 digits, so that the last of the 34 is right. */
function trim(value: Decimal, isExact: boolean): Decimal {
  if (isExact || value.large === null || value.divisor !== null) return value;
  const excess = value.large.toString().length - 60;
  return excess <= 0 ? value : fromBigInt(value.large / bigPower(excess), value.scale - excess);
}
