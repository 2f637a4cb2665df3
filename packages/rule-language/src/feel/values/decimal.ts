/**
 * Exact numbers. A value is coefficient / 10^scale; a division that does not end keeps its divisor (coefficient / divisor,
 * scale 0), so that 100 / 3 * 3 is 100 and no rounding upward pays a yuan too much. No binary floating point takes part:
 * coefficients are whole numbers, as a `number` while they are safe integers (fast) and as a `bigint` beyond.
 * DMN's own arithmetic (34 digits, half even, §10.3.2.3.1) is `round34` over the same values.
 */
export class Decimal {
  /** Whole, safe; counts only while `large` is null. */
  readonly small: number;
  readonly large: bigint | null;
  readonly scale: number;
  /** Above 1 and prime to `large`, with a factor other than 2 and 5; null for every number that ends. */
  readonly divisor: bigint | null;

  constructor(small: number, large: bigint | null, scale: number, divisor: bigint | null) {
    this.small = small;
    this.large = large;
    this.scale = scale;
    this.divisor = divisor;
  }

  toString(): string {
    return formatDecimal(this);
  }

  toJSON(): string {
    return formatDecimal(this);
  }
}

/** Past this many digits a number is no amount, share or count but a runaway computation. */
const mostDigits = 12_000;
const mostScale = 7_000;

/** A number past reason. The evaluator turns it into an error (house mode) or null (DMN). */
export class DecimalOverflow extends Error {
  constructor() {
    super('number out of range');
  }
}

export const powersOfTen: readonly number[] = Array.from({ length: 16 }, (_, power) => 10 ** power);
const bigPowers = new Map<number, bigint>();

export function bigPower(power: number): bigint {
  if (power > mostDigits) throw new DecimalOverflow();
  const known = bigPowers.get(power);
  if (known !== undefined) return known;
  const value = 10n ** BigInt(power);
  // Amounts need few of them; a text with monstrous numbers must not fill the memory.
  if (power < 256 || bigPowers.size < 512) bigPowers.set(power, value);
  return value;
}

export function small(coefficient: number, scale: number): Decimal {
  return new Decimal(coefficient === 0 ? 0 : coefficient, null, scale, null);
}

export const zero: Decimal = small(0, 0);
export const one: Decimal = small(1, 0);
const smallWhole: readonly Decimal[] = Array.from({ length: 1024 }, (_, whole) => small(whole, 0));

/** A whole number that is a safe integer (a count, a year, fen). Throws on anything else. */
export function whole(value: number): Decimal {
  if (!Number.isSafeInteger(value)) throw new DecimalOverflow();
  return smallWhole[value] ?? small(value, 0);
}

export function fromBigInt(coefficient: bigint, scale = 0): Decimal {
  let large = coefficient;
  let at = scale;
  if (large === 0n) return zero;
  if (large >= -9007199254740991n && large <= 9007199254740991n) {
    if (at < 0 && at > -16) return fromBigInt(large * bigPower(-at), 0);
    return tooFar(small(Number(large), at));
  }
  while (at > 0 && large % 10n === 0n) {
    large /= 10n;
    at--;
  }
  if (large >= -9007199254740991n && large <= 9007199254740991n) return small(Number(large), at);
  return tooFar(new Decimal(0, large, at, null));
}

function tooFar(value: Decimal): Decimal {
  if (value.scale > mostScale || value.scale < -mostScale) throw new DecimalOverflow();
  if (value.large !== null && isTooLong(value.large)) throw new DecimalOverflow();
  return value;
}

const bitsAtMost = BigInt(Math.floor(mostDigits * 3.32));
const largestCoefficient = 1n << bitsAtMost;
export function isTooLong(value: bigint): boolean {
  return value > largestCoefficient || value < -largestCoefficient;
}

export function coefficientOf(value: Decimal): bigint {
  return value.large ?? BigInt(value.small);
}

