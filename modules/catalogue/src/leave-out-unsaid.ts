import { type ItemVersion, type PublicItem, unsaidOfListed } from './contract.ts';
import { isListedOnly } from './read-items.ts';

/**
 * The guide as programs read it. An item's row must hold something in every place; where only a line of an imported list
 * is known, that is `free`, `for everybody` and `nothing to bring`, and nobody ever said so: such parts are left out.
 */
export function leaveOutUnsaid(item: ItemVersion): PublicItem {
  if (!isListedOnly(item)) return item;
  const answer: Partial<ItemVersion> = { ...item };
  for (const part of unsaidOfListed) if (!holdsWord(item, part)) delete answer[part];
  return answer as PublicItem;
}

/** What an import writes where its source is silent (`bareGuide`) is no word. */
function holdsWord(item: ItemVersion, part: (typeof unsaidOfListed)[number]): boolean {
  if (part === 'fee') return item.fee.isCharged;
  if (part === 'audience') return item.audience.length === 1;
  return item[part].length > 0;
}
