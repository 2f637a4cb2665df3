import { findMyDraft, type StartRefusal, startCase } from '@zhengtong/cases';
import { findPublishedItem, isOnline } from '@zhengtong/catalogue';
import { chooseFirm, getProfile, listFirmsOf } from '@zhengtong/identity';
import { isId, ok } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { caseHref } from '../apply-walk.ts';
import { doOnce } from '../once.ts';
import { startPage } from '../pages/start-application.tsx';
import { type Answer, addPage, addPost, signedIn, textOf } from '../routing.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';

type At = { readonly divisionCode: string; readonly itemId: string };

/** "Apply now": for whom, then a draft with everything known filled in. */
export function addStartPages(site: Site): void {
  addPage(site, '/apply/:divisionCode/:itemId', signedIn, (visit, { params }) =>
    show(visit, { divisionCode: params.divisionCode ?? '', itemId: params.itemId ?? '' }),
  );

  addPost(site, '/apply', signedIn, async (visit, asked) => {
    const at = { divisionCode: textOf(asked.body, 'divisionCode'), itemId: textOf(asked.body, 'itemId') };
    if (!isId(at.itemId) || !/^\d{6}$/.test(at.divisionCode)) return { problem: 'not-found' };
    const as = textOf(asked.body, 'as');
    const done = await doOnce<StartRefusal | { kind: 'not-a-member' }>(visit, asked, async (ctx) => {
      const chosen = as === '' ? ok(ctx) : await actAs(ctx, as);
      if (!chosen.ok) return chosen;
      const started = await startCase(chosen.value, at);
      return started.ok ? ok(caseHref(started.value.caseId, 'apply')) : started;
    });
    if (done.ok) return { goTo: done.value };
    const { kind } = done.refusal;
    if (kind === 'not-verified') return { goTo: verificationFor(at) };
    if (kind === 'audience-wrong') return show(visit, at, true);
    return { problem: kind === 'in-flight' ? kind : 'not-found' };
  });
}

const verificationFor = ({ divisionCode, itemId }: At): string =>
  `/my/verification?back=${encodeURIComponent(`/apply/${divisionCode}/${itemId}`)}`;

async function show(visit: Visit, at: At, isWrongAudience = false): Promise<Answer> {
  if (!isId(at.itemId) || !/^\d{6}$/.test(at.divisionCode)) return { problem: 'not-found' };
  const { item, firms, draft, profile } = await visit.read(async (ctx) => ({
    item: await findPublishedItem(ctx, at),
    profile: await getProfile(ctx),
    firms: await listFirmsOf(ctx, ctx.actor.id),
    draft: await findMyDraft(ctx, at),
  }));
  if (!item || !isOnline(item)) return { problem: 'not-found' };
  if (!profile.isVerified) return { goTo: verificationFor(at) };
  return { ...startPage(visit, { item, firms, draft, isWrongAudience }), ...(isWrongAudience ? { status: 409 } : {}) };
}

/** The session acts for the firm from now on; this very request as well. */
async function actAs(ctx: Ctx, as: string) {
  const firmId = as === 'self' || !isId(as) ? undefined : as;
  const chosen = await chooseFirm(ctx, firmId);
  if (!chosen.ok) return chosen;
  const { firmId: _, ...self } = ctx.actor;
  return ok({ ...ctx, actor: firmId ? { ...self, firmId } : self });
}
