import { ok, type Result, refuse, saidOf } from '@zhengtong/kernel';
import { type Ctx, emit, seal } from '@zhengtong/platform';
import { PostEnded } from './contract.ts';
import { forgetFailures } from './count-attempts.ts';
import { checkPassword } from './domain/password.ts';
import { hashPassword } from './passwords.ts';
import { mayStandAbove } from './post-above.ts';
import { grantPost, type StaffGiven } from './staff.ts';
import { findById } from './store-organisations.ts';
import { clearAttemptsOf, endSessionsOf } from './store-sessions.ts';
import * as store from './store-staff.ts';
import { newTotp } from './totp.ts';

export type PostGiven = Pick<StaffGiven, 'organisationId' | 'title' | 'role'> & {
  readonly abovePostId?: string | null;
};

export type ChangePostRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'own-account' }
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'no-organisation' }
  /** No such post, one that stands empty, the member's own, or one that itself stands below it. */
  | { readonly kind: 'no-post-above' };

/**
 * Gives a member of staff another post in place of the one they hold (换岗): what they held in hand is for others to take
 * up, and their next request is judged by the new one. Where only the post above differs, the post stays. Nobody changes
 * their own: the last administrator would be locked out.
 */
export async function changePost(
  ctx: Ctx,
  at: store.Place,
  given: PostGiven,
): Promise<Result<{ postId: string }, ChangePostRefusal>> {
  const { divisionCode, id } = at;
  if (ctx.actor.id === id) return refuse({ kind: 'own-account' });
  if (!saidOf(given.title)) return refuse({ kind: 'name-missing' });
  const staff = await store.lockStaff(ctx.tx, at);
  if (!staff || staff.disabled_at) return refuse({ kind: 'not-found' });
  if (!(await findById(ctx.tx, divisionCode, given.organisationId))) return refuse({ kind: 'no-organisation' });
  const abovePostId = given.abovePostId ?? null;
  if (abovePostId && !(await mayStandAbove(ctx, at, abovePostId))) return refuse({ kind: 'no-post-above' });

  const open = await store.listOpenPostsOf(ctx.tx, at);
  const [same] = open.filter(
    (post) => post.organisation_id === given.organisationId && post.title === given.title && post.role === given.role,
  );
  if (same && open.length === 1) {
    await store.savePostAbove(ctx.tx, { divisionCode, id: same.id }, abovePostId);
    return ok({ postId: same.id });
  }
  await store.endPostsOf(ctx.tx, at, ctx.now);
  const payload = { staffId: id, divisionCode };
  await emit(ctx, { event: PostEnded, divisionCode, key: id, payload });
  const above = abovePostId ? { abovePostId } : {};
  const { organisationId, title, role } = given;
  const postId = await grantPost(ctx, { divisionCode, organisationId, title, role, ...above, staffId: id });
  // A session stands for one post: signed in again, it is the new one.
  await endSessionsOf(ctx.tx, id, ctx.now);
  return ok({ postId });
}

export type ResetAccessRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'own-account' }
  | { readonly kind: 'password-weak'; readonly because: 'too-short' | 'too-long' | 'too-plain' };

/**
 * A new password and a new secret of one-time codes, for who lost their phone or forgot the word: the old ones end at
 * once, and so does every session. The secret is answered here and can never be read again.
 */
export async function resetAccess(
  ctx: Ctx,
  at: store.Place,
  password: string,
): Promise<Result<{ totpUri: string }, ResetAccessRefusal>> {
  if (ctx.actor.id === at.id) return refuse({ kind: 'own-account' });
  const staff = await store.lockStaff(ctx.tx, at);
  const account = await store.findAccount(ctx.tx, at);
  if (!staff || staff.disabled_at || !account) return refuse({ kind: 'not-found' });
  const checked = checkPassword(password, [account, staff.name]);
  if (!checked.ok) return checked;
  const totp = newTotp(account);
  await store.saveStaff(ctx.tx, at, {
    password_hash: await hashPassword(password),
    totp_secret: seal(ctx.keys, 'staff.totp_secret', totp.secret),
    totp_step: 0,
  });
  await forgetFailures(ctx, 'staff', account);
  await clearAttemptsOf(ctx.tx, 'staff-network', `${account} `);
  await endSessionsOf(ctx.tx, at.id, ctx.now);
  return ok({ totpUri: totp.uri });
}
