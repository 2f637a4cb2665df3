import type { Result } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { attachMaterial, type MaterialRefusal } from './attach-material.ts';
import type { LoadedCase } from './load-case.ts';
import { type SaveAnswersRefusal, saveAnswers } from './save-answers.ts';
import { type StartRefusal, startCase } from './start-case.ts';
import { type SubmitRefusal, submitCase } from './submit-case.ts';

export type FileGiven = {
  readonly divisionCode: string;
  readonly itemId: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly materials?: readonly { readonly material: string; readonly fileId: string }[];
};

export type FileRefusal = StartRefusal | SaveAnswersRefusal | MaterialRefusal | SubmitRefusal;

/** Starts and files a case at once, for programs: everything is there or nothing is. */
export async function fileCase(ctx: Ctx, given: FileGiven): Promise<Result<LoadedCase, FileRefusal>> {
  const started = await startCase(ctx, given);
  if (!started.ok) return started;
  const { caseId } = started.value;
  const saved = await saveAnswers(ctx, { caseId, answers: given.answers });
  if (!saved.ok) return saved;
  for (const one of given.materials ?? []) {
    const attached = await attachMaterial(ctx, { caseId, ...one });
    if (!attached.ok) return attached;
  }
  return submitCase(ctx, { caseId });
}
