import { checkDraft, typedOf } from '@zhengtong/forms';
import type { Ctx } from '@zhengtong/platform';
import { openAnswers } from './answers.ts';
import { type AnsweredFrom, answersContextOf } from './form-context.ts';
import { formOf } from './form-of-item.ts';
import type { LoadedCase } from './load-case.ts';
import { loadPlaces, type Places } from './real-places.ts';

/**
 * The answers of a case opened and checked as of their day, with the form they answer; `files` are those they name,
 * `erased` those of them that are gone, `places` (`loadAnswerPlaces`) what gives a town its name.
 */
export function readAnswers(
  ctx: Pick<Ctx, 'keys' | 'now'>,
  { row, item }: Pick<LoadedCase, 'row' | 'item'>,
  from: AnsweredFrom = {},
) {
  const [form, draft] = [formOf(item), openAnswers(ctx, row.answers)];
  const context = answersContextOf(ctx, row, draft, from);
  return { form, draft, context, ...checkDraft(form, draft, context) };
}

/** The imported lists that name the places of a case's answers. */
export const loadAnswerPlaces = (ctx: Ctx, { row, item }: Pick<LoadedCase, 'row' | 'item'>): Promise<Places> =>
  loadPlaces(ctx, row.division_code, formOf(item), typedOf(openAnswers(ctx, row.answers)));
