import { checkDraft, type Values } from '@zhengtong/forms';
import type { Ctx } from '@zhengtong/platform';
import { openAnswers } from './answers.ts';
import { formContextOf } from './form-context.ts';
import { formOf } from './form-of-item.ts';
import type { LoadedCase } from './load-case.ts';

/** The checked values a case was filed with. Files are not looked up: they were when it was filed. */
export function listValues(ctx: Ctx, { row, item }: Pick<LoadedCase, 'row' | 'item'>): Values {
  return checkDraft(formOf(item), openAnswers(ctx, row.answers), formContextOf(ctx, row.division_code)).values;
}
