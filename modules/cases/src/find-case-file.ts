import { type FileView, findFiles } from '@zhengtong/files';
import { mayAct, subjectOf } from '@zhengtong/identity';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Ctx, noteRead } from '@zhengtong/platform';
import { placeOf } from './act-on-case.ts';
import { listFileIds } from './answer-files.ts';
import { openAnswers } from './answers.ts';
import { loadCase } from './load-case.ts';
import type { CaseRef } from './store-cases.ts';
import { listMaterialRows } from './store-materials.ts';

/**
 * A file that lies with a case now, for an officer who may read the case. Each look is noted with its purpose for whoever
 * sent the file to see, also where the look comes to nothing (not scanned yet, no preview).
 */
export async function findCaseFile(
  ctx: Ctx,
  ref: CaseRef,
  fileId: string,
  purpose: '打开材料' | '预览材料',
): Promise<Result<FileView, { readonly kind: 'not-found' }>> {
  const loaded = await loadCase(ctx, ref, 'read');
  if (!loaded || loaded.state.status === 'draft' || !mayAct(ctx.actor, 'read', placeOf(loaded)))
    return refuse({ kind: 'not-found' });
  const ids = [
    ...(await listMaterialRows(ctx.tx, ref)).map((row) => row.file_id),
    ...listFileIds(openAnswers(ctx, loaded.row.answers).answers),
  ];
  const [file] = ids.includes(fileId) ? await findFiles(ctx, [fileId]) : [];
  if (file?.caseId !== ref.caseId) return refuse({ kind: 'not-found' });
  noteRead(ctx, { subject: subjectOf(ctx, file.ownerId), purpose, caseId: ref.caseId, fields: ['materials'] });
  return ok(file);
}
