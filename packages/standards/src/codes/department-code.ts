import { tidyCode } from '../say.ts';
import { creditCheck, organisationCheck } from './check-digits.ts';

/**
 * What a department calls itself in a list of items. Real lists mix credit codes, organisation codes with and without
 * dash, truncated codes, local codes (`TE440113…`) and row numbers, so a code of another system is not an error.
 */
export type DepartmentCode = {
  /** As compared: upper case, half width, without spaces. */
  readonly code: string;
  readonly system: 'credit-code' | 'organisation-code' | 'local';
  /** The nine places of GB 11714 where they can be read: what joins one department's several codes. */
  readonly organisationCode?: string;
};

/** Never refuses anything but emptiness: undefined for an empty text. */
export function findDepartmentCode(text: string): DepartmentCode | undefined {
  const code = tidyCode(text);
  if (code === '') return undefined;
  if (/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code) && creditCheck(code) === code[17])
    return { code, system: 'credit-code', organisationCode: code.slice(8, 17) };
  const nine = code.replace(/^([0-9A-Z]{8})-([0-9X])$/, '$1$2');
  if (/^[0-9A-Z]{8}[0-9X]$/.test(nine) && organisationCheck(nine) === nine[8])
    return { code: nine, system: 'organisation-code', organisationCode: nine };
  return { code, system: 'local' };
}
