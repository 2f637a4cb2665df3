import { checkDraft, sayAnswer } from '@zhengtong/forms';
import type { Ctx } from '@zhengtong/platform';
import { openAnswers } from './answers.ts';
import { answersContextOf } from './form-context.ts';
import { formOf } from './form-of-item.ts';
import type { LoadedCase } from './load-case.ts';

/**
 * The answers a case was filed with, each as one line of text: what a certificate prints. Files are not looked up: they
 * were when it was filed.
 */
export function sayAnswers(ctx: Ctx, { row, item }: Pick<LoadedCase, 'row' | 'item'>): Record<string, string> {
  const form = formOf(item);
  const draft = openAnswers(ctx, row.answers);
  const context = answersContextOf(ctx, row, draft);
  const { values } = checkDraft(form, draft, context);
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, sayAnswer(form, key, value, context, 'zh').join('、')]),
  );
}
