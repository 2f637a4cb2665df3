import type { PayloadOf } from '@zhengtong/kernel';
import { type Ctx, type Part, type Tx, tellingPart } from '@zhengtong/platform';
import { sql } from 'kysely';
import { MessageWritten } from './contract-events.ts';
import type { MessagesDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<MessagesDb>();

export type LetterRow = MessagesDb['messages.letters'];

/** Letter, news and deliveries as parts of a larger statement: commands that write to somebody are hot. */
export function letterParts(
  ctx: Ctx,
  name: string,
  row: Omit<LetterRow, 'read_at'>,
  payload: PayloadOf<typeof MessageWritten>,
): Part[] {
  const letter = sql`${sql.id(name)} as (
    insert into messages.letters (subject, id, division_code, case_id, template, content, written_at)
    values (${row.subject}, ${row.id}, ${row.division_code}, ${row.case_id}, ${row.template}, ${row.content},
      ${row.written_at}))`;
  const news = { event: MessageWritten, divisionCode: row.division_code, key: row.case_id ?? row.id, payload };
  return [letter, tellingPart(ctx, news)];
}

export function findLetter(tx: Tx, subject: string, id: string): Promise<LetterRow | undefined> {
  return db(tx)
    .selectFrom('messages.letters')
    .selectAll()
    .where('subject', '=', subject)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function listLetterRows(tx: Tx, subject: string, before: string | undefined, most: number) {
  let query = db(tx).selectFrom('messages.letters').selectAll().where('subject', '=', subject);
  if (before) query = query.where('id', '<', before);
  return query.orderBy('id', 'desc').limit(most).execute();
}

/** The first reading counts; a second device changes nothing. */
export async function markRead(tx: Tx, subject: string, id: string, at: string): Promise<void> {
  await db(tx)
    .updateTable('messages.letters')
    .set({ read_at: at })
    .where('subject', '=', subject)
    .where('id', '=', id)
    .where('read_at', 'is', null)
    .execute();
}

/** Up to 100: nobody reads the number beyond. */
export async function countUnreadRows(tx: Tx, subject: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select 1 from messages.letters where subject = ${subject} and read_at is null limit 100) unread`.execute(tx);
  return rows[0]?.n ?? 0;
}

export async function eraseLettersBefore(tx: Tx, at: string): Promise<void> {
  await db(tx).deleteFrom('messages.letters').where('written_at', '<', at).execute();
}
