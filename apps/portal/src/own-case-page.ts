import { findOwnerAmong, getMyCase, type MyCase } from '@zhengtong/cases';
import { type Firm, listFirmsOf } from '@zhengtong/identity';
import { isId } from '@zhengtong/kernel';
import { actForFirmPage } from './pages/act-for-firm.tsx';
import { type Answer, type Asked, addPage, signedIn } from './routing.ts';
import type { Site } from './site.ts';
import type { Visit } from './visit.ts';

export async function findMine(visit: Visit, { params }: Asked): Promise<MyCase | undefined> {
  const caseId = params.caseId ?? '';
  if (!isId(caseId)) return undefined;
  const found = await visit.read((ctx) => getMyCase(ctx, caseId, visit.lang));
  return found.ok ? found.value : undefined;
}

type Show = (visit: Visit, mine: MyCase, asked: Asked) => Answer | undefined | Promise<Answer | undefined>;

/** A page about one's own case. Anybody else's, or none of that id, is not there. */
export function addCasePage(site: Site, part: string, show: Show): void {
  addPage(site, `/my/cases/:caseId${part && `/${part}`}`, signedIn, async (visit, asked) => {
    const mine = await findMine(visit, asked);
    if (mine) return (await show(visit, mine, asked)) ?? { problem: 'not-found' };
    const firm = await findFirmOf(visit, asked.params.caseId ?? '');
    return firm ? actForFirmPage(visit, firm, visit.request.url) : { problem: 'not-found' };
  });
}

/** Whose case it is among the firms one may act for and does not now. */
async function findFirmOf(visit: Visit, caseId: string): Promise<Firm | undefined> {
  if (!isId(caseId)) return undefined;
  return await visit.read(async (ctx) => {
    const firms = await listFirmsOf(ctx, ctx.actor.id);
    const ownerId = await findOwnerAmong(
      ctx,
      caseId,
      firms.map(({ id }) => id),
    );
    return firms.find(({ id }) => id === ownerId);
  });
}
