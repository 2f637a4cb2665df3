import {
  bigPower,
  coefficientOf,
  type Decimal,
  DecimalOverflow,
  endingOf,
  fromBigInt,
  powersOfTen,
  small,
  zero,
} from './decimal.ts';
import { fractionOf } from './decimal-arithmetic.ts';

/** `up` is away from zero, `down` towards zero; ceiling and floor go by the number line. */
export type Rounding = 'up' | 'down' | 'half-up' | 'half-down' | 'half-even' | 'ceiling' | 'floor';

/** Rounded to `places` decimal places (negative: to tens, hundreds …). Exact until this very step. */
export function round(value: Decimal, places: number, rounding: Rounding): Decimal {
  if (value.divisor === null && value.scale <= places) return value;
  if (value.large === null && places >= 0) {
    const unit = powersOfTen[value.scale - places];
    if (unit !== undefined) {
      const rest = value.small % unit;
      const cut = (value.small - rest) / unit;
      return small(
        cut + stepOf(Math.sign(value.small), cut % 2 !== 0, Math.sign(Math.abs(rest) * 2 - unit), rest !== 0, rounding),
        places,
      );
    }
  }
  const [numerator, denominator] = fractionOf(value);
  const scaled = places >= 0 ? numerator * bigPower(places) : numerator;
  const unit = places >= 0 ? denominator : denominator * bigPower(-places);
  const cut = scaled / unit;
  const rest = scaled % unit;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const half = twice < unit ? -1 : twice > unit ? 1 : 0;
  const step = stepOf(numerator < 0n ? -1 : 1, cut % 2n !== 0n, half, rest !== 0n, rounding);
  return fromBigInt(cut + BigInt(step), places);
}

/** What is added to the part that is kept: 0, or 1 with the sign of the number. `half` compares the rest with one half. */
function stepOf(sign: number, isOdd: boolean, half: number, hasRest: boolean, rounding: Rounding): number {
  if (!hasRest) return 0;
  switch (rounding) {
    case 'up':
      return sign;
    case 'down':
      return 0;
    case 'ceiling':
      return sign > 0 ? 1 : 0;
    case 'floor':
      return sign < 0 ? -1 : 0;
    case 'half-up':
      return half >= 0 ? sign : 0;
    case 'half-down':
      return half > 0 ? sign : 0;
    case 'half-even':
      return half > 0 || (half === 0 && isOdd) ? sign : 0;
  }
}

const largest34 = 10n ** 34n;

/** To the 34 digits of IEEE 754 decimal128, half even; past its range throws `DecimalOverflow`, below it is 0. */
export function round34(value: Decimal): Decimal {
  if (value.large === null) return value.scale > 6_000 || value.scale < -6_000 ? inRange(value) : value;
  if (value.divisor !== null) return endingOf(value, 34);
  const coefficient = coefficientOf(value);
  const size = coefficient < 0n ? -coefficient : coefficient;
  if (size < largest34) return inRange(value);
  const digits = size.toString().length;
  return inRange(round(value, value.scale - (digits - 34), 'half-even'));
}

/** The first digit of a decimal128 stands between 10^-6143 and 10^6144. */
function inRange(value: Decimal): Decimal {
  const coefficient = coefficientOf(value);
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString().length;
  const exponent = digits - 1 - value.scale;
  if (exponent > 6144) throw new DecimalOverflow();
  return exponent < -6143 ? zero : value;
}
