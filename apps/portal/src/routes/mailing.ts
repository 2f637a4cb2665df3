import { ok } from '@zhengtong/kernel';
import { confirmMailAddress, findMailAddress, giveMailAddress, removeMailAddress } from '@zhengtong/messages';
import { transact } from '@zhengtong/platform';
import { mailPage } from '../pages/choose-mail.tsx';
import { addPage, addPost, signedIn, textOf } from '../routing.ts';
import type { Site } from '../site.ts';

const sentences = {
  'address-malformed': ['address', 'mail.malformed'],
  'too-many-asks': ['address', 'mail.tooMany'],
  'code-wrong': ['code', 'mail.wrong'],
  'nothing-to-confirm': ['address', 'mail.over'],
} as const;

/** Letters by mail as well: give an address, confirm it by the code sent there, take it back. */
export function addMailPages(site: Site): void {
  const { setting } = site;
  addPage(site, '/my/mail', signedIn, async (visit) => mailPage(visit, { mine: await visit.read(findMailAddress) }));

  addPost(site, '/my/mail', { ...signedIn, costs: 'sign-in' }, async (visit, { body }) => {
    const typed = textOf(body, 'address').trim();
    if (!site.ports.sendsMail) return { goTo: '/my/mail' };
    const given = await transact(setting, visit.actor, (ctx) => giveMailAddress(ctx, typed));
    site.app.wake();
    if (given.ok) return { goTo: '/my/mail' };
    const [id, sentence] = sentences[given.refusal.kind];
    const mine = await visit.read(findMailAddress);
    return { ...mailPage(visit, { mine, typed, error: { id, text: visit.say(sentence) } }), status: 422 };
  });

  addPost(site, '/my/mail/confirmation', { ...signedIn, costs: 'sign-in' }, async (visit, { body }) => {
    const code = textOf(body, 'code');
    const done = await transact(setting, visit.actor, (ctx) => confirmMailAddress(ctx, code));
    if (done.ok) return { goTo: '/my/mail' };
    const [id, sentence] = sentences[done.refusal.kind];
    const mine = await visit.read(findMailAddress);
    return { ...mailPage(visit, { mine, error: { id, text: visit.say(sentence) } }), status: 422 };
  });

  addPost(site, '/my/mail/removal', signedIn, async (visit) => {
    await transact(setting, visit.actor, async (ctx) => ok(await removeMailAddress(ctx)));
    return { goTo: '/my/mail' };
  });
}
