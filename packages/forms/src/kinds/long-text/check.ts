import type { Question } from '../../definition/definition.ts';
import { bad, type Checked, type JsonSchema } from '../kind.ts';
import { cleanText } from '../line.ts';
import { checkText, schemaOf as schemaOfText } from '../text/check.ts';

export const longest = 5000;

export function check(typed: unknown, question: Question): Checked {
  if (typeof typed !== 'string') return bad('not-text', '这里应填写文字。', 'This must be text.');
  return checkText(cleanText(typed), question, longest);
}

export const schemaOf = (question: Question): JsonSchema => schemaOfText(question, longest);