/** Reads `12`, `-1.50`, `.5`, `2e-3`; undefined for anything else or out of range. Never reads a `number`'s binary value. */
export function decimalOf(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,5}))?$/.exec(text);
  const digits = (match?.[2] ?? '') + (match?.[3] ?? '');
  if (!match || digits === '' || digits.length > 5_000) return undefined;
  const scale = (match[3]?.length ?? 0) - Number(match[4] ?? 0);
  if (digits.length < 16 && scale >= 0 && scale < 16) {
    const coefficient = Number(digits);
    return stripped(small(match[1] === '-' ? -coefficient : coefficient, scale));
  }
  if (scale > mostScale || scale < -mostScale) return undefined;
  const value = BigInt(digits);
  return stripped(fromBigInt(match[1] === '-' ? -value : value, scale));
}

/** Without zeros at the end: 1.50 is 1.5. The value is the same. */
export function stripped(value: Decimal): Decimal {
  if (value.scale <= 0 || value.divisor !== null) return value;
  if (value.large !== null) return fromBigInt(value.large, value.scale);
  let { small: coefficient, scale } = value;
  if (coefficient === 0) return zero;
  while (scale > 0 && coefficient % 10 === 0) {
    coefficient /= 10;
    scale--;
  }
  return scale === value.scale ? value : small(coefficient, scale);
}

/** Decimal digits in full; a number that does not end is cut at 34 significant digits (rounded half even). */
export function formatDecimal(value: Decimal): string {
  if (value.divisor !== null) return formatDecimal(endingOf(value, 34));
  const { large, scale } = value;
  const coefficient = large ?? BigInt(value.small);
  if (scale <= 0) return coefficient === 0n ? '0' : coefficient.toString() + '0'.repeat(-scale);
  const isNegative = coefficient < 0n;
  const digits = (isNegative ? -coefficient : coefficient).toString().padStart(scale + 1, '0');
  const fraction = digits.slice(-scale).replace(/0+$/, '');
  const text = fraction === '' ? digits.slice(0, -scale) : `${digits.slice(0, -scale)}.${fraction}`;
  return isNegative && coefficient !== 0n ? `-${text}` : text;
}

/** Quotient with the given significant digits, half even. */
export function endingOf(value: Decimal, digits: number): Decimal {
  const divisor = value.divisor;
  if (divisor === null) return value;
  const numerator = coefficientOf(value);
  const size = numerator < 0n ? -numerator : numerator;
  const shift = digits - (size.toString().length - divisor.toString().length);
  const scaled = shift >= 0 ? size * bigPower(shift) : size;
  const unit = shift >= 0 ? divisor : divisor * bigPower(-shift);
  let quotient = scaled / unit;
  const excess = quotient.toString().length - digits;
  if (excess > 0) return endingOf2(size, divisor, shift - excess, numerator < 0n);
  const rest = (scaled % unit) * 2n;
  if (rest > unit || (rest === unit && quotient % 2n === 1n)) quotient += 1n;
  return fromBigInt(numerator < 0n ? -quotient : quotient, shift);
}

function endingOf2(size: bigint, divisor: bigint, shift: number, isNegative: boolean): Decimal {
  const scaled = shift >= 0 ? size * bigPower(shift) : size;
  const unit = shift >= 0 ? divisor : divisor * bigPower(-shift);
  let quotient = scaled / unit;
  const rest = (scaled % unit) * 2n;
  if (rest > unit || (rest === unit && quotient % 2n === 1n)) quotient += 1n;
  return fromBigInt(isNegative ? -quotient : quotient, shift);
}

export function isWhole(value: Decimal): boolean {
  if (value.divisor !== null) return false;
  if (value.scale <= 0) return true;
  if (value.large !== null) return value.large % bigPower(value.scale) === 0n;
  return value.scale < 16 ? value.small % (powersOfTen[value.scale] ?? 1) === 0 : value.small === 0;
}

/** The nearest binary number, for charts and sampled checks: never for an amount that is paid. */
export function toNumber(value: Decimal): number {
  if (value.divisor === null && value.large === null && value.scale >= 0 && value.scale < 16) {
    return value.small / (powersOfTen[value.scale] ?? 1);
  }
  return Number(formatDecimal(value));
}

/** A safe integer, or undefined where the number is not whole or too large for one. */
export function toWhole(value: Decimal): number | undefined {
  if (value.scale === 0 && value.large === null && value.divisor === null) return value.small;
  if (!isWhole(value)) return undefined;
  const plain = toNumber(value);
  return Number.isSafeInteger(plain) ? plain : undefined;
}
