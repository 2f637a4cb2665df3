import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { PostRow } from './store-staff.ts';
import type { IdentityDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<IdentityDb>();

export type SessionRow = IdentityDb['identity.sessions'];
export type CodeRow = IdentityDb['identity.sign_in_codes'];
export type AttemptRow = IdentityDb['identity.attempts'];

export async function addSession(tx: Tx, row: SessionRow): Promise<void> {
  await db(tx).insertInto('identity.sessions').values(row).execute();
}

/** A session with the post it stands for, or the tie to the firm it acts for, as they are now; asked with every request. */
export type Standing = SessionRow & {
  /** The firm, while the person may still act for it. */
  readonly acts_for: string | null;
  readonly role: PostRow['role'] | null;
  readonly organisation_id: string | null;
  readonly post_ended_at: string | null;
};

const standing = sql`
  select s.*, p.role, p.organisation_id, p.ended_at as post_ended_at, m.firm_id as acts_for
  from identity.sessions s
  left join identity.posts p on p.division_code = s.division_code and p.id = s.post_id
  left join identity.firm_members m on m.firm_id = s.firm_id and m.person_id = s.holder_id and m.ended_at is null`;

export async function findSession(tx: Tx, tokenHash: string): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`${standing} where s.token_hash = ${tokenHash}`.execute(tx);
  return rows[0];
}

export async function listSessionsById(tx: Tx, ids: readonly string[]): Promise<Standing[]> {
  const { rows } = await sql<Standing>`${standing} where s.id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows;
}

export async function saveSight(tx: Tx, id: string, seenAt: string): Promise<void> {
  await db(tx).updateTable('identity.sessions').set({ seen_at: seenAt }).where('id', '=', id).execute();
}

export async function saveFirm(tx: Tx, id: string, firmId: string | null): Promise<void> {
  await db(tx).updateTable('identity.sessions').set({ firm_id: firmId }).where('id', '=', id).execute();
}

export function listOpenSessions(tx: Tx, holderId: string): Promise<SessionRow[]> {
  return db(tx)
    .selectFrom('identity.sessions')
    .selectAll()
    .where('holder_id', '=', holderId)
    .where('ended_at', 'is', null)
    .orderBy('seen_at', 'desc')
    .limit(50)
    .execute();
}

/** Ends one session of a holder, or all of them where no id is given. Answers how many. */
export async function endSessionsOf(tx: Tx, holderId: string, at: string, id?: string): Promise<number> {
  const ending = db(tx)
    .updateTable('identity.sessions')
    .set({ ended_at: at })
    .where('holder_id', '=', holderId)
    .where('ended_at', 'is', null);
  const { numUpdatedRows } = await (id ? ending.where('id', '=', id) : ending).executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

export async function addCodeRow(tx: Tx, row: CodeRow): Promise<void> {
  await db(tx).insertInto('identity.sign_in_codes').values(row).execute();
}

/** The codes of a phone made after an instant, newest first. */
export function listCodesSince(
  tx: Tx,
  phoneHash: string,
  since: string,
): Promise<Pick<CodeRow, 'made_at' | 'network'>[]> {
  return db(tx)
    .selectFrom('identity.sign_in_codes')
    .select(['made_at', 'network'])
    .where('phone_hash', '=', phoneHash)
    .where('made_at', '>', since)
    .orderBy('made_at', 'desc')
    .limit(20)
    .execute();
}

/** Codes made since an instant for one network or block, or everywhere where none is given; counted up to `most`. */
export async function countCodesOf(
  tx: Tx,
  { network, block, since, most }: { network?: string; block?: string; since: string; most: number },
): Promise<number> {
  const asked = db(tx).selectFrom('identity.sign_in_codes').select('id').where('made_at', '>', since).limit(most);
  const ofNetwork = network === undefined ? asked : asked.where('network', '=', network);
  const rows = await (block === undefined ? ofNetwork : ofNetwork.where('block', '=', block)).execute();
  return rows.length;
}

/** Locks an open code of a phone: it must not be used twice at once, and guesses at it come one after the other. */
export function lockCode(tx: Tx, phoneHash: string, id: string): Promise<CodeRow | undefined> {
  return db(tx)
    .selectFrom('identity.sign_in_codes')
    .selectAll()
    .where('id', '=', id)
    .where('phone_hash', '=', phoneHash)
    .where('used_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveTries(tx: Tx, id: string, tries: number): Promise<void> {
  await db(tx).updateTable('identity.sign_in_codes').set({ tries }).where('id', '=', id).execute();
}

export function findCodeRow(tx: Tx, id: string): Promise<CodeRow | undefined> {
  return db(tx).selectFrom('identity.sign_in_codes').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Uses up a phone's codes, older ones with the newest: none of them signs in again. */
export async function useUpCodes(tx: Tx, phoneHash: string, at: string): Promise<void> {
  await db(tx)
    .updateTable('identity.sign_in_codes')
    .set({ used_at: at, code: null })
    .where('phone_hash', '=', phoneHash)
    .where('used_at', 'is', null)
    .execute();
}

/** Takes the readable code away; answers whether it was still there. */
export async function wipeCode(tx: Tx, id: string): Promise<void> {
  await db(tx).updateTable('identity.sign_in_codes').set({ code: null }).where('id', '=', id).execute();
}

export function findAttempts(tx: Tx, kind: string, key: string): Promise<AttemptRow | undefined> {
  return db(tx)
    .selectFrom('identity.attempts')
    .selectAll()
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst();
}

/** The counter, made where there is none, and locked: whoever counts at the same time waits. */
export async function lockAttempts(
  tx: Tx,
  { kind, key, now }: { kind: string; key: string; now: string },
): Promise<AttemptRow> {
  // One statement: a counter that is cleared while others wait for it is made anew by the next.
  return db(tx)
    .insertInto('identity.attempts')
    .values({ kind, key, failures: 0, since: now, locked_until: null })
    .onConflict((conflict) => conflict.columns(['kind', 'key']).doUpdateSet({ key }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function saveAttempts(tx: Tx, row: AttemptRow): Promise<void> {
  const { kind: _kind, key: _key, ...counters } = row;
  await db(tx)
    .insertInto('identity.attempts')
    .values(row)
    .onConflict((conflict) => conflict.columns(['kind', 'key']).doUpdateSet(counters))
    .execute();
}

export async function clearAttempts(tx: Tx, kind: string, key: string): Promise<void> {
  await db(tx).deleteFrom('identity.attempts').where('kind', '=', kind).where('key', '=', key).execute();
}

/** All counters of this kind whose keys begin so: an account, from whatever network it was tried. */
export async function clearAttemptsOf(tx: Tx, kind: string, beginning: string): Promise<void> {
  await sql`delete from identity.attempts where kind = ${kind} and starts_with(key, ${beginning})`.execute(tx);
}

/** Old codes and long-dead sessions hold nothing anybody needs. */
export async function sweep(tx: Tx, before: string): Promise<void> {
  await db(tx).deleteFrom('identity.sign_in_codes').where('made_at', '<', before).execute();
  await db(tx).deleteFrom('identity.sessions').where('started_at', '<', before).execute();
  await db(tx).deleteFrom('identity.attempts').where('since', '<', before).execute();
}
