import type { ItemContent, LawCitation, Process } from '@zhengtong/catalogue/contract';

/**
 * What the fields hold as the contract writes it: what was emptied is absent, a law begun has both its halves, one
 * emptied is gone.
 */
export function settle(part: Partial<ItemContent>): Partial<ItemContent> {
  const { materials, fee, process, ...others } = JSON.parse(JSON.stringify(part)) as Partial<ItemContent>;
  return {
    ...others,
    ...(materials ? { materials: materials.map(settleLaw) } : {}),
    ...(process && !isBare(process) ? { process: { ...bare, ...process } } : {}),
    ...(fee ? { fee: { ...fee, items: fee.items.map(settleLaw) } } : {}),
  };
}

const bare: Process = { steps: [], excluded: [], silence: 'none' };

/** Nothing was written in it yet, or all of it taken away again: then there is no process. */
const isBare = ({ steps = [], excluded = [], fieldRights = [] }: Partial<Process>): boolean =>
  [steps, excluded, fieldRights].every(({ length }) => length === 0);

function settleLaw<T extends { law?: LawCitation }>(entry: T): T {
  const { law, ...others } = entry;
  if (!law || Object.values(law).every((text) => text === '')) return others as T;
  return { ...entry, law: { ...law, law: law.law ?? '', article: law.article ?? '' } };
}
