import { sayAnswer } from '@zhengtong/forms';
import type { Ctx } from '@zhengtong/platform';
import type { LoadedCase } from './load-case.ts';
import { loadAnswerPlaces, readAnswers } from './read-answers.ts';

/**
 * The answers a case was filed with, each as one line of text: what a certificate prints. Files are not looked up: they
 * were when it was filed.
 */
export async function sayAnswers(ctx: Ctx, loaded: Pick<LoadedCase, 'row' | 'item'>): Promise<Record<string, string>> {
  const places = await loadAnswerPlaces(ctx, loaded);
  const { form, context, values } = readAnswers(ctx, loaded, { places });
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, sayAnswer(form, key, value, context, 'zh').join('、')]),
  );
}
