import { defineEvent, ok, type Result, refuse } from '@zhengtong/kernel';
import { type Ctx, defineJob, type Listener, onJob, schedule } from '@zhengtong/platform';
import Type from 'typebox';
import type { FilePorts } from './ports.ts';
import { previewName } from './preview/find-preview.ts';
import { eraseLooseRow, findFileRows, isKept } from './store.ts';

export type EraseRefusal = { readonly kind: 'not-found' } | { readonly kind: 'file-in-case' };

/** Bytes whose row says they are gone. Doing it twice does no harm. */
const EraseBytes = defineJob(
  defineEvent('job.files.erase-bytes', Type.Object({ storedAs: Type.String(), sha256: Type.String() })),
);

/**
 * Erases what one has sent and put to no case (个人信息保护法 47). A filing at the same moment takes the file or finds it
 * gone: both change the same row. What lies with a case is kept with it; there a material is taken away instead. The
 * bytes go right after, outside the transaction.
 */
export async function eraseOwnFile(ctx: Ctx, id: string): Promise<Result<undefined, EraseRefusal>> {
  const erased = await eraseLooseRow(ctx.tx, { id, ownerId: ctx.actor.id }, ctx.now);
  if (erased) {
    const payload = { storedAs: erased.stored_as, sha256: erased.sha256 };
    await schedule(ctx, { event: EraseBytes, divisionCode: erased.division_code, key: id, payload }, ctx.now);
    return ok();
  }
  const [row] = await findFileRows(ctx.tx, [id]);
  return refuse({ kind: row?.owner_id === ctx.actor.id ? 'file-in-case' : 'not-found' });
}

export const eraseBytesListener = (ports: FilePorts): Listener =>
  onJob(EraseBytes, async (ctx, { storedAs, sha256 }) => {
    await ports.storage.remove(storedAs);
    if (!(await isKept(ctx.tx, sha256))) await ports.storage.remove(previewName(sha256));
  });
