import { createHash } from 'node:crypto';
import type { Refusal, Result } from '@zhengtong/kernel';
import { type RawBuilder, sql } from 'kysely';
import { readsPart, writeRecords } from './access-log.ts';
import { type Actor, type Ctx, newRecords } from './context.ts';
import { sqlState, type Tx } from './database.ts';
import { inTransaction } from './open-transaction.ts';
import { findingHash, type Keys } from './sealing.ts';
import { retrying, type Setting, undoRefused } from './transact.ts';

/** What a command answered, kept 24 hours under the actor's key: an HTTP status and a body, or a page to go to. */
export type Answer = { readonly status: number; readonly body: string };

/** A command's name tag: the caller's key, and a fingerprint of what was asked. Stored by `keyedTag` only. */
export type CommandKey = { readonly key: string; readonly fingerprint: string };

export type Unanswered = { readonly kind: 'in-flight' } | { readonly kind: 'other-body' };

export function fingerprint(route: string, body: unknown): string {
  return createHash('sha256')
    .update(route)
    .update('\0')
    .update(JSON.stringify(body ?? null))
    .digest('base64url');
}

/**
 * The tag as it is stored. What people send can hold a phone or a resident number and little else: a plain hash of it
 * would be turned back by trying them all, a keyed one by nobody who has only the table.
 */
export const keyedTag = (keys: Keys, { key, fingerprint }: CommandKey): CommandKey => ({
  key,
  fingerprint: findingHash(keys, 'command', fingerprint),
});

/**
 * Runs a use case once per key (draft-ietf-httpapi-idempotency-key-header-07). The key row, the business rows, events
 * and the stored answer commit together, so a crash at any point leaves all or nothing. Sent again: the stored answer,
 * refusals too. Two at once: the second waits a quarter of a second on the first one's row, then is told `in-flight`.
 */
export async function runOnce<T, R extends Refusal>(
  setting: Setting,
  actor: Actor,
  tag: CommandKey,
  use: (ctx: Ctx) => Promise<Result<T, R>>,
  toAnswer: (result: Result<T, R>) => Answer,
): Promise<Result<Answer, Unanswered>> {
  const stored = keyedTag(setting.keys, tag);
  try {
    return await retrying(() => tryOnce(setting, actor, stored, use, toAnswer));
  } catch (error) {
    if (sqlState(error) === '55P03' && (error as { claiming?: true }).claiming) {
      return { ok: false, refusal: { kind: 'in-flight' } };
    }
    throw error;
  }
}

async function tryOnce<T, R extends Refusal>(
  setting: Setting,
  actor: Actor,
  tag: CommandKey,
  use: (ctx: Ctx) => Promise<Result<T, R>>,
  toAnswer: (result: Result<T, R>) => Answer,
): Promise<Result<Answer, Unanswered>> {
  return await inTransaction(setting.db, `set local lock_timeout = '250ms'`, async (tx) => {
    const now = setting.now();
    if (!(await claimKey(tx, actor, tag, now))) return replay(tx, actor, tag);
    const ctx: Ctx = { tx, actor, now, keys: setting.keys, records: newRecords() };
    const result = await undoRefused(tx, () => use(ctx));
    const answer = toAnswer(result);
    const parts = [answerPart(actor, tag, answer), ...(ctx.records.reads.length > 0 ? [readsPart(ctx)] : [])];
    await sql`with ${sql.join(parts, sql`, `)} select 1`.execute(tx);
    await writeRecords(ctx);
    return { ok: true, value: answer };
  });
}

async function claimKey(tx: Tx, actor: Actor, tag: CommandKey, now: string): Promise<boolean> {
  try {
    const { rows } = await sql`
      insert into platform.idempotency_keys as k (actor, key, fingerprint, made_at)
      values (${actor.id}, ${tag.key}, ${tag.fingerprint}, ${now})
      on conflict (actor, key) do update
        set fingerprint = excluded.fingerprint, status = null, answer = null, made_at = excluded.made_at
        where k.made_at < excluded.made_at - interval '24 hours'
      returning 1`.execute(tx);
    if (rows.length === 0) return false;
    await sql.raw(`set local lock_timeout = '10s'; savepoint business`).execute(tx);
    return true;
  } catch (error) {
    throw Object.assign(error as Error, { claiming: true });
  }
}

const answerPart = (actor: Actor, tag: CommandKey, answer: Answer): RawBuilder<unknown> => sql`answered as (
  update platform.idempotency_keys set status = ${answer.status}, answer = ${answer.body}
  where actor = ${actor.id} and key = ${tag.key})`;

async function replay(tx: Tx, actor: Actor, tag: CommandKey): Promise<Result<Answer, Unanswered>> {
  const { rows } = await sql<{ fingerprint: string; status: number; answer: string }>`
    select fingerprint, status, answer from platform.idempotency_keys
    where actor = ${actor.id} and key = ${tag.key}`.execute(tx);
  const kept = rows[0];
  if (!kept || kept.fingerprint !== tag.fingerprint) return { ok: false, refusal: { kind: 'other-body' } };
  return { ok: true, value: { status: kept.status, body: kept.answer } };
}

/**
 * The key as a part of one larger statement, for commands that decide first and then write everything at once. The
 * statement fails with 23505 where the key was used: then `findAnswer` says what was answered.
 */
export function keyPart(actor: Actor, tag: CommandKey, now: string, answer: Answer): RawBuilder<unknown> {
  return sql`command_key as (
    insert into platform.idempotency_keys (actor, key, fingerprint, status, answer, made_at)
    values (${actor.id}, ${tag.key}, ${tag.fingerprint}, ${answer.status}, ${answer.body}, ${now}))`;
}

/** What a key was answered with within 24 hours; undefined where it is free. */
export async function findAnswer(
  tx: Tx,
  actor: Actor,
  tag: CommandKey,
): Promise<Result<Answer, Unanswered> | undefined> {
  const { rows } =
    await sql`select 1 from platform.idempotency_keys where actor = ${actor.id} and key = ${tag.key}`.execute(tx);
  return rows.length === 0 ? undefined : await replay(tx, actor, tag);
}

/** Frees this key where its 24 hours are over; answers whether it did. */
export async function freeOldKey({ tx, actor, now }: Ctx, tag: CommandKey): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from platform.idempotency_keys
    where actor = ${actor.id} and key = ${tag.key} and made_at < ${now}::timestamptz - interval '24 hours'`.execute(tx);
  return numAffectedRows === 1n;
}

/** Forgets keys after their 24 hours. */
export async function forgetOldKeys(ctx: Ctx): Promise<void> {
  await sql`delete from platform.idempotency_keys where made_at < ${ctx.now}::timestamptz - interval '24 hours'`.execute(
    ctx.tx,
  );
}
