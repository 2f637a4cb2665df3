import {
  bigPower,
  coefficientOf,
  Decimal,
  DecimalOverflow,
  fromBigInt,
  isTooLong,
  powersOfTen,
  small,
  zero,
} from './decimal.ts';

/** All of these are exact: nothing is ever rounded here. They throw `DecimalOverflow` past 12,000 digits. */
export function add(a: Decimal, b: Decimal): Decimal {
  if (a.large === null && b.large === null) {
    if (a.scale === b.scale) {
      const sum = a.small + b.small;
      if (Number.isSafeInteger(sum)) return small(sum, a.scale);
    } else {
      const up = a.scale - b.scale;
      const power = powersOfTen[Math.abs(up)];
      if (power !== undefined) {
        const x = up < 0 ? a.small * power : a.small;
        const y = up > 0 ? b.small * power : b.small;
        const sum = x + y;
        if (Number.isSafeInteger(x) && Number.isSafeInteger(y) && Number.isSafeInteger(sum)) {
          return small(sum, Math.max(a.scale, b.scale));
        }
      }
    }
  }
  if (a.divisor !== null || b.divisor !== null) {
    const [p, q] = fractionOf(a);
    const [r, s] = fractionOf(b);
    return quotient(p * s + r * q, q * s);
  }
  const scale = Math.max(a.scale, b.scale);
  return fromBigInt(lifted(a, scale) + lifted(b, scale), scale);
}

export function negate(a: Decimal): Decimal {
  return a.large === null ? small(-a.small, a.scale) : new Decimal(0, -a.large, a.scale, a.divisor);
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  if (a.large === null && b.large === null) {
    const product = a.small * b.small;
    const scale = a.scale + b.scale;
    if (Number.isSafeInteger(product) && scale < 30 && scale > -30) return small(product, scale);
  }
  if (a.divisor !== null || b.divisor !== null) {
    const [p, q] = fractionOf(a);
    const [r, s] = fractionOf(b);
    return quotient(p * r, q * s);
  }
  return fromBigInt(coefficientOf(a) * coefficientOf(b), a.scale + b.scale);
}

/** Undefined when dividing by zero. A quotient that does not end stays a fraction. */
export function divide(a: Decimal, b: Decimal): Decimal | undefined {
  if (b.large === null && b.small === 0) return undefined;
  if (a.large === null && b.large === null) {
    // Most divisions of a policy end: try up to six more places with plain whole numbers.
    for (let places = 0; places <= 6; places++) {
      const numerator = a.small * (powersOfTen[places] ?? 1);
      if (!Number.isSafeInteger(numerator)) break;
      if (numerator % b.small === 0) {
        const scale = a.scale - b.scale + places;
        if (scale >= 0) return small(numerator / b.small, scale);
        return fromBigInt(BigInt(numerator / b.small), scale);
      }
    }
  }
  const [p, q] = fractionOf(a);
  const [r, s] = fractionOf(b);
  return quotient(p * s, q * r);
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.large === null && b.large === null) {
    if (a.scale === b.scale) return a.small - b.small;
    const up = a.scale - b.scale;
    const power = powersOfTen[Math.abs(up)];
    if (power !== undefined) {
      const x = up < 0 ? a.small * power : a.small;
      const y = up > 0 ? b.small * power : b.small;
      if (Number.isSafeInteger(x) && Number.isSafeInteger(y)) return x - y;
    }
  }
  const [p, q] = fractionOf(a);
  const [r, s] = fractionOf(b);
  const left = p * s;
  const right = r * q;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function signOf(a: Decimal): number {
  if (a.large !== null) return a.large < 0n ? -1 : 1;
  return Math.sign(a.small);
}

export function absolute(a: Decimal): Decimal {
  return signOf(a) < 0 ? negate(a) : a;
}

function lifted(a: Decimal, scale: number): bigint {
  return coefficientOf(a) * bigPower(scale - a.scale);
}

/** Numerator and (positive) denominator, not always in lowest terms. */
export function fractionOf(a: Decimal): readonly [bigint, bigint] {
  const coefficient = coefficientOf(a);
  if (a.divisor !== null) return [coefficient, a.divisor];
  if (a.scale >= 0) return [coefficient, bigPower(a.scale)];
  return [coefficient * bigPower(-a.scale), 1n];
}

/** The number numerator / denominator: decimal where it ends, else a fraction in lowest terms. */
export function quotient(numerator: bigint, denominator: bigint): Decimal {
  if (numerator === 0n) return zero;
  let p = denominator < 0n ? -numerator : numerator;
  let q = denominator < 0n ? -denominator : denominator;
  const divisor = greatestDivisor(p < 0n ? -p : p, q);
  p /= divisor;
  q /= divisor;
  if (isTooLong(p) || isTooLong(q)) throw new DecimalOverflow();
  const scale = placesOf(q);
  if (scale === undefined) return new Decimal(0, p, 0, q);
  return fromBigInt((p * bigPower(scale)) / q, scale);
}

/** How many decimal places 1/q needs, or undefined when it never ends. */
function placesOf(q: bigint): number | undefined {
  let rest = q;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; twos++) rest /= 2n;
  for (; rest % 5n === 0n; fives++) rest /= 5n;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let x = a;
  let y = b;
  while (y > 0n) {
    if (x <= 9007199254740991n && y <= 9007199254740991n) return BigInt(greatestSmallDivisor(Number(x), Number(y)));
    [x, y] = [y, x % y];
  }
  return x;
}

function greatestSmallDivisor(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y > 0) [x, y] = [y, x % y];
  return x;
}
