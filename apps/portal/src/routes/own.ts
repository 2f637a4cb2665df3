import { listCertificates } from '@zhengtong/certificates';
import { eraseOwnFile, listLooseFiles } from '@zhengtong/files';
import { chooseFirm, endSession, findPersonMasked, listFirmsOf, listSessions } from '@zhengtong/identity';
import { isId, ok } from '@zhengtong/kernel';
import { countUnread, listLetters, openLetter } from '@zhengtong/messages';
import { type Ctx, transact } from '@zhengtong/platform';
import { findActingName } from '../find-acting-name.ts';
import { listUses } from '../list-uses.ts';
import { doOnce } from '../once.ts';
import { accountPage } from '../pages/show-account.tsx';
import { letterPage, lettersPage } from '../pages/show-letters.tsx';
import { looseFilesPage } from '../pages/show-loose-files.tsx';
import { usesPage } from '../pages/show-uses.tsx';
import { walletPage } from '../pages/show-wallet.tsx';
import { addPage, addPost, ownPath, signedIn, textOf } from '../routing.ts';
import type { Site } from '../site.ts';

const idOr = (text: string | undefined): string | undefined => (text && isId(text) ? text : undefined);

/** Firms the person may act for and does not now, with letters nobody read yet. */
async function listUnreadElsewhere(ctx: Ctx): Promise<{ name: string; unread: number }[]> {
  const firms = (await listFirmsOf(ctx, ctx.actor.id)).filter(({ id }) => id !== ctx.actor.firmId);
  const counted = [];
  for (const { id, name } of firms) counted.push({ name, unread: await countUnread(ctx, id) });
  return counted.filter(({ unread }) => unread > 0);
}

/** What is one's own: account, certificates, letters, and who looked. */
export function addOwnPages(site: Site): void {
  addPage(site, '/my/account', signedIn, async (visit) => {
    const { id } = visit.actor;
    const { me, ...more } = await visit.read(async (ctx) => ({
      me: await findPersonMasked(ctx, id),
      firms: await listFirmsOf(ctx, id),
      sessions: await listSessions(ctx),
      unread: await countUnread(ctx),
      loose: (await listLooseFiles(ctx)).length,
    }));
    return me ? accountPage(visit, { me, ...more }) : { problem: 'not-found' };
  });

  addPage(site, '/my/files', signedIn, async (visit) => looseFilesPage(visit, await visit.read(listLooseFiles)));

  // Gone already, or filed meanwhile: the list says how things stand.
  addPost(site, '/my/files/erasure', signedIn, async (visit, asked) => {
    const file = idOr(textOf(asked.body, 'file'));
    if (file) await transact(site.setting, visit.actor, (ctx) => eraseOwnFile(ctx, file));
    site.app.wake();
    return { goTo: '/my/files' };
  });

  addPost(site, '/my/acting', signedIn, async (visit, asked) => {
    const as = textOf(asked.body, 'as');
    const back = ownPath(textOf(asked.body, 'back'), '/my/account');
    const done = await doOnce(visit, asked, async (ctx) => {
      const chosen = await chooseFirm(ctx, as === 'self' ? undefined : idOr(as));
      return chosen.ok ? ok(back) : chosen;
    });
    return done.ok ? { goTo: done.value } : { problem: 'not-allowed' };
  });

  addPost(site, '/my/sessions/ending', signedIn, async (visit, { body }) => {
    const session = idOr(textOf(body, 'session'));
    if (session) await transact(site.setting, visit.actor, async (ctx) => ok(await endSession(ctx, session)));
    return { goTo: session === visit.actor.sessionId ? '/' : '/my/account' };
  });

  addPage(site, '/my/certificates', signedIn, async (visit) => {
    const { id, firmId } = visit.actor;
    const { held, firmName } = await visit.read(async (ctx) => ({
      held: await listCertificates(ctx, firmId ?? id),
      firmName: await findActingName(ctx),
    }));
    return walletPage(visit, held, firmName);
  });

  addPage(site, '/my/letters', signedIn, async (visit, { query }) => {
    const before = idOr(query.before);
    const found = await visit.read(async (ctx) => ({
      letters: await listLetters(ctx, before),
      firmName: await findActingName(ctx),
      elsewhere: await listUnreadElsewhere(ctx),
    }));
    return lettersPage(visit, { ...found, isLater: before !== undefined });
  });

  addPage(site, '/my/letters/:id', signedIn, async (visit, { params }) => {
    const letter = await visit.read((ctx) => openLetter(ctx, params.id ?? ''));
    return letter.ok ? letterPage(visit, letter.value) : { problem: 'not-found' };
  });

  addPage(site, '/my/uses', signedIn, async (visit, { query }) => {
    const before = idOr(query.before);
    return usesPage(visit, { uses: await visit.read((ctx) => listUses(ctx, before)), isLater: before !== undefined });
  });
}
