import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { IdentityDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<IdentityDb>();

export type PersonRow = IdentityDb['identity.people'];
export type FirmRow = IdentityDb['identity.firms'];

export function findPersonRow(tx: Tx, id: string): Promise<PersonRow | undefined> {
  return db(tx).selectFrom('identity.people').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findPersonByPhone(tx: Tx, phoneHash: string): Promise<PersonRow | undefined> {
  return db(tx).selectFrom('identity.people').selectAll().where('phone_hash', '=', phoneHash).executeTakeFirst();
}

export function findPersonByNumber(tx: Tx, residentHash: string): Promise<PersonRow | undefined> {
  return db(tx).selectFrom('identity.people').selectAll().where('resident_hash', '=', residentHash).executeTakeFirst();
}

/** Two first sign-ins of one phone at once: the second finds the row the first one made. */
export async function addPerson(
  tx: Tx,
  row: Pick<PersonRow, 'id' | 'phone_hash' | 'phone' | 'joined_at'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('identity.people')
    .values({ ...row, name: null, resident_hash: null, resident_number: null, verified_at: null })
    .onConflict((conflict) => conflict.column('phone_hash').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function saveVerified(
  tx: Tx,
  id: string,
  verified: Required<Pick<PersonRow, 'name' | 'resident_hash' | 'resident_number' | 'verified_at'>>,
): Promise<void> {
  await db(tx).updateTable('identity.people').set(verified).where('id', '=', id).execute();
}

export function findFirmRow(tx: Tx, id: string): Promise<FirmRow | undefined> {
  return db(tx).selectFrom('identity.firms').selectAll().where('id', '=', id).executeTakeFirst();
}

export function listFirmRowsOf(tx: Tx, personId: string): Promise<(FirmRow & { capacity: string })[]> {
  return db(tx)
    .selectFrom('identity.firm_members as m')
    .innerJoin('identity.firms as f', 'f.id', 'm.firm_id')
    .select(['f.id', 'f.credit_code', 'f.name', 'f.joined_at', 'm.capacity'])
    .where('m.person_id', '=', personId)
    .where('m.ended_at', 'is', null)
    .orderBy('f.name')
    .execute();
}

/** The firm's row, made if this credit code is new here; locked, for of two representatives at once one is the later. */
export async function keepFirm(tx: Tx, row: FirmRow): Promise<FirmRow> {
  await db(tx)
    .insertInto('identity.firms')
    .values(row)
    .onConflict((conflict) => conflict.column('credit_code').doNothing())
    .execute();
  return db(tx)
    .selectFrom('identity.firms')
    .selectAll()
    .where('credit_code', '=', row.credit_code)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function addMember(tx: Tx, member: Omit<IdentityDb['identity.firm_members'], 'ended_at'>): Promise<void> {
  await db(tx)
    .insertInto('identity.firm_members')
    .values({ ...member, ended_at: null })
    .onConflict((conflict) =>
      conflict.columns(['firm_id', 'person_id']).doUpdateSet({ capacity: member.capacity, ended_at: null }),
    )
    .execute();
}

/** From now on the firm, whose row is locked, is called so; what it was called before stays known. */
export async function saveFirmName(
  tx: Tx,
  { firmId, name, at }: { firmId: string; name: string; at: string },
): Promise<void> {
  await db(tx).updateTable('identity.firms').set({ name }).where('id', '=', firmId).execute();
  await db(tx)
    .insertInto('identity.firm_names')
    .values({ firm_id: firmId, since: at, name })
    .onConflict((conflict) => conflict.columns(['firm_id', 'since']).doUpdateSet({ name }))
    .execute();
}

/** What a firm was called at an instant; undefined before it was known here. */
export async function findFirmName(tx: Tx, firmId: string, at: string): Promise<string | undefined> {
  const row = await db(tx)
    .selectFrom('identity.firm_names')
    .select('name')
    .where('firm_id', '=', firmId)
    .where('since', '<=', at)
    .orderBy('since', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.name;
}

/** Who may act for a firm, the person asked for first, then its legal representative. */
export async function findMemberToTell(tx: Tx, firmId: string, personId: string): Promise<string | undefined> {
  const row = await db(tx)
    .selectFrom('identity.firm_members')
    .select('person_id')
    .where('firm_id', '=', firmId)
    .where('ended_at', 'is', null)
    .where((where) => where.or([where('person_id', '=', personId), where('capacity', '=', 'legal-representative')]))
    .orderBy((order) => order('person_id', '=', personId), 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.person_id;
}

/** Ends the tie of every legal representative of a firm but this one. */
export async function endRepresentativesBefore(
  tx: Tx,
  { firmId, personId, at }: { firmId: string; personId: string; at: string },
): Promise<void> {
  await db(tx)
    .updateTable('identity.firm_members')
    .set({ ended_at: at })
    .where('firm_id', '=', firmId)
    .where('person_id', '<>', personId)
    .where('capacity', '=', 'legal-representative')
    .where('ended_at', 'is', null)
    .execute();
}

/** Asked before the first migration too, so a missing table is an answer. */
export async function isNobodyKnown(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ known: string | null }>`select to_regclass('identity.people')::text as known`.execute(
    tx,
  );
  if (rows[0]?.known === null) return true;
  const { rows: anybody } = await sql`
    select 1 from (select id from identity.people union all select id from identity.staff
      union all select id from identity.organisations) everybody limit 1`.execute(tx);
  return anybody.length === 0;
}

/** The oldest and the newest of people and of officers: the first key and the present one sealed them. */
export async function findSealedByAges(tx: Tx) {
  const ends = async <T>(ask: (way: 'asc' | 'desc') => Promise<T[]>): Promise<T[]> => [
    ...(await ask('asc')),
    ...(await ask('desc')),
  ];
  const people = await ends((way) =>
    db(tx).selectFrom('identity.people').select(['phone', 'phone_hash']).orderBy('id', way).limit(1).execute(),
  );
  const staff = await ends((way) =>
    db(tx).selectFrom('identity.staff').select('totp_secret').orderBy('id', way).limit(1).execute(),
  );
  return { people, staff };
}
