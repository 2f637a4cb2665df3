import type { Ctx } from '@zhengtong/platform';
import { listBelow } from './store-reference.ts';

export type Place = { readonly code: string; readonly name: string };

/**
 * Places right below each of these divisions (codes of 6 to 9 digits, GB/T 2260 and GB/T 10114): towns of a county,
 * villages of a town. By code, from the list imported last that names any; a division of which no list does is left out.
 */
export async function listPlacesBelow(
  ctx: Pick<Ctx, 'tx'>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly Place[]>> {
  const below = new Map<string, Place[]>();
  if (codes.length === 0) return below;
  for (const { parent_code, code, name } of await listBelow(ctx.tx, codes)) {
    const known = below.get(parent_code);
    if (known) known.push({ code, name });
    else below.set(parent_code, [{ code, name }]);
  }
  return below;
}
