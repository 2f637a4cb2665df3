import { emptyDraft } from '@zhengtong/forms';
import type { Ctx } from '@zhengtong/platform';
import { sealAnswers } from './answers.ts';
import { type CaseRow, saveAnswersRow } from './store-cases.ts';

/** Nothing of what was typed into a case, whose row is locked, is left. */
export async function eraseAnswers(
  ctx: Ctx,
  row: Pick<CaseRow, 'division_code' | 'id' | 'answers_revision'>,
): Promise<void> {
  const empty = { answers: sealAnswers(ctx, emptyDraft), changed_at: ctx.now as string };
  await saveAnswersRow(ctx.tx, { divisionCode: row.division_code, caseId: row.id }, row.answers_revision, empty);
}
