import type { Tx } from '@zhengtong/platform';
import { type RawBuilder, sql } from 'kysely';
import type { CertificatesDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<CertificatesDb>();

export type CertificateRow = CertificatesDb['certificates.certificates'];
export type TypeRow = CertificatesDb['certificates.types'];
export type ActionRow = CertificatesDb['certificates.actions'];
export type Place = { readonly divisionCode: string; readonly id: string };

export function findType(tx: Tx, divisionCode: string, code: string): Promise<TypeRow | undefined> {
  return db(tx)
    .selectFrom('certificates.types')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .where('code', '=', code)
    .executeTakeFirst();
}

export async function saveType(tx: Tx, row: TypeRow): Promise<void> {
  const { division_code: _division, code: _code, ...changes } = row;
  const fields = JSON.stringify(row.fields);
  await db(tx)
    .insertInto('certificates.types')
    .values({ ...row, fields })
    .onConflict((conflict) => conflict.columns(['division_code', 'code']).doUpdateSet({ ...changes, fields }))
    .execute();
}

/** Parts of one statement; the identifier's claim fails with 23505 where another certificate has it. */
export function insertCertificateParts(row: CertificateRow, first: ActionRow): RawBuilder<unknown> {
  return sql`
    certificate_claimed as (
      insert into certificates.identifiers (identifier, division_code, certificate_id)
      values (${row.identifier}, ${row.division_code}, ${row.id})),
    certificate_issued as (insert into certificates.certificates ${valuesOf(row)}),
    certificate_kept as (
      insert into certificates.wallets (subject, certificate_id, division_code)
      values (${row.subject}, ${row.id}, ${row.division_code})),
    certificate_logged as (insert into certificates.actions ${valuesOf(first)})`;
}

function valuesOf(row: object): RawBuilder<unknown> {
  const entries = Object.entries(row);
  const values = entries.map(([, value]) => sql`${value}`);
  return sql`(${sql.join(entries.map(([column]) => sql.id(column)))}) values (${sql.join(values)})`;
}

export async function findByIdentifier(tx: Tx, identifier: string): Promise<CertificateRow | undefined> {
  const { rows } = await sql<CertificateRow>`
    select c.* from certificates.identifiers i
    join certificates.certificates c on c.division_code = i.division_code and c.id = i.certificate_id
    where i.identifier = ${identifier}`.execute(tx);
  return rows[0];
}

/** Locks the row: suspending and revoking at once must come one after the other. */
export function lockCertificate(tx: Tx, { divisionCode, id }: Place): Promise<CertificateRow | undefined> {
  return db(tx)
    .selectFrom('certificates.certificates')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export function findCertificate(tx: Tx, { divisionCode, id }: Place): Promise<CertificateRow | undefined> {
  return db(tx)
    .selectFrom('certificates.certificates')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** What an office issued, newest first. */
export function listOfOffice(
  tx: Tx,
  asked: { divisionCode: string; organisationId: string; status?: CertificateRow['status']; before?: string },
): Promise<CertificateRow[]> {
  let query = db(tx)
    .selectFrom('certificates.certificates')
    .selectAll()
    .where('division_code', '=', asked.divisionCode)
    .where('organisation_id', '=', asked.organisationId);
  if (asked.status) query = query.where('status', '=', asked.status);
  if (asked.before) query = query.where('id', '<', asked.before);
  return query.orderBy('id', 'desc').limit(20).execute();
}

export function findByCase(tx: Tx, divisionCode: string, caseId: string): Promise<CertificateRow | undefined> {
  return db(tx)
    .selectFrom('certificates.certificates')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
}

/** A wallet, newest first; nobody has a thousand. */
export async function listWallet(tx: Tx, subject: string): Promise<CertificateRow[]> {
  const { rows } = await sql<CertificateRow>`
    select c.* from certificates.wallets w
    join certificates.certificates c on c.division_code = w.division_code and c.id = w.certificate_id
    where w.subject = ${subject} order by w.certificate_id desc limit 1000`.execute(tx);
  return rows;
}

export async function findInWallet(
  tx: Tx,
  subject: string,
  certificateId: string,
): Promise<CertificateRow | undefined> {
  const { rows } = await sql<CertificateRow>`
    select c.* from certificates.wallets w
    join certificates.certificates c on c.division_code = w.division_code and c.id = w.certificate_id
    where w.subject = ${subject} and w.certificate_id = ${certificateId}`.execute(tx);
  return rows[0];
}

export async function changeStatus(
  tx: Tx,
  { divisionCode, id }: Place,
  status: CertificateRow['status'],
): Promise<void> {
  await db(tx)
    .updateTable('certificates.certificates')
    .set({ status })
    .where('division_code', '=', divisionCode)
    .where('id', '=', id)
    .execute();
}

/** The next place in the certificate's log; its row is locked by the caller. */
export async function addAction(tx: Tx, row: Omit<ActionRow, 'seq'>): Promise<void> {
  await sql`
    insert into certificates.actions (division_code, certificate_id, seq, kind, at, by_id, post_id, reason, law, ground)
    select ${row.division_code}, ${row.certificate_id}, coalesce(max(seq), 0) + 1, ${row.kind}, ${row.at}, ${row.by_id},
      ${row.post_id}, ${row.reason}, ${row.law}, ${row.ground}
    from certificates.actions where division_code = ${row.division_code} and certificate_id = ${row.certificate_id}`.execute(
    tx,
  );
}

export function listActions(tx: Tx, { divisionCode, id }: Place): Promise<ActionRow[]> {
  return db(tx)
    .selectFrom('certificates.actions')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .where('certificate_id', '=', id)
    .orderBy('seq')
    .execute();
}
