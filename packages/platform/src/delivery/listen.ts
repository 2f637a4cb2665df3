import type { EventKind, Instant, PayloadOf } from '@zhengtong/kernel';
import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import type { Db } from '../database.ts';
import type { Setting } from '../transact.ts';
import type { JobKind } from './emit.ts';

export type Delivered = {
  readonly divisionCode: string;
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly payload: unknown;
  readonly actor: string;
  readonly occurredAt: Instant;
};

/**
 * Who takes an event, and how. `inside` runs in the transaction that marks the delivery done, so its effect on the
 * database happens exactly once. `outside` runs with no transaction open, for what leaves the process (mail, SMS): at
 * least once, so the far side must recognise a repeated id.
 */
export type Listener = {
  readonly subscriber: string;
  readonly event: string;
  readonly inside?: (ctx: Ctx, event: Delivered) => Promise<void>;
  readonly outside?: (setting: Setting, event: Delivered) => Promise<void>;
};

/** `subscriber` is unique in the house and never changes: it names the rows that wait (`cases.on-certificate-issued`). */
export function listen<E extends EventKind>(
  subscriber: string,
  event: E,
  inside: (ctx: Ctx, payload: PayloadOf<E>, event: Delivered) => Promise<void>,
): Listener {
  return { subscriber, event: event.name, inside: (ctx, got) => inside(ctx, got.payload as PayloadOf<E>, got) };
}

export function listenOutside<E extends EventKind>(
  subscriber: string,
  event: E,
  outside: (setting: Setting, payload: PayloadOf<E>, event: Delivered) => Promise<void>,
): Listener {
  return { subscriber, event: event.name, outside: (at, got) => outside(at, got.payload as PayloadOf<E>, got) };
}

/** Handles a job; its kind is its only subscriber. */
export function onJob<E extends EventKind>(
  job: JobKind<E>,
  inside: (ctx: Ctx, payload: PayloadOf<E>, event: Delivered) => Promise<void>,
): Listener {
  return listen(job.name, job, inside);
}

/** Tells the database who listens. New subscribers get what happens from now on. */
export async function subscribe(db: Db, listeners: readonly Listener[]): Promise<void> {
  const events = listeners.filter((listener) => listener.event !== listener.subscriber);
  await db.transaction().execute(async (tx) => {
    await sql`delete from platform.subscriptions`.execute(tx);
    for (const { event, subscriber } of events) {
      await sql`insert into platform.subscriptions (event_name, subscriber) values (${event}, ${subscriber}) on conflict do nothing`.execute(
        tx,
      );
    }
  });
}
