import { parseResidentNumber } from '@zhengtong/standards';
import type { Question } from '../../definition/definition.ts';
import { type Checked, type FormContext, fromRefusal, good, type JsonSchema } from '../kind.ts';

/** 公民身份号码 (GB 11643) in its 18-place form. */
export function check(typed: unknown, _: Question, { today, demoAreas = [] }: FormContext): Checked {
  const parsed = parseResidentNumber(typeof typed === 'string' ? typed : '', { today, demoAreas });
  return parsed.ok ? good(parsed.value.number) : fromRefusal(parsed.refusal);
}

export const schemaOf = (): JsonSchema => ({ type: 'string', pattern: '^\\d{17}[\\dX]$' });
