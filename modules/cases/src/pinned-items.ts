import type { OnlineItem } from '@zhengtong/catalogue';
import type { Ctx } from '@zhengtong/platform';
import { getPinnedItem } from './load-case.ts';
import type { CaseRow } from './store-cases.ts';

type Pin = Pick<CaseRow, 'division_code' | 'item_id' | 'item_version'>;

/** The items of a page of cases, each version read once: they are of a few. */
export async function itemsOf(ctx: Ctx, rows: readonly Pin[]): Promise<(row: Pin) => OnlineItem> {
  const items = new Map<string, OnlineItem>();
  for (const row of rows) {
    const key = keyOf(row);
    if (!items.has(key)) items.set(key, await getPinnedItem(ctx, row));
  }
  return (row) => items.get(keyOf(row)) as OnlineItem;
}

const keyOf = (row: Pin): string => `${row.division_code} ${row.item_id} ${row.item_version}`;
