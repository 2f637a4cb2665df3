import type { Question } from '../../definition/definition.ts';
import { check as checkDate, isNoDate, readDate, writeDate } from '../date/check.ts';
import { bad, type Checked, type Fault, type FormContext, good, type JsonSchema, type Kind } from '../kind.ts';
import { isRecord, partOf } from '../typed.ts';

const ends = ['from', 'to'] as const;

/** Two days, both part of it; the second not before the first. */
export function check(typed: unknown, question: Question, context: FormContext): Checked {
  if (!isRecord(typed)) return bad('not-a-period', '请填写起止日期。', 'Enter a first and a last day.');
  const faults: Fault[] = [];
  const value: Record<string, string> = {};
  for (const end of ends) {
    const part = partOf(typed, end);
    const checked = isNoDate(part) ? missing(end) : checkDate(part, question, context);
    if (checked.ok) value[end] = checked.value as string;
    else faults.push(...checked.faults.map((fault) => ({ ...fault, path: end })));
  }
  if (faults.length > 0) return { ok: false, faults };
  if ((value.to as string) < (value.from as string))
    return bad('ends-before-start', '结束日期不能早于开始日期。', 'The last day cannot be before the first.', 'to');
  return good(value);
}

const missing = (end: string): Checked =>
  end === 'from'
    ? bad('missing', '请填写开始日期。', 'Enter the first day.')
    : bad('missing', '请填写结束日期。', 'Enter the last day.');

export const schemaOf = (): JsonSchema => ({
  type: 'object',
  properties: { from: { type: 'string', format: 'date' }, to: { type: 'string', format: 'date' } },
  required: [...ends],
  additionalProperties: false,
});

export const reading: Pick<Kind, 'read' | 'write' | 'isEmpty'> = {
  read: (post, name) => {
    const [from, to] = ends.map((end) => readDate(post, `${name}.${end}`));
    return from === undefined && to === undefined ? undefined : { from: from ?? '', to: to ?? '' };
  },
  write: (value, name) => ends.flatMap((end) => writeDate(partOf(value, end), `${name}.${end}`)),
  isEmpty: (typed) => (isRecord(typed) ? Object.values(typed).every(isNoDate) : isNoDate(typed)),
};
