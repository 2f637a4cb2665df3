import { type CivilDate, findCivilDate, ok, type Result } from '@zhengtong/kernel';
import { isWithinDivision } from '../divisions/division-code.ts';
import { type CodeRefusal, no, tidyCode } from '../say.ts';
import { residentCheck } from './check-digits.ts';

export type ResidentNumber = {
  /** 18 places, upper case. A number of 15 places is answered in its 18-place form. */
  readonly number: string;
  /** Who carries it: 居民身份证, 港澳台居民居住证 (areas 81, 82, 83), 外国人永久居留身份证 of 2023 (first digit 9). */
  readonly kind: 'resident' | 'hong-kong-macao-taiwan' | 'foreign-permanent';
  /** The area at the time of issue. It is history: never "updated" when the area is abolished. */
  readonly divisionCode: string;
  readonly bornOn: CivilDate;
  readonly sex: 'male' | 'female';
  /** Typed in the 15-place form of before 1999. */
  readonly isFromFifteen: boolean;
};

export type ResidentNumberRefusal = CodeRefusal<
  'empty' | 'wrong-length' | 'wrong-character' | 'unknown-area' | 'no-such-day' | 'not-born-yet' | 'wrong-check-digit'
>;

export type ResidentNumberOptions = {
  /** Demonstration areas to accept beside the real ones, as six-digit codes: `990000` accepts every 99. */
  readonly demoAreas?: readonly string[];
  /** Today. Given, a birth after it is refused; without it the clock is not asked. */
  readonly today?: CivilDate;
};

// GB/T 2260, first two digits, every province that ever issued numbers.
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

const wrongDay = (text: string) =>
  no('no-such-day', `出生日期 ${text} 不存在，请核对第 7 至 14 位。`, `There is no day ${text}: check places 7 to 14.`);

/** Birth dates of 15-place numbers lie in 1900–1999, save the sequences 996–999 kept for those born before 1900. */
function widen(fifteen: string): string {
  const century = Number(fifteen.slice(12)) >= 996 ? '18' : '19';
  const body = `${fifteen.slice(0, 6)}${century}${fifteen.slice(6)}`;
  return body + residentCheck(body);
}

const isForeign = (number: string): boolean => number[0] === '9' && provinces.has(number.slice(1, 3));

const isDemoArea = (area: string, demoAreas: readonly string[]): boolean =>
  demoAreas.some((demo) => isWithinDivision(area, demo));

/**
 * 公民身份号码, GB 11643-1999, 18 places or the 15 of before. A check digit proves the shape and nothing else: whether
 * the number belongs to the person is for a register to say. An abolished area is no reason to refuse.
 */
export function parseResidentNumber(
  text: string,
  options: ResidentNumberOptions = {},
): Result<ResidentNumber, ResidentNumberRefusal> {
  const typed = tidyCode(text);
  if (typed === '') return no('empty', '请填写身份证号码。', 'Enter the resident number.');
  if (typed.length !== 18 && typed.length !== 15)
    return no(
      'wrong-length',
      `身份证号码应为 18 位，您填写了 ${typed.length} 位。`,
      `A resident number has 18 places; this one has ${typed.length}.`,
    );
  const bad = typed.search(typed.length === 15 ? /[^0-9]/ : /[^0-9](?!$)|[^0-9X]$/);
  if (bad >= 0)
    return no(
      'wrong-character',
      `第 ${bad + 1} 位“${typed[bad]}”不对：前 17 位只能是数字，最后一位可以是 X。`,
      `Place ${bad + 1} cannot be "${typed[bad]}": digits only, and X at the very end.`,
      bad,
    );
  const isFromFifteen = typed.length === 15;
  const number = isFromFifteen ? widen(typed) : typed;
  const divisionCode = number.slice(0, 6);
  const foreign = isForeign(number);
  if (!foreign && !provinces.has(number.slice(0, 2)) && !isDemoArea(divisionCode, options.demoAreas ?? []))
    return no(
      'unknown-area',
      `前两位“${number.slice(0, 2)}”不是地区代码。`,
      `No area begins with ${number.slice(0, 2)}.`,
      0,
    );
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const bornOn = findCivilDate(birth);
  if (!bornOn || bornOn < '1800-01-01') return wrongDay(birth);
  if (options.today && bornOn > options.today)
    return no('not-born-yet', `出生日期 ${birth} 在今天之后。`, `The birth date ${birth} lies after today.`, 6);
  if (residentCheck(number) !== number[17])
    return no(
      'wrong-check-digit',
      '身份证号码的校验位不对，请逐位核对。',
      'The last place does not fit the others: check each digit.',
      17,
    );
  const kind = foreign ? 'foreign-permanent' : /^8[123]/.test(number) ? 'hong-kong-macao-taiwan' : 'resident';
  return ok({ number, kind, divisionCode, bornOn, sex: Number(number[16]) % 2 ? 'male' : 'female', isFromFifteen });
}

/** Whole years of age on a day. Who was born on 29 February is a year older on 1 March of a common year. */
export function ageOn(bornOn: CivilDate, on: CivilDate): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
