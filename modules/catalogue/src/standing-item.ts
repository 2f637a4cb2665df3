import type { Ctx } from '@zhengtong/platform';
import type { ItemVersion } from './contract.ts';
import { findStandingNumber, findVersion, type ItemPlace } from './store-items.ts';

// What a published version says never changes, so it is read once; which version stands is asked every time.
const kept = new Map<string, ItemVersion>();
const most = 500;

/** The version that stands, as `findPublishedItem`, for hot paths: the answer is one every caller has, not to be changed. */
export async function findStandingItem(ctx: Ctx, at: ItemPlace): Promise<ItemVersion | undefined> {
  const version = await findStandingNumber(ctx.tx, at);
  if (version === undefined) return undefined;
  const key = `${at.divisionCode}/${at.itemId}/${version}`;
  const known = kept.get(key);
  if (known) return known;
  const item = await findVersion(ctx.tx, { ...at, version });
  if (item?.state === 'published') {
    if (kept.size >= most) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, item);
  }
  return item;
}
