import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { Sent } from './domain/quota.ts';
import type { FilesDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<FilesDb>();

export async function beginArrival(tx: Tx, storedAs: string, at: string): Promise<void> {
  await db(tx).insertInto('files.arrivals').values({ stored_as: storedAs, begun_at: at }).execute();
}

export async function endArrival(tx: Tx, storedAs: string): Promise<void> {
  await db(tx).deleteFrom('files.arrivals').where('stored_as', '=', storedAs).execute();
}

/** Begun and never entered. */
export async function listLeftArrivals(tx: Tx, before: string): Promise<string[]> {
  const rows = await db(tx)
    .selectFrom('files.arrivals')
    .select('stored_as')
    .where('begun_at', '<', before)
    .limit(500)
    .execute();
  return rows.map((row) => row.stored_as);
}

/** What a person has waiting outside any case, and sent within 24 hours, erased again or not. */
export async function measureSent(tx: Tx, ownerId: string, now: string): Promise<Sent> {
  const { rows } = await sql<{ waiting: number; waitingBytes: number; day: number; dayBytes: number }>`
    select
      (count(*) filter (where case_id is null and erased_at is null))::int as waiting,
      coalesce(sum(size_bytes) filter (where case_id is null and erased_at is null), 0)::float8 as "waitingBytes",
      (count(*) filter (where received_at > ${now}::timestamptz - interval '24 hours'))::int as day,
      coalesce(sum(size_bytes) filter (where received_at > ${now}::timestamptz - interval '24 hours'), 0)::float8
        as "dayBytes"
    from (
      select * from files.files where owner_id = ${ownerId} and erased_at is null
        and (case_id is null or received_at > ${now}::timestamptz - interval '24 hours')
      union all
      select * from files.files where owner_id = ${ownerId} and erased_at is not null
        and received_at > ${now}::timestamptz - interval '24 hours') sent`.execute(tx);
  const { waiting = 0, waitingBytes = 0, day = 0, dayBytes = 0 } = rows[0] ?? {};
  return { waiting: { files: waiting, bytes: waitingBytes }, day: { files: day, bytes: dayBytes } };
}

/** Until the transaction ends. The person has no row here that could be locked instead. */
export async function lockOwner(tx: Tx, ownerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`files.owner ${ownerId}`}, 0))`.execute(tx);
}
