import { type EventKind, type Instant, newId, type PayloadOf } from '@zhengtong/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { runParts, type Telling } from './parts.ts';

/** Something to be done at a time: a timer of one case, a nightly sweep. Delivered like an event, to one handler. */
export type JobKind<E extends EventKind = EventKind> = E & { readonly isJob: true };

export function defineJob<E extends EventKind>(kind: E): JobKind<E> {
  return { ...kind, isJob: true };
}

export type News<E extends EventKind> = {
  readonly event: E;
  /** The jurisdiction that acts (GB/T 2260, six digits). */
  readonly divisionCode: string;
  /** What it is about, mostly a case's id. */
  readonly key: string;
  readonly payload: PayloadOf<E>;
};

/** Writes the event and a delivery for each subscriber, in the caller's transaction: both are there or neither is. */
export const emit = <E extends EventKind>(ctx: Ctx, news: News<E>): Promise<void> =>
  runParts(ctx.tx, [tellingPart(ctx, news)]);

/** Puts a job on the list. It is not taken before `dueAt`; a handler must look whether it is still wanted. */
export async function schedule<E extends EventKind>(
  ctx: Ctx,
  job: News<JobKind<E>>,
  dueAt: Instant,
  id: string = newId(),
): Promise<void> {
  await runParts(ctx.tx, [scheduleParts(ctx, 'job', job, dueAt, id)]);
}

/** The same as parts of a larger statement. */
export function scheduleParts<E extends EventKind>(
  ctx: Ctx,
  name: string,
  job: News<JobKind<E>>,
  dueAt: Instant,
  id: string = newId(),
): RawBuilder<unknown> {
  const event = sql.id(`${name}_event`);
  return sql`
    ${event} as (
      insert into platform.events (division_code, id, name, key, payload, actor, occurred_at)
      values (${job.divisionCode}, ${id}, ${job.event.name}, ${job.key}, ${JSON.stringify(job.payload)}, ${ctx.actor.id}, ${ctx.now})
      on conflict do nothing returning id),
    ${sql.id(`${name}_delivery`)} as (
      insert into platform.deliveries (division_code, event_id, subscriber, not_before)
      select ${job.divisionCode}, ${event}.id, ${job.event.name}, ${dueAt}::timestamptz from ${event})`;
}

/** The same as a part of a larger statement: a hot command is then one round trip. */
export function tellingPart<E extends EventKind>({ actor, now }: Ctx, news: News<E>): Telling {
  const { event, divisionCode, key, payload } = news;
  const row = [divisionCode, newId(), event.name, key, JSON.stringify(payload), actor.id, now];
  return { told: sql`(${sql.join(row)})` };
}
