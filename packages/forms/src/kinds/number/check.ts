import { toHalfWidth } from '@zhengtong/standards';
import type { Question } from '../../definition/definition.ts';
import { bad, type Checked, good, type JsonSchema } from '../kind.ts';

/** `1,234.50`, full width too; thousands marks only where they belong. Not `1e3`, `0x10`, `1.`, `.5`. */
const pattern = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,9}))?$/;

export function check(typed: unknown, question: Question): Checked {
  const text = typeof typed === 'number' ? plain(typed) : typeof typed === 'string' ? toHalfWidth(typed) : '';
  const match = pattern.exec(text);
  if (!match) return bad('not-a-number', '请填写数字，例如 12。', 'Enter a number, such as 12.');
  const decimals = question.decimals ?? 0;
  if ((match[1] ?? '').length > decimals)
    return decimals === 0
      ? bad('not-whole', '请填写整数。', 'Enter a whole number.')
      : bad('too-exact', `小数点后最多 ${decimals} 位。`, `At most ${decimals} places after the point.`);
  const value = Number(text.replaceAll(',', '')) + 0;
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return bad('too-large', '数字太大。', 'The number is too large.');
  return checkRange(value === 0 ? 0 : value, question);
}

/** A JSON number as a person writes it: never in powers of ten. NaN and the infinities fit no pattern. */
function plain(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  const text = value.toFixed(9).replace(/0+$/, '');
  return Number(text) === value ? text : `${value}`;
}

function checkRange(value: number, { min, max }: Question): Checked {
  if (min !== undefined && value < min) return bad('too-small', `不能小于 ${min}。`, `This must be ${min} or more.`);
  if (max !== undefined && value > max) return bad('too-large', `不能大于 ${max}。`, `This must be ${max} or less.`);
  return good(value);
}

export const schemaOf = ({ decimals = 0, min, max }: Question): JsonSchema => ({
  type: decimals === 0 ? 'integer' : 'number',
  ...(min === undefined ? {} : { minimum: min }),
  ...(max === undefined ? {} : { maximum: max }),
});
