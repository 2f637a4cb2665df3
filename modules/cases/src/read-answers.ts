import type { FileView } from '@zhengtong/files';
import { checkDraft } from '@zhengtong/forms';
import type { Ctx } from '@zhengtong/platform';
import { openAnswers } from './answers.ts';
import { answersContextOf } from './form-context.ts';
import { formOf } from './form-of-item.ts';
import type { LoadedCase } from './load-case.ts';

/** The answers of a case opened and checked as of their day, with the form they answer; `files` are those they name. */
export function readAnswers(
  ctx: Pick<Ctx, 'keys' | 'now'>,
  { row, item }: Pick<LoadedCase, 'row' | 'item'>,
  files?: readonly FileView[],
) {
  const [form, draft] = [formOf(item), openAnswers(ctx, row.answers)];
  const context = answersContextOf(ctx, row, draft, files);
  return { form, draft, context, ...checkDraft(form, draft, context) };
}
