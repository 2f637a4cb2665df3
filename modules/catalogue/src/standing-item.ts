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
  return await readOnce(ctx, { ...at, version });
}

/**
 * The version a case is pinned to, as it was published; whether it still stands is asked elsewhere. One answer for every
 * caller, not to be changed. Throws where there is none: a case never outlives its version.
 */
export async function getPinnedVersion(ctx: Ctx, at: ItemPlace & { version: number }): Promise<ItemVersion> {
  const found = await readOnce(ctx, at);
  if (!found) throw new Error(`item ${at.itemId} of ${at.divisionCode} has no version ${at.version}`);
  return found;
}

async function readOnce(ctx: Ctx, at: ItemPlace & { version: number }): Promise<ItemVersion | undefined> {
  const key = `${at.divisionCode}/${at.itemId}/${at.version}`;
  const known = kept.get(key);
  if (known) return known;
  const found = await findVersion(ctx.tx, at);
  // A draft, and one that waits for review, still change.
  if (!found?.publishedAt) return found;
  const item = { ...found, state: 'published' as const };
  if (kept.size >= most) kept.delete(kept.keys().next().value ?? '');
  kept.set(key, item);
  return item;
}
