import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Ctx, unseal } from '@zhengtong/platform';
import { findLock, forgetFailures, noteFailure } from './count-attempts.ts';
import { openSession } from './open-session.ts';
import { isPassword } from './passwords.ts';
import { findOpenPostOf, lockStaffByAccount, saveTotpStep } from './store-staff.ts';
import { findTotpStep } from './totp.ts';

export type SignInStaffRefusal =
  | { readonly kind: 'credentials-wrong' }
  | { readonly kind: 'no-post' }
  | { readonly kind: 'locked'; readonly until: string };

/**
 * Account, password and one-time code together: one answer for every mistake, so that nobody learns which part was
 * right. A code's time step works once (ASVS 6.5.1).
 */
export async function signInStaff(
  ctx: Ctx,
  given: { account: string; password: string; totp: string; device?: string },
): Promise<Result<{ token: string; name: string }, SignInStaffRefusal>> {
  const account = given.account.trim().toLowerCase();
  // Locked first: tries sent at once come one after the other and see what those before them counted.
  const staff = await lockStaffByAccount(ctx.tx, account);
  const until = await findLock(ctx, 'staff', account);
  if (until) return refuse({ kind: 'locked', until });

  const isRight = await isPassword(given.password, staff?.password_hash);
  const secret = staff?.totp_secret ? unseal(ctx.keys, 'staff.totp_secret', staff.totp_secret) : undefined;
  const step = secret ? findTotpStep(secret, given.totp, ctx.now) : undefined;
  if (!staff || !isRight || staff.disabled_at || step === undefined || step <= staff.totp_step) {
    await noteFailure(ctx, 'staff', account);
    return refuse({ kind: 'credentials-wrong' });
  }
  const place = { divisionCode: staff.division_code, id: staff.id };
  const post = await findOpenPostOf(ctx.tx, place);
  if (!post) return refuse({ kind: 'no-post' });
  await saveTotpStep(ctx.tx, place, step);
  await forgetFailures(ctx, 'staff', account);
  const token = await openSession(ctx, {
    kind: 'staff',
    holderId: staff.id,
    divisionCode: staff.division_code,
    postId: post.id,
    ...(given.device ? { device: given.device } : {}),
  });
  return ok({ token, name: staff.name });
}
