import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Actor, type Ctx, inRead, type Setting, transact, unseal } from '@zhengtong/platform';
import { findLock, forgetFailures, lockTries, noteFailure } from './count-attempts.ts';
import { mostShared } from './domain/attempts.ts';
import { openSession } from './open-session.ts';
import { isPassword, mostWaiting } from './passwords.ts';
import { networkHashOf } from './request-code.ts';
import { findStaffByAccount, listOpenPostsOf, lockStaffByAccount, saveStaff } from './store-staff.ts';
import { findTotpStep } from './totp.ts';

export type SignInStaffRefusal =
  | { readonly kind: 'credentials-wrong' }
  | { readonly kind: 'no-post' }
  /** So many passwords are being tried that this one was not looked at. */
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number }
  | { readonly kind: 'locked'; readonly until: string };

/** What was given, and whether the password fits the hash that was kept when it was tried. */
type Tried = {
  readonly account: string;
  /** The account tried from one network. */
  readonly tries: string;
  readonly totp: string;
  readonly device?: string | undefined;
  readonly against: string | undefined;
  readonly isRight: boolean;
};

/**
 * Account, password and one-time code together: one answer for every mistake, so that nobody learns which part was
 * right. A code's time step works once (ASVS 6.5.1).
 *
 * The password is tried before any transaction: the hash takes a tenth of a second by design, and a connection held
 * meanwhile is one that everybody else waits for. What it found counts only under the lock of the account's counter afterwards: tries
 * sent at once then come one after the other, each sees what those before it counted, and from the seventh on even the
 * right password finds the account locked. Two right ones at once: the code's time step signs in once.
 *
 * Six wrong tries lock the account for the network they came from, so that nobody elsewhere keeps a clerk from work by
 * typing nonsense; `mostShared` from wherever lock it for all: 5760 passwords a day, each with three chances in a million
 * at the code.
 */
export async function signInStaff(
  setting: Setting,
  actor: Actor,
  given: { account: string; password: string; totp: string; address: string; device?: string },
): Promise<Result<{ token: string; name: string }, SignInStaffRefusal>> {
  const account = given.account.trim().toLowerCase();
  const network = networkHashOf(setting, given.address);
  const tries = `${account} ${network}`;
  const before = await inRead(setting, actor, async (ctx) => ({
    staff: await findStaffByAccount(ctx.tx, account),
    until: (await findLock(ctx, 'staff', account)) ?? (await findLock(ctx, 'staff-network', tries)),
  }));
  if (before.until) return refuse({ kind: 'locked', until: before.until });
  const against = before.staff?.password_hash;
  const isRight = await isPassword(given.password, against, network);
  if (isRight === undefined) return refuse({ kind: 'busy', retryAfterSeconds: mostWaiting / 10 });
  const { totp, device } = given;
  return await transact(setting, actor, (ctx) => judge(ctx, { account, tries, totp, device, against, isRight }));
}

async function judge(ctx: Ctx, tried: Tried): Promise<Result<{ token: string; name: string }, SignInStaffRefusal>> {
  const { account, tries } = tried;
  const until = (await lockTries(ctx, 'staff', account)) ?? (await lockTries(ctx, 'staff-network', tries));
  if (until) return refuse({ kind: 'locked', until });
  const staff = await lockStaffByAccount(ctx.tx, account);

  // A password changed since it was tried is another one.
  const isRight = tried.isRight && staff?.password_hash === tried.against;
  const secret = staff?.totp_secret ? unseal(ctx.keys, 'staff.totp_secret', staff.totp_secret) : undefined;
  const step = secret ? findTotpStep(secret, tried.totp, ctx.now) : undefined;
  if (!staff || !isRight || staff.disabled_at || step === undefined || step <= staff.totp_step) {
    await noteFailure(ctx, 'staff', account, mostShared);
    await noteFailure(ctx, 'staff-network', tries);
    return refuse({ kind: 'credentials-wrong' });
  }
  const place = { divisionCode: staff.division_code, id: staff.id };
  const [post] = await listOpenPostsOf(ctx.tx, place);
  if (!post) return refuse({ kind: 'no-post' });
  await saveStaff(ctx.tx, place, { totp_step: step });
  await forgetFailures(ctx, 'staff', account);
  await forgetFailures(ctx, 'staff-network', tries);
  const token = await openSession(ctx, {
    kind: 'staff',
    holderId: staff.id,
    divisionCode: staff.division_code,
    postId: post.id,
    ...(tried.device ? { device: tried.device } : {}),
  });
  return ok({ token, name: staff.name });
}
