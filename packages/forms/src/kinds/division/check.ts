import { isWithinDivision, parseDivisionCode } from '@zhengtong/standards';
import type { Question } from '../../definition/definition.ts';
import { bad, type Checked, type FormContext, fromRefusal, good, type JsonSchema } from '../kind.ts';

/** A code that is one, lies where the question asks, and is known where a list is at hand. Answered in its short form. */
export function check(typed: unknown, { within }: Question, { findDivision }: FormContext): Checked {
  const parsed = parseDivisionCode(typeof typed === 'string' ? typed : '');
  if (!parsed.ok) return fromRefusal(parsed.refusal);
  const { code } = parsed.value;
  if (within && !isWithinDivision(code, within)) {
    const place = findDivision?.(within) ?? within;
    return bad('outside', `请选择${place}以内的地区。`, `Choose a place within ${place}.`);
  }
  if (findDivision && findDivision(code) === undefined)
    return bad('unknown-division', '没有这个行政区划代码，请核对。', 'There is no division with this code.');
  return good(code);
}

export const schemaOf = (): JsonSchema => ({ type: 'string', pattern: '^[1-9]\\d{5}(\\d{3}|\\d{6})?$' });
