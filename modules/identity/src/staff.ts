import { isId, newId, ok, type Result, refuse, saidOf } from '@zhengtong/kernel';
import { type Ctx, emit, seal } from '@zhengtong/platform';
import { RoleGranted, StaffDisabled } from './contract.ts';
import { checkPassword } from './domain/password.ts';
import { hashPassword } from './passwords.ts';
import { mayStandAbove } from './post-above.ts';
import { findById } from './store-organisations.ts';
import { endSessionsOf } from './store-sessions.ts';
import * as store from './store-staff.ts';
import { newTotp } from './totp.ts';

export type StaffRole = store.PostRow['role'];

export type StaffGiven = {
  readonly divisionCode: string;
  readonly account: string;
  readonly name: string;
  readonly password: string;
  readonly organisationId: string;
  readonly title: string;
  readonly role: StaffRole;
  readonly abovePostId?: string | null;
};

export type AddStaffRefusal =
  | { readonly kind: 'account-taken' }
  /** Of the member or of the post. */
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'no-organisation' }
  | { readonly kind: 'no-post-above' }
  | { readonly kind: 'password-weak'; readonly because: 'too-short' | 'too-long' | 'too-plain' };

export type AddedStaff = {
  readonly id: string;
  readonly postId: string;
  readonly totpSecret: string;
  readonly totpUri: string;
};

/**
 * A member of staff with a first post. The one-time-code secret is answered here and can never be read again. `hash` makes
 * what is kept of the password.
 */
export async function addStaff(
  ctx: Ctx,
  given: StaffGiven,
  hash: (password: string) => Promise<string> = hashPassword,
): Promise<Result<AddedStaff, AddStaffRefusal>> {
  const account = given.account.trim().toLowerCase();
  if (!saidOf(given.name) || !saidOf(given.title)) return refuse({ kind: 'name-missing' });
  const password = checkPassword(given.password, [account, given.name]);
  if (!password.ok) return password;
  if (!(await findById(ctx.tx, given.divisionCode, given.organisationId))) return refuse({ kind: 'no-organisation' });
  const { divisionCode, abovePostId } = given;
  const id = newId();
  if (abovePostId && !(await mayStandAbove(ctx, { divisionCode, id }, abovePostId)))
    return refuse({ kind: 'no-post-above' });
  const totp = newTotp(account);
  const isNew = await store.addStaffRow(
    ctx.tx,
    {
      division_code: given.divisionCode,
      id,
      name: given.name,
      password_hash: await hash(given.password),
      totp_secret: seal(ctx.keys, 'staff.totp_secret', totp.secret),
      totp_step: 0,
      disabled_at: null,
      made_at: ctx.now,
    },
    account,
  );
  if (!isNew) return refuse({ kind: 'account-taken' });
  const postId = await grantPost(ctx, { ...given, staffId: id });
  return ok({ id, postId, totpSecret: totp.secret, totpUri: totp.uri });
}

/** Gives a post. Whoever holds it may do what its role may, in its organisation, from this moment. */
export async function grantPost(
  ctx: Ctx,
  given: Pick<StaffGiven, 'divisionCode' | 'organisationId' | 'title' | 'role' | 'abovePostId'> & { staffId: string },
): Promise<string> {
  const id = newId();
  await store.addPostRow(ctx.tx, {
    division_code: given.divisionCode,
    id,
    staff_id: given.staffId,
    organisation_id: given.organisationId,
    title: given.title,
    role: given.role,
    above_post_id: given.abovePostId ?? null,
    since: ctx.now,
    ended_at: null,
  });
  const payload = { postId: id, staffId: given.staffId, role: given.role };
  await emit(ctx, { event: RoleGranted, divisionCode: given.divisionCode, key: given.staffId, payload });
  return id;
}

export type DisableStaffRefusal = { readonly kind: 'not-found' } | { readonly kind: 'own-account' };

/** Shuts an account and ends its sessions at once. Nobody shuts their own: the last administrator would be locked out. */
export async function disableStaff(
  ctx: Ctx,
  at: { divisionCode: string; id: string },
): Promise<Result<{ endedSessions: number }, DisableStaffRefusal>> {
  if (ctx.actor.id === at.id) return refuse({ kind: 'own-account' });
  if (!(await store.disable(ctx.tx, at, ctx.now))) return refuse({ kind: 'not-found' });
  const payload = { staffId: at.id, divisionCode: at.divisionCode };
  await emit(ctx, { event: StaffDisabled, divisionCode: at.divisionCode, key: at.id, payload });
  return ok({ endedSessions: await endSessionsOf(ctx.tx, at.id, ctx.now) });
}

export const listStaff = (ctx: Ctx, divisionCode: string) => store.listStaffLines(ctx.tx, divisionCode);

export const findStaffName = (ctx: Ctx, divisionCode: string, staffId: string) =>
  store.findName(ctx.tx, { divisionCode, id: staffId });

/** The names of several at once, for lists; whoever is not of the division has none, and neither has the clock. */
export async function findStaffNames(
  ctx: Ctx,
  divisionCode: string,
  staffIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(staffIds)].filter(isId);
  if (ids.length === 0) return new Map();
  const rows = await store.listNames(ctx.tx, divisionCode, ids);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What a post is called and does, for whom its holder is nobody's business; also of a post that has ended. */
export async function findPostTitle(
  ctx: Ctx,
  at: { divisionCode: string; postId: string },
): Promise<{ title: string; role: StaffRole } | undefined> {
  const post = await store.findPost(ctx.tx, { divisionCode: at.divisionCode, id: at.postId });
  return post && { title: post.title, role: post.role };
}

/**
 * Several posts of a division by their ids, in words for their colleagues: `示例市城管局 审批科长 李华`. Also those that
 * have ended; a post is never given on, so the name is of who sat there.
 */
export async function findPostNames(
  ctx: Ctx,
  divisionCode: string,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (postIds.length === 0) return new Map();
  const rows = await store.listPostNames(ctx.tx, divisionCode, [...new Set(postIds)]);
  return new Map(
    rows.map(({ id, organisationName, title, holderName }) => [id, `${organisationName} ${title} ${holderName}`]),
  );
}

/** Posts of one role in one organisation with somebody in them: who can be given a case. */
export const listPostsOf = (ctx: Ctx, at: { divisionCode: string; organisationId: string; role: StaffRole }) =>
  store.listOpenPosts(ctx.tx, at);

/** Whether anybody at all can sign in as an administrator: without one nobody can make accounts. */
export const hasAdministrator = async (ctx: Pick<Ctx, 'tx'>, divisionCode: string): Promise<boolean> =>
  (await store.listFilledRoles(ctx.tx, divisionCode)).some(({ role }) => role === 'administrator');

/** In each organisation of a division with somebody in a post: which roles are filled there. */
export async function listStaffedRoles(
  ctx: Ctx,
  divisionCode: string,
): Promise<ReadonlyMap<string, ReadonlySet<StaffRole>>> {
  const roles = new Map<string, Set<StaffRole>>();
  for (const { organisation_id: id, role } of await store.listFilledRoles(ctx.tx, divisionCode))
    roles.set(id, (roles.get(id) ?? new Set()).add(role));
  return roles;
}
