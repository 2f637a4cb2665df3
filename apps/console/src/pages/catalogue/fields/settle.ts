import type { ItemContent, LawCitation } from '@zhengtong/catalogue/contract';

/**
 * What the fields hold as the contract writes it: what was emptied is absent, a law begun has both its halves, one
 * emptied is gone.
 */
export function settle(part: Partial<ItemContent>): Partial<ItemContent> {
  const { materials, fee, ...others } = JSON.parse(JSON.stringify(part)) as Partial<ItemContent>;
  return {
    ...others,
    ...(materials ? { materials: materials.map(settleLaw) } : {}),
    ...(fee ? { fee: { ...fee, items: fee.items.map(settleLaw) } } : {}),
  };
}

function settleLaw<T extends { law?: LawCitation }>(entry: T): T {
  const { law, ...others } = entry;
  if (!law || Object.values(law).every((text) => text === '')) return others as T;
  return { ...entry, law: { ...law, law: law.law ?? '', article: law.article ?? '' } };
}
