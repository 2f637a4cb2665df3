import type { ItemSummary } from '@zhengtong/catalogue';
import type { ServiceRow } from '@zhengtong/ui';
import type { Visit } from '../visit.ts';

export const itemHref = (at: { divisionCode: string; itemId: string }): string =>
  `/items/${at.divisionCode}/${at.itemId}`;

/** One line of a list of services: its name, what it is for, who does it and how. */
export function serviceRow({ say, pick }: Visit, item: ItemSummary): ServiceRow {
  return {
    title: pick(item.name, item.nameEn),
    href: itemHref(item),
    text: pick(item.summary, item.summaryEn) || undefined,
    facts: [item.organisationName, say(item.online === 'online' ? 'list.online' : 'list.counter')],
  };
}
