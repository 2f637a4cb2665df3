import type { OnlineItem } from '@zhengtong/catalogue';
import { findFiles } from '@zhengtong/files';
import { type AnswerError, checkDraft, type Draft, type FormContext, typedOf, type Values } from '@zhengtong/forms';
import { ok, type Result, refuse, saidOf } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { listFileIds, rightfulFiles } from './answer-files.ts';
import { openAnswers } from './answers.ts';
import { mayHappen, type TransitionRefusal } from './domain/may-happen.ts';
import { answersContextOf } from './form-context.ts';
import { formOf } from './form-of-item.ts';
import { compareCorrection } from './list-standing.ts';
import type { LoadedCase } from './load-case.ts';
import { listNeeded } from './needed-materials.ts';
import { byApplicant, loadOwnCase } from './own-case.ts';
import { loadPlaces } from './real-places.ts';
import { recordAction } from './record-action.ts';
import { listMaterialRows } from './store-materials.ts';

export type Incomplete =
  | { readonly kind: 'answers-wrong'; readonly errors: readonly AnswerError[] }
  | { readonly kind: 'materials-missing'; readonly missing: readonly string[] };

export type SubmitRefusal = TransitionRefusal | Incomplete | { readonly kind: 'not-found' };

/** Places asked to be corrected that were neither changed nor answered with a word. */
export type Untouched = { readonly kind: 'points-untouched'; readonly untouched: readonly string[] };

/** Files a case, at any hour. Everything that a program can see is missing is told at once, before anybody waits for it. */
export async function submitCase(ctx: Ctx, given: { caseId: string }): Promise<Result<LoadedCase, SubmitRefusal>> {
  const judged = await loadComplete(ctx, given.caseId, 'submitted');
  return judged.ok ? ok(await recordAction(ctx, judged.value, { kind: 'submitted' }, byApplicant(ctx))) : judged;
}

/**
 * Sends back what was asked to be corrected; the five days begin anew with what came in. Who is asked need not agree
 * (行政许可法 7: the right to state and to argue): a place left as it was takes a word (`words`, by its key) in place of a change.
 */
export async function answerCorrection(
  ctx: Ctx,
  given: { caseId: string; words?: Readonly<Record<string, string>> },
): Promise<Result<LoadedCase, SubmitRefusal | Untouched>> {
  const judged = await loadComplete(ctx, given.caseId, 'correction-answered');
  if (!judged.ok) return judged;
  const { changed, untouched } = await compareCorrection(ctx, judged.value);
  const left = untouched.map((at) => ({ at, word: saidOf(given.words?.[at]) }));
  const silent = left.filter(({ word }) => word === '').map(({ at }) => at);
  if (silent.length > 0) return refuse({ kind: 'points-untouched', untouched: silent });
  return ok(await recordAction(ctx, judged.value, { kind: 'correction-answered', changed, left }, byApplicant(ctx)));
}

/** One's own case under its lock, where it may be sent now and has all it needs. */
async function loadComplete(
  ctx: Ctx,
  caseId: string,
  kind: 'submitted' | 'correction-answered',
): Promise<Result<LoadedCase, SubmitRefusal>> {
  const loaded = await loadOwnCase(ctx, caseId, 'change');
  if (!loaded) return refuse({ kind: 'not-found' });
  const may = mayHappen(loaded.state, kind, { doers: ['applicant'], id: ctx.actor.id });
  if (!may.ok) return may;
  const complete = await checkComplete(ctx, loaded);
  return complete.ok ? ok(loaded) : complete;
}

/** Answers right and materials there; the values as they will be decided upon. */
export async function checkComplete(ctx: Ctx, loaded: LoadedCase): Promise<Result<Values, Incomplete>> {
  const { row, item } = loaded;
  const rows = await listMaterialRows(ctx.tx, { divisionCode: row.division_code, caseId: row.id });
  const draft = openAnswers(ctx, row.answers);
  const files = await findFiles(ctx, [...rows.map((one) => one.file_id), ...listFileIds(draft.answers)]);
  const sound = new Set(files.filter((one) => one.scan !== 'infected').map((one) => one.id));
  const there = new Set(rows.filter((one) => sound.has(one.file_id)).map((one) => one.material));
  const places = await loadPlaces(ctx, row.division_code, formOf(item), typedOf(draft));
  const context = answersContextOf(ctx, row, draft, { files: rightfulFiles(ctx, files, row.id), places });
  return judgeComplete(item, draft, context, there);
}

/** `context` knows the files the answers may name. `there`: materials that lie there, erased and infected files not counted. */
export function judgeComplete(
  item: OnlineItem,
  draft: Draft,
  context: FormContext,
  there: ReadonlySet<string>,
): Result<Values, Incomplete> {
  const { values, errors } = checkDraft(formOf(item), draft, context);
  if (errors.length > 0) return refuse({ kind: 'answers-wrong', errors });
  const missing = listNeeded(item, values).filter((one) => one.isRequired && !there.has(one.key));
  if (missing.length > 0) return refuse({ kind: 'materials-missing', missing: missing.map((one) => one.key) });
  return ok(values);
}
