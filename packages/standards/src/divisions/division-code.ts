import { ok, type Result } from '@zhengtong/kernel';
import { type CodeRefusal, no, tidyCode } from '../say.ts';

export type DivisionLevel = 'country' | 'province' | 'city' | 'county' | 'township' | 'village';

export type DivisionCode = {
  /** As stored: 6 digits to county level, 9 for a township, 12 for a village. */
  readonly code: string;
  readonly level: DivisionLevel;
  /** The code one level up by structure alone; absent for the country. Municipalities skip the city level. */
  readonly parent?: string;
};

export type DivisionCodeRefusal = CodeRefusal<'empty' | 'wrong-shape'>;

/** `100000` names the country as a whole where a jurisdiction is asked for. */
const country = '100000';

/**
 * 行政区划代码, GB/T 2260 and GB/T 10114. Lists in the wild write one code in 2, 4, 6, 9 or 12 digits, padded with
 * zeros or not: all are brought to one form, so `51`, `510000` and `510000000000` are the same province.
 */
export function parseDivisionCode(text: string): Result<DivisionCode, DivisionCodeRefusal> {
  const typed = tidyCode(text);
  if (typed === '') return no('empty', '请填写行政区划代码。', 'Enter the division code.');
  if (!/^[1-9]\d(\d{2}|\d{4}|\d{7}|\d{10})?$/.test(typed))
    return no(
      'wrong-shape',
      '行政区划代码应为 6 位数字（乡级 9 位，村级 12 位）。',
      'A division code has 6 digits (9 for a township, 12 for a village).',
    );
  const twelve = typed.padEnd(12, '0');
  const six = twelve.slice(0, 6);
  if (twelve.slice(9) !== '000') return ok({ code: twelve, level: 'village', parent: twelve.slice(0, 9) });
  if (twelve.slice(6, 9) !== '000') return ok({ code: twelve.slice(0, 9), level: 'township', parent: six });
  if (six.slice(4) !== '00') return ok({ code: six, level: 'county', parent: `${six.slice(0, 4)}00` });
  if (six.slice(2, 4) !== '00') return ok({ code: six, level: 'city', parent: `${six.slice(0, 2)}0000` });
  if (six === country) return ok({ code: six, level: 'country' });
  return ok({ code: six, level: 'province', parent: country });
}

/** The digits that every code inside a division begins with: `990100` gives `9901`, the country gives ``. */
export function divisionPrefix(code: string): string {
  const six = code.slice(0, 6);
  if (six === country) return '';
  if (code.length > 6) return code.length > 9 && !code.endsWith('000') ? code : trimZeros(code, 9);
  return six.replace(/^(\d{2})0000$/, '$1').replace(/^(\d{4})00$/, '$1');
}

function trimZeros(code: string, upTo: number): string {
  const short = code.slice(0, upTo);
  return short.endsWith('000') ? divisionPrefix(short.slice(0, 6)) : short;
}

/** Whether a code lies in a division or is it. By structure: directly governed counties lie in their province. */
export const isWithinDivision = (code: string, division: string): boolean => code.startsWith(divisionPrefix(division));
