import type { Instant } from '@zhengtong/kernel';
import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { MessagesDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<MessagesDb>();

export type DispatchRow = MessagesDb['messages.dispatches'];
export type DispatchPlace = { readonly divisionCode: string; readonly dispatchId: string };

export async function addDispatch(
  tx: Tx,
  row: Omit<DispatchRow, 'outcome' | 'tries' | 'last_error' | 'settled_at'>,
): Promise<void> {
  await db(tx)
    .insertInto('messages.dispatches')
    .values({ ...row, outcome: 'waiting', tries: 0, last_error: null, settled_at: null })
    // A sign-in code that is tried again finds its row.
    .onConflict((conflict) => conflict.columns(['division_code', 'id']).doNothing())
    .execute();
}

export function findDispatch(tx: Tx, at: DispatchPlace): Promise<DispatchRow | undefined> {
  return db(tx)
    .selectFrom('messages.dispatches')
    .selectAll()
    .where('division_code', '=', at.divisionCode)
    .where('id', '=', at.dispatchId)
    .executeTakeFirst();
}

/** Locks the row: two members of staff who press “try again” at once send one message. */
export function lockDispatch(tx: Tx, at: DispatchPlace): Promise<DispatchRow | undefined> {
  return db(tx)
    .selectFrom('messages.dispatches')
    .selectAll()
    .where('division_code', '=', at.divisionCode)
    .where('id', '=', at.dispatchId)
    .forUpdate()
    .executeTakeFirst();
}

/** The end of a waiting dispatch; false where it had ended already. */
export async function settleRow(
  tx: Tx,
  at: DispatchPlace,
  end: { outcome: 'sent' | 'failed'; said: string | null; now: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await db(tx)
    .updateTable('messages.dispatches')
    .set({ outcome: end.outcome, last_error: end.said, settled_at: end.now, tries: sql`tries + 1` })
    .where('division_code', '=', at.divisionCode)
    .where('id', '=', at.dispatchId)
    .where('outcome', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function noteTry(
  tx: Tx,
  at: DispatchPlace,
  next: { tries: number; said: string | null; dueAt: Instant },
): Promise<void> {
  await db(tx)
    .updateTable('messages.dispatches')
    .set({ outcome: 'waiting', tries: next.tries, last_error: next.said, due_at: next.dueAt, settled_at: null })
    .where('division_code', '=', at.divisionCode)
    .where('id', '=', at.dispatchId)
    .execute();
}

export type DispatchFilter = {
  readonly divisionCode: string;
  readonly outcome?: DispatchRow['outcome'] | undefined;
  readonly channel?: DispatchRow['channel'] | undefined;
  readonly before?: string | undefined;
};

/** Newest first, 50 a page. */
export function listDispatchRows(tx: Tx, filter: DispatchFilter): Promise<DispatchRow[]> {
  let query = db(tx)
    .selectFrom('messages.dispatches')
    .selectAll()
    .where('division_code', '=', filter.divisionCode)
    .orderBy('id', 'desc')
    .limit(50);
  if (filter.outcome) query = query.where('outcome', '=', filter.outcome);
  if (filter.channel) query = query.where('channel', '=', filter.channel);
  if (filter.before) query = query.where('id', '<', filter.before);
  return query.execute();
}

export async function eraseDispatchesBefore(tx: Tx, at: string): Promise<void> {
  await db(tx).deleteFrom('messages.dispatches').where('planned_at', '<', at).execute();
}
