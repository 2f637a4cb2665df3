import type { Refusal, Result } from '@zhengtong/kernel';
import { type RawBuilder, sql } from 'kysely';
import { writeRecords } from './access-log.ts';
import { type Answer, type CommandKey, findAnswer, freeOldKey, keyedTag, keyPart, type Unanswered } from './command.ts';
import { type Actor, type Ctx, newRecords } from './context.ts';
import { sqlState } from './database.ts';
import { retrying, type Setting, writeReadsOfFault } from './transact.ts';

/** What a hot command writes: parts of one statement (`with …`), decided by plain reads before. */
export type AtOnce<T> = {
  readonly value: T;
  readonly parts: readonly RawBuilder<unknown>[];
  /**
   * What cannot be a part of the statement; costs a transaction round it. A refusal says that what was read has changed
   * meanwhile: everything is taken back and decided anew.
   */
  readonly afterwards?: (ctx: Ctx) => Promise<Result<unknown, Refusal>>;
};

/** What the decision rested on has changed before it was written. */
class Outdated extends Error {}
const mostDecisions = 3;

/**
 * A command in one statement: key, rows, events and stored answer are one round trip, and there or not there together.
 * For commands that lock no row that was there before: what they read may change until they write. Two at once with one
 * key: the second one's statement waits for the first, fails on the key, and answers as the first did.
 */
export async function runAtOnce<T, R extends Refusal>(
  setting: Setting,
  actor: Actor,
  given: CommandKey,
  decide: (ctx: Ctx) => Promise<Result<AtOnce<T>, R>>,
  toAnswer: (result: Result<T, R>) => Answer,
): Promise<Result<Answer, Unanswered>> {
  const ctx: Ctx = { tx: setting.db, actor, now: setting.now(), keys: setting.keys, records: newRecords() };
  const tag = keyedTag(setting.keys, given);
  try {
    return await decideAndWrite(ctx, tag, decide, toAnswer);
  } catch (fault) {
    await writeReadsOfFault(setting, actor, ctx.records);
    throw fault;
  }
}

async function decideAndWrite<T, R extends Refusal>(
  ctx: Ctx,
  tag: CommandKey,
  decide: (ctx: Ctx) => Promise<Result<AtOnce<T>, R>>,
  toAnswer: (result: Result<T, R>) => Answer,
): Promise<Result<Answer, Unanswered>> {
  for (let tries = 1; ; tries++) {
    const decided = await decide(ctx);
    const answer = toAnswer(decided.ok ? { ok: true, value: decided.value.value } : decided);
    const parts = [keyPart(ctx.actor, tag, ctx.now, answer), ...(decided.ok ? decided.value.parts : [])];
    try {
      return await writeUnlessAnswered(ctx, tag, answer, parts, decided.ok ? decided.value.afterwards : undefined);
    } catch (fault) {
      if (!(fault instanceof Outdated) || tries === mostDecisions) throw fault;
    }
  }
}

async function writeUnlessAnswered(
  ctx: Ctx,
  tag: CommandKey,
  answer: Answer,
  parts: readonly RawBuilder<unknown>[],
  afterwards: AtOnce<unknown>['afterwards'],
): Promise<Result<Answer, Unanswered>> {
  for (let isSecond = false; ; isSecond = true) {
    try {
      await retrying(() => write(ctx, parts, afterwards));
      return { ok: true, value: answer };
    } catch (error) {
      if (!isKeyUsed(error)) throw error;
      // A key past its 24 hours that no sweep has met yet is free.
      if (!isSecond && (await freeOldKey(ctx, tag))) continue;
      const kept = await findAnswer(ctx.tx, ctx.actor, tag);
      if (kept) return kept;
      throw error;
    }
  }
}

async function write(
  ctx: Ctx,
  parts: readonly RawBuilder<unknown>[],
  afterwards: AtOnce<unknown>['afterwards'],
): Promise<void> {
  const statement = sql`with ${sql.join(parts, sql`, `)} select 1`;
  const { reads, kept } = ctx.records;
  if (!afterwards && reads.length === 0 && kept.length === 0) {
    await statement.execute(ctx.tx);
    return;
  }
  await ctx.tx.transaction().execute(async (tx) => {
    await statement.execute(tx);
    const done = await afterwards?.({ ...ctx, tx });
    if (done?.ok === false) throw new Outdated(`decided on what has changed: ${done.refusal.kind}`);
    await writeRecords({ ...ctx, tx });
  });
}

const isKeyUsed = (error: unknown): boolean =>
  sqlState(error) === '23505' && (error as { constraint?: string }).constraint === 'idempotency_keys_pkey';
