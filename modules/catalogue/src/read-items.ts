import type { Ctx } from '@zhengtong/platform';
import type { ItemVersion, LifeEvent, OnlineItem } from './contract.ts';
import { lifeEvents } from './domain/life-events.ts';
import { findStanding, findVersion, type ItemPlace } from './store-items.ts';
import { countByLifeEvent, findIdsByEnglishName, findPlaceByCode } from './store-lists.ts';

/** The version that stands. Undefined where the item is not published. */
export const findPublishedItem = (ctx: Ctx, at: ItemPlace): Promise<ItemVersion | undefined> =>
  findStanding(ctx.tx, at);

/** The version a case is pinned to. Throws where there is none: a case never outlives its version. */
export async function getItemVersion(ctx: Ctx, at: ItemPlace & { version: number }): Promise<ItemVersion> {
  const found = await findVersion(ctx.tx, at);
  if (!found) throw new Error(`item ${at.itemId} of ${at.divisionCode} has no version ${at.version}`);
  return found;
}

/** The published item with this code: of its place, national or of the handling item; in any case and spacing. */
export async function findItemByCode(ctx: Ctx, code: string): Promise<ItemVersion | undefined> {
  const at = await findPlaceByCode(ctx.tx, code.replaceAll('|', '').trim().toUpperCase());
  return at && (await findStanding(ctx.tx, at));
}

/** Ids of the items of a division whose English name holds these words in any case; none where they are not English. */
export const listIdsByEnglishName = async (ctx: Ctx, divisionCode: string, words: string): Promise<string[]> =>
  /[a-z]/i.test(words) ? await findIdsByEnglishName(ctx.tx, divisionCode, words.trim()) : [];

/** Whether an item can be applied for; publication has proved that what a case stands on is there. */
export const isOnline = (item: ItemVersion): item is OnlineItem =>
  item.online === 'online' &&
  item.state === 'published' &&
  [item.form, item.process, item.legalLimit, item.promisedLimit].every((part) => part !== undefined);

/** Whether only a line of an imported list is known: what stands empty was never said, and must not be read as "none". */
export const isListedOnly = ({
  online,
  materials,
  laws,
}: Pick<ItemVersion, 'online' | 'materials' | 'laws'>): boolean =>
  online === 'guide-only' && materials.length === 0 && laws.length === 0;

/** Life events of a division that have items, in the order people live through them. */
export async function listLifeEvents(ctx: Ctx, divisionCode: string): Promise<LifeEvent[]> {
  const counts = await countByLifeEvent(ctx.tx, divisionCode);
  return lifeEvents.map((event) => ({ ...event, items: counts.get(event.key) ?? 0 })).filter(({ items }) => items > 0);
}
