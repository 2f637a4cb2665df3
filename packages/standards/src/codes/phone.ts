import { ok, type Result } from '@zhengtong/kernel';
import { type CodeRefusal, no, toHalfWidth } from '../say.ts';

export type Phone = {
  readonly kind: 'mobile' | 'landline' | 'service';
  /** As dialled inside the country: `13800138000`, `010-12345678`, `010-12345678-801`, `400-123-4567` without dashes. */
  readonly number: string;
  /** E.164 without extension: `+8613800138000`. Equal phones have equal texts here. */
  readonly e164: string;
  readonly extension?: string;
};

export type PhoneRefusal = CodeRefusal<'empty' | 'wrong-character' | 'not-a-phone'>;

const wrong = () =>
  no(
    'not-a-phone',
    '请填写 11 位手机号码，或带区号的固定电话，例如 010-12345678。',
    'Enter a mobile number of 11 digits or a landline with its area code, such as 010-12345678.',
  );

/** A telephone of mainland China. Spaces, dashes, brackets and +86 are people's habits, not errors. */
export function parsePhone(text: string): Result<Phone, PhoneRefusal> {
  const typed = toHalfWidth(text).replace(/[‐‑‒–—―－]/g, '-');
  if (typed === '') return no('empty', '请填写电话号码。', 'Enter the telephone number.');
  const ext = /(?:-|转|ext\.?|x|#)\s*(\d{1,6})$/i.exec(typed);
  const at = typed.search(/[^0-9+()\- 转extEXT.#]/);
  if (at >= 0)
    return no('wrong-character', `“${typed[at]}”不是电话号码的字符。`, `"${typed[at]}" is not part of a number.`, at);
  const whole = plain(typed);
  if (/^1[3-9]\d{9}$/.test(whole)) return ok({ kind: 'mobile', number: whole, e164: `+86${whole}` });
  if (/^[48]00\d{7}$/.test(whole)) return ok({ kind: 'service', number: whole, e164: `+86${whole}` });
  const isAbroad = /^(?:\+|00)86/.test(digitsOf(typed));
  const land = landline(whole, isAbroad);
  if (land) return ok(land);
  if (!ext) return wrong();
  const stem = landline(plain(typed.slice(0, ext.index)), isAbroad);
  const extension = ext[1] as string;
  return stem ? ok({ ...stem, number: `${stem.number}-${extension}`, extension }) : wrong();
}

const digitsOf = (text: string): string => text.replace(/[ ()-]/g, '');
const plain = (text: string): string => digitsOf(text).replace(/^(?:\+86|0086|86(?=1[3-9]\d{9}$))/, '');

// Area codes: 010 and 02x are followed by eight digits, 03xx to 09xx by seven or eight. Behind +86 the 0 is left out (E.164);
// without either a bare number could be anything.
function landline(digits: string, isAbroad: boolean): Phone | undefined {
  const match = /^(0?)(10|2\d|[3-9]\d{2})([2-9]\d{6,7})$/.exec(digits);
  if (!match) return undefined;
  const [, zero = '', area = '', local = ''] = match;
  if (area.length === 2 && local.length !== 8) return undefined;
  if (zero === '' && !isAbroad) return undefined;
  return { kind: 'landline', number: `0${area}-${local}`, e164: `+86${area}${local}` };
}
