import { findMyDraft } from '@zhengtong/cases';
import {
  findPublishedItem,
  isOnline,
  listHallsEver,
  listItemsOf,
  listLifeEvents,
  listOrganisationsWithItems,
  searchItems,
} from '@zhengtong/catalogue';
import { cutText, isId } from '@zhengtong/kernel';
import { type Ctx, inRead, nobody } from '@zhengtong/platform';
import { guidePage } from '../pages/show-guide.tsx';
import { homePage } from '../pages/show-home.tsx';
import { departmentsPage, listPage, searchPage } from '../pages/show-list.tsx';
import { readHallsToday } from '../read-hall-today.ts';
import { rememberFor } from '../remember.ts';
import { addPage, anybody } from '../routing.ts';
import type { Site } from '../site.ts';

const onHome = 6;
/** A newly published item stands on the home page within this. */
const keptMs = 20_000;

/** Home, search, lists, guide: what anybody may read. */
export function addFindingPages(site: Site): void {
  const { divisionCode } = site.ports;
  const more = (after: string | undefined) => (after ? { after } : {});

  const askPublic = <T>(use: (ctx: Ctx) => Promise<T>) => inRead(site.setting, nobody, use);
  const listForHome = rememberFor(keptMs, () =>
    askPublic(async (ctx) => ({
      events: await listLifeEvents(ctx, divisionCode),
      online: (await listItemsOf(ctx, { divisionCode })).items
        .filter((item) => item.online === 'online')
        .slice(0, onHome),
    })),
  );
  addPage(site, '/', anybody, async (visit) => homePage(visit, await listForHome()));

  addPage(site, '/search', anybody, async (visit, { query }) => {
    const words = cutText((query.q ?? '').trim(), 200);
    const found = await visit.read((ctx) => searchItems(ctx, { words, divisionCode, ...more(query.after) }));
    return searchPage(visit, { words, found });
  });

  addPage(site, '/events/:key', anybody, async (visit, { params, query }) => {
    const lifeEvent = params.key ?? '';
    const [events, found] = await visit.read(async (ctx) => [
      await listLifeEvents(ctx, divisionCode),
      await listItemsOf(ctx, { divisionCode, lifeEvent, ...more(query.after) }),
    ]);
    const event = events.find((one) => one.key === lifeEvent);
    if (!event) return { problem: 'not-found' };
    const title = visit.pick(event.name, event.nameEn);
    const lead = visit.say('list.eventLead', { name: title });
    return listPage(visit, { title, lead, href: `/events/${event.key}`, found });
  });

  addPage(site, '/departments', anybody, async (visit) =>
    departmentsPage(visit, await visit.read((ctx) => listOrganisationsWithItems(ctx, divisionCode))),
  );

  addPage(site, '/departments/:id', anybody, async (visit, { params, query }) => {
    const organisationId = params.id ?? '';
    if (!isId(organisationId)) return { problem: 'not-found' };
    const found = await visit.read((ctx) => listItemsOf(ctx, { divisionCode, organisationId, ...more(query.after) }));
    const title = found.items[0]?.organisationName;
    if (!title) return { problem: 'not-found' };
    const lead = visit.say('list.departmentLead', { name: title });
    return listPage(visit, { title, lead, href: `/departments/${organisationId}`, found });
  });

  addPage(site, '/items/:divisionCode/:itemId', anybody, async (visit, { params }) => {
    const at = { divisionCode: params.divisionCode ?? '', itemId: params.itemId ?? '' };
    if (!/^\d{6}$/.test(at.divisionCode) || !isId(at.itemId)) return { problem: 'not-found' };
    return await visit.read(async (ctx) => {
      const item = await findPublishedItem(ctx, at);
      if (!item) return { problem: 'not-found' };
      const names = new Set(item.windows.map(({ hall }) => hall.trim()));
      const all = await listHallsEver(ctx, at.divisionCode);
      // A city may have hundreds of halls: only those the guide will name are looked at.
      const halls = all.filter(
        ({ name, isEnded, windows }) =>
          names.has(name) || (!isEnded && windows.some(({ organisationId }) => organisationId === item.organisationId)),
      );
      const now = await readHallsToday(ctx, at.divisionCode, halls);
      const draft = ctx.actor.kind === 'person' && isOnline(item) ? await findMyDraft(ctx, at) : undefined;
      return guidePage(visit, item, { halls, now, draft });
    });
  });
}
