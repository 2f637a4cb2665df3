import { findRating, type RateRefusal, type RerateRefusal, rateCase, rerate } from '@zhengtong/evaluation';
import { isId, ok } from '@zhengtong/kernel';
import { caseHref } from '../apply-walk.ts';
import { doOnce } from '../once.ts';
import { ratingPage } from '../pages/rate-case.tsx';
import { type Answer, type Asked, addPage, addPost, type Posted, signedIn, textOf } from '../routing.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';

const textsOf = (body: Posted, name: string): string[] => [body[name] ?? []].flat() as string[];

/** 好差评: one rating a case, and a second word on how a poor one was dealt with. */
export function addRatingPages(site: Site): void {
  addPage(site, '/my/cases/:caseId/rating', signedIn, async (visit, { params }) => {
    const caseId = params.caseId ?? '';
    if (!isId(caseId)) return { problem: 'not-found' };
    return ratingPage(visit, caseId, { mine: await visit.read((ctx) => findRating(ctx, caseId)) });
  });
  addPost(site, '/my/cases/:caseId/rating', signedIn, take);
}

async function take(visit: Visit, asked: Asked): Promise<Answer> {
  const { body, params } = asked;
  const caseId = params.caseId ?? '';
  if (!isId(caseId)) return { problem: 'not-found' };
  const [stars, words] = [textOf(body, 'stars'), textOf(body, 'words')];
  // Without script the reasons of every grade stand in the page; those of the grade that was chosen count.
  const group = Number(stars) >= 4 ? 'why5' : stars === '3' ? 'why3' : 'why1';
  const choices = textsOf(body, group);
  const given = { caseId, stars: Number(stars), words };
  const done = await doOnce<RateRefusal | RerateRefusal>(visit, asked, async (ctx) => {
    const rated = textOf(body, 'again')
      ? await rerate(ctx, given)
      : await rateCase(ctx, { ...given, choices, anonymous: textOf(body, 'anonymous') === 'yes' });
    return rated.ok ? ok(caseHref(caseId, 'rating')) : rated;
  });
  if (done.ok) return { goTo: done.value };
  const error = why(visit, done.refusal);
  if (!error) return { goTo: caseHref(caseId, 'rating') };
  const mine = await visit.read((ctx) => findRating(ctx, caseId));
  return { ...ratingPage(visit, caseId, { mine, typed: { stars, words, choices }, error }), status: 422 };
}

function why({ say }: Visit, refusal: RateRefusal | RerateRefusal | { kind: 'in-flight' }) {
  if (refusal.kind === 'stars-missing') return { id: 'stars-5', text: say('rating.starsMissing') };
  if (refusal.kind === 'words-too-long') return { id: 'words', text: say('rating.wordsLong', { most: refusal.most }) };
  return refusal.kind === 'choice-unknown' ? { id: 'stars-5', text: say('rating.choiceWrong') } : undefined;
}
