import { timingSafeEqual } from 'node:crypto';
import { newId, ok, type Result, refuse } from '@zhengtong/kernel';
import { type Ctx, seal } from '@zhengtong/platform';
import { parsePhone } from '@zhengtong/standards';
import { forgetFailures, lockTries, noteFailure } from './count-attempts.ts';
import { openSession } from './open-session.ts';
import { codeHashOf, phoneHashOf } from './request-code.ts';
import { addPerson, findPersonByPhone } from './store-people.ts';
import { lockNewestCode, useUpCodes } from './store-sessions.ts';

export type SignInByCodeRefusal =
  | { readonly kind: 'code-wrong' }
  | { readonly kind: 'code-expired' }
  | { readonly kind: 'locked'; readonly until: string };

export type SignedIn = { readonly token: string; readonly personId: string; readonly isNew: boolean };

/** Signs a citizen in; the first time makes their account. A code works once, six wrong ones lock for 15 minutes. */
export async function signInByCode(
  ctx: Ctx,
  { phone: typed, code, device }: { phone: string; code: string; device?: string },
): Promise<Result<SignedIn, SignInByCodeRefusal>> {
  const parsed = parsePhone(typed);
  if (!parsed.ok) return refuse({ kind: 'code-wrong' });
  const phone = parsed.value.number;
  const phoneHash = phoneHashOf(ctx, phone);
  const until = await lockTries(ctx, 'phone', phoneHash);
  if (until) return refuse({ kind: 'locked', until });
  const row = await lockNewestCode(ctx.tx, phoneHash);
  if (!row || !isSame(row.code_hash, codeHashOf(ctx, row.id, code.trim()))) {
    await noteFailure(ctx, 'phone', phoneHash);
    return refuse({ kind: 'code-wrong' });
  }
  if (row.expires_at <= ctx.now) return refuse({ kind: 'code-expired' });

  await useUpCodes(ctx.tx, phoneHash, ctx.now);
  await forgetFailures(ctx, 'phone', phoneHash);
  const { id, isNew } = await keepPerson(ctx, phone, phoneHash);
  const token = await openSession(ctx, { kind: 'person', holderId: id, ...(device ? { device } : {}) });
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
