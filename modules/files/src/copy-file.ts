import { newId, ok, type Result, refuse } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { type FileView, toView } from './file-view.ts';
import { insertFile, lockFileRow } from './store.ts';

export type CopyRefusal = { readonly kind: 'not-found' } | { readonly kind: 'not-scanned' };

/**
 * The same file once more, as one of another case and of the actor, who the caller has judged may use it. The bytes are
 * not copied: both rows name them, each row is kept and erased with its own case, and the bytes go with the last. What
 * waits for the scanner is not copied, so that a virus found later is never in two cases; what was let through unscanned
 * still says so, and each row is scanned and each case told for itself. That an officer held the original beside it is on
 * record with the earlier case and not with this one: the copy is an upload again (国办函〔2016〕108号). It came when the
 * first of them came: papers do not grow young by being sent again. `id`: of the new file, where the caller has named it
 * already.
 */
export async function copyFile(
  ctx: Ctx,
  fileId: string,
  at: { readonly divisionCode: string; readonly caseId: string },
  id: string = newId(),
): Promise<Result<FileView, CopyRefusal>> {
  const row = await lockFileRow(ctx.tx, fileId);
  if (!row) return refuse({ kind: 'not-found' });
  if (row.scan === 'waiting' || row.scan === 'infected') return refuse({ kind: 'not-scanned' });
  const copy = {
    ...row,
    division_code: at.divisionCode,
    id,
    owner_id: ctx.actor.id,
    trust: row.trust === 'B' ? ('C' as const) : row.trust,
    case_id: at.caseId,
    keep_until: null,
  };
  await insertFile(ctx.tx, copy);
  return ok(toView(ctx, copy));
}
