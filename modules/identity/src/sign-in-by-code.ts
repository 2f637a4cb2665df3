import { timingSafeEqual } from 'node:crypto';
import { newId, ok, type Result, refuse } from '@zhengtong/kernel';
import { type Ctx, keep, keepSoFar, seal } from '@zhengtong/platform';
import { parsePhone, tidyCode } from '@zhengtong/standards';
import { findLock, noteFailure } from './count-attempts.ts';
import { mostShared } from './domain/attempts.ts';
import { openSession } from './open-session.ts';
import { codeHashOf, networkHashOf, phoneHashOf } from './request-code.ts';
import { addPerson, findPersonByPhone } from './store-people.ts';
import { lockCode, saveTries, useUpCodes } from './store-sessions.ts';

export type SignInByCodeRefusal =
  | { readonly kind: 'code-wrong' }
  | { readonly kind: 'code-expired' }
  /** Too many wrong tries at this code; a new one is made at once. */
  | { readonly kind: 'code-spent' }
  /** Too many wrong tries from this network, at whatever phones. */
  | { readonly kind: 'locked'; readonly until: string };

export type SignedIn = { readonly token: string; readonly personId: string; readonly isNew: boolean };

/** Wrong tries a code stands; `findPause` says what that leaves to who guesses. */
export const mostTriesOfCode = 5;

/**
 * Signs a citizen in; the first time makes their account. A code works once, and only with the `codeId` that whoever
 * asked for it was given: tries are counted by code, so nobody can use up the owner's by guessing, nor lock a phone they
 * do not hold. One network guessing at many phones finds itself locked after `mostShared` wrong tries in a quarter of an
 * hour: 5760 guesses a day, six in a thousand to meet any one account. Tries of one code sent at once wait in a row for its
 * row; those of many codes may run past the network's bound by as many as are on their way.
 */
export async function signInByCode(
  ctx: Ctx,
  given: { phone: string; codeId: string; code: string; address: string; device?: string },
): Promise<Result<SignedIn, SignInByCodeRefusal>> {
  const parsed = parsePhone(given.phone);
  const code = tidyCode(given.code);
  // Nothing typed, or no code at all: nothing was guessed, so it costs none of the tries.
  if (!parsed.ok || !/^\d{6}$/.test(code)) return refuse({ kind: 'code-wrong' });
  const phone = parsed.value.number;
  const phoneHash = phoneHashOf(ctx, phone);
  const network = networkHashOf(ctx, given.address);
  const until = await findLock(ctx, 'network', network);
  if (until) return refuse({ kind: 'locked', until });
  const row = await lockCode(ctx.tx, phoneHash, given.codeId);
  await keepSoFar(ctx);
  if (!row) return refuse({ kind: 'code-wrong' });
  if (row.tries >= mostTriesOfCode) return refuse({ kind: 'code-spent' });
  if (!isSame(row.code_hash, codeHashOf(ctx, row.id, code))) {
    const tries = row.tries + 1;
    keep(ctx, (tx) => saveTries(tx, row.id, tries));
    await noteFailure(ctx, 'network', network, mostShared);
    return refuse({ kind: tries >= mostTriesOfCode ? 'code-spent' : 'code-wrong' });
  }
  if (row.expires_at <= ctx.now) return refuse({ kind: 'code-expired' });

  await useUpCodes(ctx.tx, phoneHash, ctx.now);
  const { id, isNew } = await keepPerson(ctx, phone, phoneHash);
  const device = given.device ? { device: given.device } : {};
  const token = await openSession(ctx, { kind: 'person', holderId: id, ...device });
  return ok({ token, personId: id, isNew });
}

async function keepPerson(ctx: Ctx, phone: string, phoneHash: string): Promise<{ id: string; isNew: boolean }> {
  const known = await findPersonByPhone(ctx.tx, phoneHash);
  if (known) return { id: known.id, isNew: false };
  const sealed = seal(ctx.keys, 'people.phone', phone);
  const isNew = await addPerson(ctx.tx, { id: newId(), phone_hash: phoneHash, phone: sealed, joined_at: ctx.now });
  const row = await findPersonByPhone(ctx.tx, phoneHash);
  if (!row) throw new Error('the person just added is not there');
  return { id: row.id, isNew };
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
