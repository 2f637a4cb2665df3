import { putAnswers, type Seen, sortSeen, typedOf } from '@zhengtong/forms';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { attachAnswerFiles } from './answer-files.ts';
import { openAnswers, sealAnswers } from './answers.ts';
import { whyShut } from './domain/field-rights.ts';
import { formContextOf } from './form-context.ts';
import { formOf } from './form-of-item.ts';
import { openedBy } from './opened-by-correction.ts';
import { loadOwnCase } from './own-case.ts';
import { loadPlaces } from './real-places.ts';
import { saveAnswersRow } from './store-cases.ts';

export type SaveAnswersRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'wrong-status'; readonly stands: string }
  | { readonly kind: 'not-asked'; readonly keys: readonly string[] }
  | { readonly kind: 'changed-elsewhere'; readonly keys: readonly string[] };

/**
 * Keeps what was typed, right or wrong: a draft may be half full. In a correction only the questions asked about can be
 * changed, and those that hang on them. With what the page showed (`seen`), a second window or device cannot silently undo what another one saved:
 * an answer it left alone is not written, and one that both changed is refused, so that the person decides.
 */
export async function saveAnswers(
  ctx: Ctx,
  given: { caseId: string; answers: Readonly<Record<string, unknown>>; seen?: Seen },
): Promise<Result<{ revision: number }, SaveAnswersRefusal>> {
  const loaded = await loadOwnCase(ctx, given.caseId, 'change');
  if (!loaded) return refuse({ kind: 'not-found' });
  const { row, state, item } = loaded;
  if (state.status !== 'draft' && state.status !== 'correction')
    return refuse({ kind: 'wrong-status', stands: state.status });
  const open = { status: state.status, asked: openedBy(item, state.asked) };
  const keys = Object.keys(given.answers).filter((key) => whyShut(key, open, item.process.fieldRights));
  if (keys.length > 0) return refuse({ kind: 'not-asked', keys });

  const writer = { by: ctx.actor.id, at: ctx.now, ...(ctx.actor.firmId ? { for: ctx.actor.firmId } : {}) };
  const [form, before] = [formOf(item), openAnswers(ctx, row.answers)];
  const places = await loadPlaces(ctx, row.division_code, form, typedOf(before), given.answers);
  const context = formContextOf(ctx, row.division_code, { places, isFiled: row.submitted_at !== null });
  const { mine, both } = sortSeen(form, before, given.answers, given.seen ?? {}, context);
  if (both.length > 0) return refuse({ kind: 'changed-elsewhere', keys: both });
  const draft = putAnswers(form, before, mine, writer, context);
  const ref = { divisionCode: row.division_code, caseId: row.id };
  const changes = { answers: sealAnswers(ctx, draft), changed_at: ctx.now as string };
  if (!(await saveAnswersRow(ctx.tx, ref, row.answers_revision, changes))) {
    throw new Error('the locked case changed under its lock');
  }
  await attachAnswerFiles(ctx, ref, mine);
  return ok({ revision: row.answers_revision + 1 });
}
