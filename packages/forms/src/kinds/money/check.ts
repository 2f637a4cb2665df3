import { type Fen, findFen, sayYuan } from '@zhengtong/kernel';
import { toHalfWidth } from '@zhengtong/standards';
import type { Question } from '../../definition/definition.ts';
import { bad, type Checked, good, type JsonSchema, type Kind } from '../kind.ts';
import { isBlank, readText } from '../typed.ts';

/** A person types yuan (`1,280.50`, ￥, 元); JSON carries fen, a whole number. No floating point touches the amount. */
export function check(typed: unknown, { min, max }: Question): Checked {
  const fen = typeof typed === 'number' ? wholeFen(typed) : typeof typed === 'string' ? readYuan(typed) : undefined;
  if (fen === undefined) return bad('not-an-amount', '请填写金额，例如 1280.50。', 'Enter an amount, such as 1280.50.');
  if (min !== undefined && fen < min)
    return bad('too-small', `不能少于 ${yuan(min)} 元。`, `At least ${yuan(min)} yuan.`);
  if (max !== undefined && fen > max)
    return bad('too-large', `不能多于 ${yuan(max)} 元。`, `At most ${yuan(max)} yuan.`);
  return good(fen);
}

const yuan = (fen: number): string => sayYuan(fen as Fen);
const wholeFen = (fen: number): Fen | undefined =>
  (Number.isSafeInteger(fen) ? (fen === 0 ? 0 : fen) : undefined) as Fen;
const readYuan = (text: string): Fen | undefined =>
  findFen(
    toHalfWidth(text)
      .replace(/^[¥￥]/, '')
      .replace(/元$/, ''),
  );

export const schemaOf = ({ min, max }: Question): JsonSchema => ({
  type: 'integer',
  ...(min === undefined ? {} : { minimum: min }),
  ...(max === undefined ? {} : { maximum: max }),
});

/** As a person would type an amount that is kept in fen. */
export const yuanText = (typed: unknown): string =>
  typeof typed === 'number' ? yuan(typed) : typeof typed === 'string' ? typed : '';

export const reading: Pick<Kind, 'read' | 'write' | 'isEmpty'> = {
  read: readText,
  write: (value, name) => [[name, yuanText(value)]],
  isEmpty: isBlank,
};
