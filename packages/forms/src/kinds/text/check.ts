import type { Question } from '../../definition/definition.ts';
import { findLinearPattern } from '../../definition/linear-pattern.ts';
import { bad, type Checked, good, type JsonSchema } from '../kind.ts';
import { cleanText, lengthOf } from '../line.ts';

export const longest = 200;

/** Length in characters and, where the definition has one, the pattern the whole text must match. */
export function check(typed: unknown, question: Question, most = longest): Checked {
  if (typeof typed !== 'string') return bad('not-text', '这里应填写文字。', 'This must be text.');
  const text = cleanText(typed).replaceAll('\n', ' ');
  return checkText(text, question, most);
}

export function checkText(text: string, question: Question, most: number): Checked {
  if (text === '') return bad('missing', '请填写内容。', 'Enter something.');
  const length = lengthOf(text);
  const limit = question.maxLength ?? most;
  if (length > limit)
    return bad(
      'too-long',
      `最多 ${limit} 字，现有 ${length} 字。`,
      `At most ${limit} characters; there are ${length}.`,
    );
  if (question.minLength !== undefined && length < question.minLength)
    return bad('too-short', `至少 ${question.minLength} 字。`, `At least ${question.minLength} characters.`);
  if (question.pattern && !findLinearPattern(wholly(question.pattern))?.test(text)) {
    const { zh, en } = question.patternSay ?? { zh: '格式不对，请核对。', en: 'This does not have the right form.' };
    return bad('wrong-form', zh, en);
  }
  return good(text);
}

/** A form's pattern is held against the whole text. */
export const wholly = (pattern: string): string => `^(?:${pattern})$`;

export const schemaOf = (question: Question, most = longest): JsonSchema => ({
  type: 'string',
  minLength: Math.max(1, question.minLength ?? 1),
  maxLength: question.maxLength ?? most,
  ...(question.pattern ? { pattern: wholly(question.pattern) } : {}),
});
