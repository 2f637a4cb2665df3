import { ok, type Result } from '@zhengtong/kernel';
import { type CodeRefusal, no, toHalfWidth } from '../say.ts';
import { isLuhn } from './check-digits.ts';

export type BankCardRefusal = CodeRefusal<'empty' | 'wrong-character' | 'wrong-length' | 'wrong-check-digit'>;

/** A bank card number (ISO/IEC 7812: 12 to 19 digits, Luhn), answered without the spaces people group it by. */
export function parseBankCard(text: string): Result<string, BankCardRefusal> {
  const digits = toHalfWidth(text).replace(/[\s-]/g, '');
  if (digits === '') return no('empty', '请填写银行卡号。', 'Enter the bank card number.');
  const bad = digits.search(/[^0-9]/);
  if (bad >= 0) return no('wrong-character', '银行卡号只能是数字。', 'A bank card number has digits only.', bad);
  if (digits.length < 12 || digits.length > 19)
    return no(
      'wrong-length',
      `银行卡号应为 12 至 19 位，您填写了 ${digits.length} 位。`,
      `A bank card number has 12 to 19 digits; this one has ${digits.length}.`,
    );
  // Nineteen zeros pass Luhn and are no card: the first digit names the industry, and 0 is not for banks.
  if (digits[0] === '0' || !isLuhn(digits))
    return no('wrong-check-digit', '银行卡号不对，请逐位核对。', 'This is not a card number: check each digit.');
  return ok(digits);
}
