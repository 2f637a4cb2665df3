import { type ClaimFirmRefusal, claimFirm, getProfile, listFirmsOf } from '@zhengtong/identity';
import { clockTimeAt, type Instant } from '@zhengtong/kernel';
import { firmsPage } from '../pages/show-firms.tsx';
import { addPage, addPost, signedIn, textOf } from '../routing.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';

const firmsOf = (visit: Visit) => visit.read((ctx) => listFirmsOf(ctx, visit.actor.id));
const verifyFirst = { goTo: '/my/verification?back=%2Fmy%2Ffirms' };

/** The firms a person acts for. */
export function addFirmPages(site: Site): void {
  addPage(site, '/my/firms', signedIn, async (visit, { query }) => {
    const { isVerified } = await visit.read(getProfile);
    if (!isVerified) return verifyFirst;
    const firms = await firmsOf(visit);
    return firmsPage(visit, { firms, added: firms.find(({ id }) => id === query.added) });
  });

  // Asked twice, the register says the same twice: nothing is done twice.
  addPost(site, '/my/firms', { ...signedIn, costs: 'sign-in' }, async (visit, { body }) => {
    const register = site.ports.firmRegister;
    if (!register) return { goTo: '/my/firms' };
    const code = textOf(body, 'code').trim();
    const claimed = await claimFirm(site.setting, visit.actor, register, code);
    if (claimed.ok) return { goTo: `/my/firms?added=${claimed.value.id}` };
    if (claimed.refusal.kind === 'not-verified') return verifyFirst;
    const error = why(visit, claimed.refusal);
    return { ...firmsPage(visit, { firms: await firmsOf(visit), code, error }), status: 422 };
  });
}

function why({ say, lang }: Visit, refusal: Exclude<ClaimFirmRefusal, { kind: 'not-verified' }>): string {
  if (refusal.kind === 'code-malformed') return refusal.say[lang];
  if (refusal.kind === 'locked') return say('firms.locked', { time: clockTimeAt(refusal.until as Instant) });
  return say(refusal.kind === 'register-away' ? 'firms.away' : 'firms.noMatch');
}
