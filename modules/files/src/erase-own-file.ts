import { ok, type Result, refuse } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { eraseBytesOf } from './erase-bytes.ts';
import { eraseLooseRow, findFileRows } from './store.ts';

export type EraseRefusal = { readonly kind: 'not-found' } | { readonly kind: 'file-in-case' };

/**
 * Erases what one has sent and put to no case (个人信息保护法 47). A filing at the same moment takes the file or finds it
 * gone: both change the same row. What lies with a case is kept with it; there a material is taken away instead. The
 * bytes go right after, outside the transaction.
 */
export async function eraseOwnFile(ctx: Ctx, id: string): Promise<Result<undefined, EraseRefusal>> {
  const erased = await eraseLooseRow(ctx.tx, { id, ownerId: ctx.actor.id }, ctx.now);
  if (erased) {
    await eraseBytesOf(ctx, { ...erased, id });
    return ok();
  }
  const [row] = await findFileRows(ctx.tx, [id]);
  return refuse({ kind: row?.owner_id === ctx.actor.id ? 'file-in-case' : 'not-found' });
}
