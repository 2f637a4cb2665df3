import { listMyCases, type MyCase, trackCase, withdrawCase } from '@zhengtong/cases';
import { findFirm, getProfile } from '@zhengtong/identity';
import { cutText, isId, ok } from '@zhengtong/kernel';
import { caseHref } from '../apply-walk.ts';
import { findActingName } from '../find-acting-name.ts';
import { doOnce } from '../once.ts';
import { addCasePage, findMine } from '../own-case-page.ts';
import { decisionPage, slipPage } from '../pages/case-letters.tsx';
import { casesPage } from '../pages/list-cases.tsx';
import { casePage } from '../pages/show-case.tsx';
import { trackPage } from '../pages/track-case.tsx';
import { withdrawPage } from '../pages/withdraw-case.tsx';
import { addPage, addPost, anybody, signedIn, textOf } from '../routing.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';

/** Following a case: list, page, letters, taking it back, and tracking without signing in. */
export function addFollowPages(site: Site): void {
  addPage(site, '/my/cases', signedIn, async (visit, { query }) => {
    const before = query.before && isId(query.before) ? query.before : undefined;
    const found = await visit.read(async (ctx) => ({
      lines: await listMyCases(ctx, before),
      firmName: await findActingName(ctx),
    }));
    return casesPage(visit, { ...found, isLater: before !== undefined });
  });

  addCasePage(site, '', (visit, mine, { query }) => casePage(visit, mine, query.late));
  addCasePage(site, 'slip', async (visit, mine) => slipPage(visit, mine, await addresseeOf(visit, mine, ['accepted'])));
  addCasePage(site, 'decision', async (visit, mine) =>
    decisionPage(visit, mine, await addresseeOf(visit, mine, ['decided', 'not-accepted'])),
  );
  addCasePage(site, 'withdrawal', askWithdrawal);

  addPost(site, '/my/cases/:caseId/withdrawal', signedIn, async (visit, asked) => {
    const caseId = asked.params.caseId ?? '';
    if (!isId(caseId)) return { problem: 'not-found' };
    const reason = cutText(textOf(asked.body, 'reason'), 500);
    const done = await doOnce(visit, asked, async (ctx) => {
      const withdrawn = await withdrawCase(ctx, { caseId, reason });
      return withdrawn.ok ? ok(caseHref(caseId)) : withdrawn;
    });
    if (done.ok) return { goTo: done.value };
    // Decided in the meantime: said in so many words, or somebody believes they took it back.
    const mine = done.refusal.kind === 'not-found' ? undefined : await findMine(visit, asked);
    const asking = mine && askWithdrawal(visit, mine);
    if (!asking) return { problem: 'not-found' };
    return 'goTo' in asking ? asking : { ...asking, status: 409 };
  });

  addPage(site, '/track', anybody, (visit, { query }) => trackPage(visit, { number: cutText(query.number ?? '', 40) }));

  // By POST, so that number and phone together never stand in an address; slow to guess by the rate limit.
  addPost(site, '/track', { allow: ['public'], costs: 'verify' }, async (visit, { body }) => {
    const [number, phoneTail] = [cutText(textOf(body, 'number').trim(), 40), textOf(body, 'tail').trim()];
    const found = await trackCase(site.setting, visit.actor, { number, phoneTail });
    return found.ok
      ? trackPage(visit, { number, tracked: found.value })
      : { ...trackPage(visit, { number, isWrong: true }), status: 422 };
  });
}

/** To whom a letter is written: a firm as it was called when it was. */
const addresseeOf = (visit: Visit, { loaded, firmName }: MyCase, kinds: readonly string[]): Promise<string> =>
  visit.read(async (ctx) => {
    if (!firmName) return (await getProfile(ctx)).name ?? '';
    const written = loaded.actions.find(({ kind }) => kinds.includes(kind));
    return (await findFirm(ctx, loaded.row.owner_id, written?.at))?.name ?? firmName;
  });

/** Withdrawn already, in another window, is what was wished for: the case says so. */
const askWithdrawal = (visit: Visit, mine: MyCase) =>
  mine.line.status === 'withdrawn' ? { goTo: caseHref(mine.line.caseId) } : withdrawPage(visit, mine);
