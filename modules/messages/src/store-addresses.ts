import type { Tx } from '@zhengtong/platform';
import type { MessagesDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<MessagesDb>();

export type AddressRow = MessagesDb['messages.addresses'];

export function findAddressRow(tx: Tx, subject: string): Promise<AddressRow | undefined> {
  return db(tx).selectFrom('messages.addresses').selectAll().where('subject', '=', subject).executeTakeFirst();
}

export async function saveAddress(tx: Tx, row: AddressRow): Promise<void> {
  const { subject: _subject, ...changes } = row;
  await db(tx)
    .insertInto('messages.addresses')
    .values(row)
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(changes))
    .execute();
}

export async function changeAddress(tx: Tx, subject: string, changes: Partial<AddressRow>): Promise<void> {
  await db(tx).updateTable('messages.addresses').set(changes).where('subject', '=', subject).execute();
}

export async function removeAddress(tx: Tx, subject: string): Promise<void> {
  await db(tx).deleteFrom('messages.addresses').where('subject', '=', subject).execute();
}
