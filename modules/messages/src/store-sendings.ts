import type { Instant } from '@zhengtong/kernel';
import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { MessagesDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<MessagesDb>();

export type SendingRow = MessagesDb['messages.sendings'];
export type SendingPlace = { readonly divisionCode: string; readonly sendingId: string };

export async function addSending(
  tx: Tx,
  row: Omit<SendingRow, 'outcome' | 'tries' | 'last_error' | 'settled_at'>,
): Promise<void> {
  await db(tx)
    .insertInto('messages.sendings')
    .values({ ...row, outcome: 'waiting', tries: 0, last_error: null, settled_at: null })
    // A sign-in code that is tried again finds its row.
    .onConflict((conflict) => conflict.columns(['division_code', 'id']).doNothing())
    .execute();
}

export function findSending(tx: Tx, at: SendingPlace): Promise<SendingRow | undefined> {
  return db(tx)
    .selectFrom('messages.sendings')
    .selectAll()
    .where('division_code', '=', at.divisionCode)
    .where('id', '=', at.sendingId)
    .executeTakeFirst();
}

/** Locks the row: two members of staff who press “try again” at once send one message. */
export function lockSending(tx: Tx, at: SendingPlace): Promise<SendingRow | undefined> {
  return db(tx)
    .selectFrom('messages.sendings')
    .selectAll()
    .where('division_code', '=', at.divisionCode)
    .where('id', '=', at.sendingId)
    .forUpdate()
    .executeTakeFirst();
}

/** The end of a waiting sending; false where it had ended already. */
export async function settleRow(
  tx: Tx,
  at: SendingPlace,
  end: { outcome: 'sent' | 'failed'; said: string | null; now: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await db(tx)
    .updateTable('messages.sendings')
    .set({ outcome: end.outcome, last_error: end.said, settled_at: end.now, tries: sql`tries + 1` })
    .where('division_code', '=', at.divisionCode)
    .where('id', '=', at.sendingId)
    .where('outcome', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function noteTry(
  tx: Tx,
  at: SendingPlace,
  next: { tries: number; said: string | null; dueAt: Instant },
): Promise<void> {
  await db(tx)
    .updateTable('messages.sendings')
    .set({ outcome: 'waiting', tries: next.tries, last_error: next.said, due_at: next.dueAt, settled_at: null })
    .where('division_code', '=', at.divisionCode)
    .where('id', '=', at.sendingId)
    .execute();
}

export type SendingFilter = {
  readonly divisionCode: string;
  readonly outcome?: SendingRow['outcome'] | undefined;
  readonly channel?: SendingRow['channel'] | undefined;
  readonly before?: string | undefined;
};

/** Newest first, 50 a page. */
export function listSendingRows(tx: Tx, filter: SendingFilter): Promise<SendingRow[]> {
  let query = db(tx)
    .selectFrom('messages.sendings')
    .selectAll()
    .where('division_code', '=', filter.divisionCode)
    .orderBy('id', 'desc')
    .limit(50);
  if (filter.outcome) query = query.where('outcome', '=', filter.outcome);
  if (filter.channel) query = query.where('channel', '=', filter.channel);
  if (filter.before) query = query.where('id', '<', filter.before);
  return query.execute();
}

export async function eraseSendingsBefore(tx: Tx, at: string): Promise<void> {
  await db(tx).deleteFrom('messages.sendings').where('planned_at', '<', at).execute();
}
