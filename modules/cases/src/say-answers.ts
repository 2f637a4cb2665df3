import { sayAnswer } from '@zhengtong/forms';
import type { Ctx } from '@zhengtong/platform';
import type { LoadedCase } from './load-case.ts';
import { readAnswers } from './read-answers.ts';

/**
 * The answers a case was filed with, each as one line of text: what a certificate prints. Files are not looked up: they
 * were when it was filed.
 */
export function sayAnswers(ctx: Ctx, loaded: Pick<LoadedCase, 'row' | 'item'>): Record<string, string> {
  const { form, context, values } = readAnswers(ctx, loaded);
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, sayAnswer(form, key, value, context, 'zh').join('、')]),
  );
}
