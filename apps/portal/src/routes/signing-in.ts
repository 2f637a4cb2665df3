import {
  authenticate,
  endSession,
  personCookie,
  type RequestCodeRefusal,
  requestCode,
  type SignInByCodeRefusal,
  signInByCode,
} from '@zhengtong/identity';
import { clockTimeAt, type Instant, ok } from '@zhengtong/kernel';
import { nobody, seal, transact, unseal } from '@zhengtong/platform';
import type { FastifyRequest } from 'fastify';
import { endSessionCookie, endSigning, findSigning, keepSigning, startSession } from '../cookies.ts';
import { openKept } from '../kept-post.ts';
import { doOnce } from '../once.ts';
import { foreignKeptPage, resumePage } from '../pages/resume.tsx';
import { codePage, signInPage } from '../pages/sign-in.tsx';
import { type Answer, addPage, addPost, anybody, ownPath, type Rule, signedIn, textOf } from '../routing.ts';
import type { Site } from '../site.ts';
import { judgeToken } from '../tokens.ts';
import { type Visit, visitOf } from '../visit.ts';

const guarded: Rule = { allow: ['public'], costs: 'sign-in' };

/** Phone, code, and back to where the person was; what they had typed comes along. */
export function addSignInPages(site: Site): void {
  const { keys } = site.setting;

  addPage(site, '/sign-in', anybody, (visit, { query }) =>
    visit.actor.kind === 'person' ? { goTo: ownPath(query.back) } : signInPage(visit, { back: ownPath(query.back) }),
  );

  addPost(site, '/sign-in', guarded, async (visit, asked, reply) => {
    const { body } = asked;
    const earlier = textOf(body, 'again') ? findSigning(visit.request, keys) : undefined;
    const phone = earlier?.phone ?? textOf(body, 'phone').trim();
    const back = earlier?.back ?? ownPath(textOf(body, 'back'));
    const kept = textOf(body, 'kept');
    const sent = await doOnce<RequestCodeRefusal>(
      visit,
      asked,
      async (ctx) => {
        const requested = await requestCode(ctx, { phone, address: visit.request.ip, ...site.ports.codes });
        return requested.ok ? ok(requested.value.codeId) : requested;
      },
      nobody,
    );
    if (!sent.ok) {
      const { kind } = sent.refusal;
      const isBusy = kind === 'network-busy' || kind === 'house-busy';
      // For the operator: somebody may be running up the bill. No phone and no address.
      if (isBusy) visit.request.log.warn({ refused: kind }, 'sign-in codes held back');
      if (kind === 'no-texts') return { ...signInPage(visit, { back, kept }), status: 503 };
      const page = signInPage(visit, { back, kept, phone, error: whyNoCode(visit, sent.refusal) });
      return { ...page, status: isBusy ? 429 : 422 };
    }
    keepSigning(reply, keys, { phone, codeId: sent.value, back });
    // What was kept is too large for a cookie: it stays in the page, which then answers the post itself.
    return kept ? codePage(visit, { kept }) : { goTo: '/sign-in/code' };
  });

  addPage(site, '/sign-in/code', anybody, (visit) =>
    findSigning(visit.request, keys) ? codePage(visit, {}) : { goTo: '/sign-in' },
  );

  addPost(site, '/sign-in/code', guarded, async (visit, asked, reply) => {
    const signing = findSigning(visit.request, keys);
    if (!signing) return { goTo: '/sign-in' };
    const kept = textOf(asked.body, 'kept');
    const code = textOf(asked.body, 'code');
    const device = deviceOf(visit.request.headers['user-agent']);
    // The answer is kept for a double click of the browser that asked for this code, and of no other; a session's token
    // never lies readable anywhere.
    const ofThisCode = { ...asked, params: { codeId: signing.codeId } };
    const done = await doOnce<SignInByCodeRefusal>(
      visit,
      ofThisCode,
      async (ctx) => {
        const signed = await signInByCode(ctx, { ...signing, code, address: visit.request.ip, device });
        return signed.ok ? ok(seal(keys, 'portal.token', signed.value.token)) : signed;
      },
      nobody,
    );
    if (!done.ok) return { ...codePage(visit, { kept, error: whyNot(visit, done.refusal) }), status: 422 };
    const token = unseal(keys, 'portal.token', done.value);
    startSession(endSigning(reply), token);
    return kept ? await resume(site, visit, token, kept) : { goTo: signing.back };
  });

  addPost(site, '/sign-out', signedIn, async (visit, _, reply) => {
    const { sessionId } = visit.actor;
    if (sessionId) await transact(site.setting, visit.actor, async (ctx) => ok(await endSession(ctx, sessionId)));
    endSessionCookie(reply);
    return { goTo: '/' };
  });
}

/** Judged as the person who has just signed in: what somebody else had typed is not theirs to see. */
async function resume(site: Site, { request, now }: Visit, token: string, sealed: string): Promise<Answer> {
  const { keys } = site.setting;
  const kept = openKept(keys, sealed, Date.parse(now));
  if (!kept) return { goTo: '/my/cases' };
  const bearer = { url: '/', cookies: { [personCookie]: token } } as unknown as FastifyRequest;
  const visit = await visitOf(site, request, await authenticate(site.setting)(bearer));
  const judged = judgeToken(keys, visit.actor, textOf(kept.body, 'token'));
  return { ...(judged === 'foreign' ? foreignKeptPage(visit) : resumePage(visit, kept)), visit };
}

const timeOf = (until: string): string => clockTimeAt(until as Instant);

function whyNoCode({ say }: Visit, refusal: RequestCodeRefusal | { kind: 'in-flight' }): string {
  if (refusal.kind === 'too-many-codes') return say('signIn.tooMany', { time: timeOf(refusal.until) });
  if (refusal.kind === 'network-busy') return say('signIn.networkBusy');
  if (refusal.kind === 'house-busy') return say('signIn.houseBusy');
  return say(refusal.kind === 'phone-malformed' ? 'signIn.phoneWrong' : 'signIn.stillSending');
}

function whyNot({ say }: Visit, refusal: SignInByCodeRefusal | { kind: 'in-flight' }): string {
  if (refusal.kind === 'locked') return say('signIn.locked', { time: timeOf(refusal.until) });
  if (refusal.kind === 'code-spent') return say('signIn.codeSpent');
  return say(refusal.kind === 'code-expired' ? 'signIn.codeExpired' : 'signIn.codeWrong');
}

/** What a person recognises in the list of their sessions: "Chrome · Android". */
function deviceOf(agent = ''): string {
  const found = (names: readonly string[]) => names.find((name) => agent.includes(name));
  const browser = found(['MicroMessenger', 'Edg', 'Firefox', 'Chrome', 'Safari']) ?? 'Browser';
  return [browser, found(['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'])].filter(Boolean).join(' · ');
}
