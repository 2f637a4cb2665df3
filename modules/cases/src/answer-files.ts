import { attachFiles, type FileView, findFiles } from '@zhengtong/files';
import type { Ctx } from '@zhengtong/platform';
import type { CaseRef } from './store-cases.ts';

type Typed = { readonly typed: unknown };

/** Ids inside answers of the file kind, which are lists of ids, also in the entries of a group. */
export function listFileIds(answers: Readonly<Record<string, Typed>>): string[] {
  return [...new Set(Object.values(answers).flatMap(({ typed }) => idsIn(typed)))];
}

const isFileId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

function idsIn(typed: unknown): string[] {
  if (Array.isArray(typed)) return typed.flatMap((one) => (isFileId(one) ? [one] : idsIn(one)));
  return typed !== null && typeof typed === 'object' ? Object.values(typed).flatMap(idsIn) : [];
}

/**
 * Of the files an answer names, those it may name: what lies with this case, and what the person has sent and put to no
 * case yet. Anybody else's is not there, so that an id guessed or seen elsewhere tells neither name nor size.
 */
export const rightfulFiles = (
  { actor }: Pick<Ctx, 'actor'>,
  files: readonly FileView[],
  caseId: string | undefined,
): FileView[] => files.filter((file) => (file.caseId === null ? file.ownerId === actor.id : file.caseId === caseId));

/** Files named in answers now belong to the case and are kept with it, as materials are. */
export async function attachAnswerFiles(
  ctx: Ctx,
  ref: CaseRef,
  answers: Readonly<Record<string, unknown>>,
): Promise<void> {
  const ids = listFileIds(Object.fromEntries(Object.entries(answers).map(([key, typed]) => [key, { typed }])));
  if (ids.length === 0) return;
  // Kept as it was typed, right or wrong: a file that went to another case meanwhile is told where the answers are checked.
  const loose = rightfulFiles(ctx, await findFiles(ctx, ids), ref.caseId).filter((file) => file.caseId === null);
  await attachFiles(
    ctx,
    loose.map((file) => file.id),
    ref,
  );
}
