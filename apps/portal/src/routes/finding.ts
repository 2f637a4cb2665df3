import { listItemsOf, listLifeEvents } from '@zhengtong/catalogue';
import { homePage } from '../pages/show-home.tsx';
import { addPage, anybody } from '../routing.ts';
import type { Site } from '../site.ts';

const onHome = 6;

/** Home, search, lists, guide: what anybody may read. */
export function addFindingPages(site: Site): void {
  const { divisionCode } = site.ports;

  addPage(site, '/', anybody, async (visit) => {
    const [events, listed] = await visit.read(async (ctx) => [
      await listLifeEvents(ctx, divisionCode),
      await listItemsOf(ctx, { divisionCode }),
    ]);
    return homePage(visit, {
      events,
      online: listed.items.filter((item) => item.online === 'online').slice(0, onHome),
    });
  });
}
