import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { IdentityDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<IdentityDb>();

export type StaffRow = IdentityDb['identity.staff'];
export type PostRow = IdentityDb['identity.posts'];
export type Place = { readonly divisionCode: string; readonly id: string };

const byAccount = (tx: Tx, account: string) =>
  db(tx)
    .selectFrom('identity.staff_accounts as a')
    .innerJoin('identity.staff as s', (join) =>
      join.onRef('s.division_code', '=', 'a.division_code').onRef('s.id', '=', 'a.staff_id'),
    )
    .selectAll('s')
    .where('a.account', '=', account);

export const findStaffByAccount = (tx: Tx, account: string): Promise<StaffRow | undefined> =>
  byAccount(tx, account).executeTakeFirst();

/** Locks the row: one time step of a code must not sign in twice at once. */
export const lockStaffByAccount = (tx: Tx, account: string): Promise<StaffRow | undefined> =>
  byAccount(tx, account).forUpdate().executeTakeFirst();

export async function saveStaff(tx: Tx, { divisionCode, id }: Place, changes: Partial<StaffRow>): Promise<void> {
  await db(tx)
    .updateTable('identity.staff')
    .set(changes)
    .where('division_code', '=', divisionCode)
    .where('id', '=', id)
    .execute();
}

/** Whether the account name was free. */
export async function addStaffRow(tx: Tx, row: StaffRow, account: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('identity.staff_accounts')
    .values({ account, division_code: row.division_code, staff_id: row.id })
    .onConflict((conflict) => conflict.column('account').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await db(tx).insertInto('identity.staff').values(row).execute();
  return true;
}

export async function addPostRow(tx: Tx, row: PostRow): Promise<void> {
  await db(tx).insertInto('identity.posts').values(row).execute();
}

const withHolder = (tx: Tx, divisionCode: string) =>
  db(tx)
    .selectFrom('identity.posts as p')
    .innerJoin('identity.staff as s', (join) =>
      join.onRef('s.division_code', '=', 'p.division_code').onRef('s.id', '=', 'p.staff_id'),
    )
    .selectAll('p')
    .where('p.division_code', '=', divisionCode);

/** With when its holder was disabled: a post that has not ended stands empty all the same. */
export function findPost(
  tx: Tx,
  { divisionCode, id }: Place,
): Promise<(PostRow & { disabled_at: string | null }) | undefined> {
  return withHolder(tx, divisionCode).select('s.disabled_at').where('p.id', '=', id).executeTakeFirst();
}

/** The open posts of a member, the oldest first: that one a session stands for. */
export function listOpenPostsOf(tx: Tx, { divisionCode, id }: Place): Promise<PostRow[]> {
  return db(tx)
    .selectFrom('identity.posts')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .where('staff_id', '=', id)
    .where('ended_at', 'is', null)
    .orderBy('since')
    .execute();
}

export async function endPostsOf(tx: Tx, { divisionCode, id }: Place, at: string): Promise<void> {
  await db(tx)
    .updateTable('identity.posts')
    .set({ ended_at: at })
    .where('division_code', '=', divisionCode)
    .where('staff_id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

export async function savePostAbove(tx: Tx, { divisionCode, id }: Place, abovePostId: string | null): Promise<void> {
  await db(tx)
    .updateTable('identity.posts')
    .set({ above_post_id: abovePostId })
    .where('division_code', '=', divisionCode)
    .where('id', '=', id)
    .execute();
}

/** Locks the row: of two changes at once the second sees the first. */
export function lockStaff(tx: Tx, { divisionCode, id }: Place): Promise<StaffRow | undefined> {
  return db(tx)
    .selectFrom('identity.staff')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function findAccount(tx: Tx, { divisionCode, id }: Place): Promise<string | undefined> {
  const row = await db(tx)
    .selectFrom('identity.staff_accounts')
    .select('account')
    .where('division_code', '=', divisionCode)
    .where('staff_id', '=', id)
    .executeTakeFirst();
  return row?.account;
}

/** Of accounts that are not shut: nobody works at a desk whose account is. */
export function listOpenPosts(
  tx: Tx,
  at: { divisionCode: string; organisationId: string; role: PostRow['role'] },
): Promise<PostRow[]> {
  return withHolder(tx, at.divisionCode)
    .where('p.organisation_id', '=', at.organisationId)
    .where('p.role', '=', at.role)
    .where('p.ended_at', 'is', null)
    .where('s.disabled_at', 'is', null)
    .orderBy('p.id')
    .execute();
}

/** Each role of each organisation that somebody can act in. */
export function listFilledRoles(tx: Tx, divisionCode: string): Promise<Pick<PostRow, 'organisation_id' | 'role'>[]> {
  return withHolder(tx, divisionCode)
    .clearSelect()
    .select(['p.organisation_id', 'p.role'])
    .distinct()
    .where('p.ended_at', 'is', null)
    .where('s.disabled_at', 'is', null)
    .execute();
}

export async function disable(tx: Tx, { divisionCode, id }: Place, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db(tx)
    .updateTable('identity.staff')
    .set({ disabled_at: at })
    .where('division_code', '=', divisionCode)
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function findName(tx: Tx, { divisionCode, id }: Place): Promise<string | undefined> {
  const row = await db(tx)
    .selectFrom('identity.staff')
    .select('name')
    .where('division_code', '=', divisionCode)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.name;
}

export function listNames(tx: Tx, divisionCode: string, ids: readonly string[]) {
  return db(tx)
    .selectFrom('identity.staff')
    .select(['id', 'name'])
    .where('division_code', '=', divisionCode)
    .where('id', 'in', ids)
    .execute();
}

/** What posts are called, where they are and who sits or sat in them; also of those that have ended. */
export function listPostNames(tx: Tx, divisionCode: string, ids: readonly string[]) {
  return withHolder(tx, divisionCode)
    .innerJoin('identity.organisations as o', (join) =>
      join.onRef('o.division_code', '=', 'p.division_code').onRef('o.id', '=', 'p.organisation_id'),
    )
    .clearSelect()
    .select(['p.id', 'p.title', 's.name as holderName', 'o.name as organisationName'])
    .where('p.id', 'in', ids)
    .execute();
}

export type StaffLine = {
  id: string;
  name: string;
  account: string;
  disabledAt: string | null;
  posts: {
    id: string;
    title: string;
    role: string;
    organisationId: string;
    organisationName: string;
    abovePostId: string | null;
  }[];
};

/** Staff of a division with their open posts; a division has at most some thousand. */
export async function listStaffLines(tx: Tx, divisionCode: string): Promise<StaffLine[]> {
  const { rows } = await sql<StaffLine>`
    select s.id, s.name, a.account, s.disabled_at as "disabledAt", coalesce(p.posts, '[]') as posts
    from identity.staff s
    join identity.staff_accounts a on a.division_code = s.division_code and a.staff_id = s.id
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title, 'role', p.role,
        'organisationId', p.organisation_id, 'organisationName', o.name, 'abovePostId', p.above_post_id) order by p.since) as posts
      from identity.posts p
      join identity.organisations o on o.division_code = p.division_code and o.id = p.organisation_id
      where p.division_code = s.division_code and p.staff_id = s.id and p.ended_at is null) p on true
    where s.division_code = ${divisionCode} order by a.account limit 5000`.execute(tx);
  return rows;
}
