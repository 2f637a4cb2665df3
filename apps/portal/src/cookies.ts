import { personCookie } from '@zhengtong/identity';
import { type Keys, seal, unseal } from '@zhengtong/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Of a `__Host-` cookie: this host alone, TLS (or loopback), never seen by script. Lax, so that a link in a letter works. */
const strict = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

export const startSession = (reply: FastifyReply, token: string): FastifyReply =>
  reply.setCookie(personCookie, token, strict);

export const endSessionCookie = (reply: FastifyReply): FastifyReply => reply.clearCookie(personCookie, strict);

/** Between the two pages of signing in: which phone, which code, and where to go afterwards. Sealed: no page or address holds it. */
export type Signing = { readonly phone: string; readonly codeId: string; readonly back: string };

const signingCookie = '__Host-signing';
const place = 'portal.signing';

export const keepSigning = (reply: FastifyReply, keys: Keys, signing: Signing): FastifyReply =>
  reply.setCookie(signingCookie, seal(keys, place, JSON.stringify(signing)), { ...strict, maxAge: 900 });

export const endSigning = (reply: FastifyReply): FastifyReply => reply.clearCookie(signingCookie, strict);

export function findSigning(request: FastifyRequest, keys: Keys): Signing | undefined {
  const sealed = request.cookies[signingCookie];
  if (!sealed) return undefined;
  try {
    const signing = JSON.parse(unseal(keys, place, sealed)) as Partial<Signing>;
    // One that an older version of the program set names no code.
    return signing.codeId ? (signing as Signing) : undefined;
  } catch {
    return undefined;
  }
}
