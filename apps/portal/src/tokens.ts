import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor, Keys } from '@zhengtong/platform';

const part = (keys: Keys, kind: string, id: string): string =>
  createHmac('sha256', keys.finding).update(`portal\0${kind}\0${id}`).digest('base64url').slice(0, 32);

/** The token every form of a signed-in person carries: one half of their session, one of themselves. */
export const formToken = (keys: Keys, actor: Actor): string =>
  actor.kind === 'person' && actor.sessionId
    ? `${part(keys, 'session', actor.sessionId)}.${part(keys, 'person', actor.id)}`
    : '';

/**
 * `earlier` is the same person's token of a session that has ended since: nothing is done with it, but what they typed
 * may be shown to them again. A stranger's is `foreign`.
 */
export function judgeToken(keys: Keys, actor: Actor, token: string): 'good' | 'earlier' | 'foreign' {
  if (actor.kind !== 'person') return 'good';
  const own = formToken(keys, actor);
  if (isSame(own, token)) return 'good';
  return isSame(own.split('.')[1] ?? '', token.split('.')[1] ?? '') ? 'earlier' : 'foreign';
}

const isSame = (a: string, b: string): boolean =>
  a !== '' && a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
