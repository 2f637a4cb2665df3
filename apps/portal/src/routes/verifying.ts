import { getProfile, type VerifyPersonRefusal, verifyPerson } from '@zhengtong/identity';
import { clockTimeAt, type Instant } from '@zhengtong/kernel';
import { verifiedPage, verifyPersonPage } from '../pages/verify-person.tsx';
import { addPage, addPost, ownPath, signedIn, textOf } from '../routing.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';

/** Who the person is: the real-name check. */
export function addVerifyPages(site: Site): void {
  addPage(site, '/my/verification', signedIn, async (visit, { query }) => {
    const { isVerified } = await visit.read(getProfile);
    return isVerified ? verifiedPage(visit) : verifyPersonPage(visit, { back: ownPath(query.back, '/my/account') });
  });

  // Asking the register twice changes nothing: who is verified already is sent on.
  addPost(site, '/my/verification', { ...signedIn, costs: 'sign-in' }, async (visit, { body }) => {
    const [name, residentNumber] = [textOf(body, 'name'), textOf(body, 'number').trim().toUpperCase()];
    const back = ownPath(textOf(body, 'back'), '/my/account');
    const done = await verifyPerson(site.setting, visit.actor, site.ports.register, { name, residentNumber });
    if (done.ok || done.refusal.kind === 'already-verified') return { goTo: back };
    const error = why(visit, done.refusal);
    return { ...verifyPersonPage(visit, { back, name, number: residentNumber, error }), status: 422 };
  });
}

function why({ say, lang }: Visit, refusal: VerifyPersonRefusal): { id: 'name' | 'number'; text: string } {
  const { kind } = refusal;
  if (kind === 'name-empty') return { id: 'name', text: say('verify.nameEmpty') };
  if (kind === 'number-malformed') return { id: 'number', text: refusal.say[lang] };
  if (kind === 'locked')
    return { id: 'number', text: say('verify.locked', { time: clockTimeAt(refusal.until as Instant) }) };
  if (kind === 'register-away') return { id: 'number', text: say('verify.away') };
  return { id: 'number', text: say(kind === 'number-taken' ? 'verify.taken' : 'verify.noMatch') };
}
