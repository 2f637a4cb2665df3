import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../database.ts';

/** News to be told by the statement it is a part of: the row of its event. */
export type Telling = { readonly told: RawBuilder<unknown> };

/** What a command writes as a part of one statement (`with …`), or tells with it. */
export type Part = RawBuilder<unknown> | Telling;

/**
 * One statement of all parts; all of it is there or nothing. However much is told is two parts: PostgreSQL makes ready
 * every part of a statement each time, and a decision tells four times. They come first, since of parts nothing refers to
 * PostgreSQL runs the last one first: what may fail has failed by then.
 */
export function joinParts(parts: readonly Part[]): RawBuilder<unknown> {
  const told = parts.flatMap((part) => ('told' in part ? [part.told] : []));
  const written = parts.filter((part) => !('told' in part));
  return sql`with ${sql.join([...(told.length > 0 ? [tellingParts(told)] : []), ...written], sql`, `)} select 1`;
}

export const runParts = async (tx: Tx, parts: readonly Part[]): Promise<void> => {
  await joinParts(parts).execute(tx);
};

/** The events, and a delivery for each subscriber of each. */
const tellingParts = (told: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql`
  news as (
    insert into platform.events (division_code, id, name, key, payload, actor, occurred_at)
    values ${sql.join(told)} returning division_code, id, name, occurred_at),
  news_deliveries as (
    insert into platform.deliveries (division_code, event_id, subscriber, not_before)
    select n.division_code, n.id, s.subscriber, n.occurred_at
    from news n join platform.subscriptions s on s.event_name in (n.name, '*'))`;
