import type { Refusal, Result } from '@zhengtong/kernel';
import type { RawBuilder } from 'kysely';
import { readsPart, writeRecords } from './access-log.ts';
import { type Answer, type CommandKey, findAnswer, freeOldKey, keyedTag, keyPart, type Unanswered } from './command.ts';
import { type Actor, type Ctx, newRecords } from './context.ts';
import { sqlState } from './database.ts';
import { joinParts, type Part, runParts } from './delivery/parts.ts';
import { retrying, type Setting, writeReadsOfFault } from './transact.ts';

/** What a hot command writes: parts of one statement (`with …`), decided by plain reads before. */
export type AtOnce<T> = {
  readonly value: T;
  readonly parts: readonly Part[];
  /** Constraints that refuse the statement where what was read has changed meanwhile: it is decided anew. */
  readonly outdatedBy?: readonly string[];
  /**
   * What cannot be a part of the statement; costs a transaction round it. A refusal says that what was read has changed
   * meanwhile: everything is taken back and decided anew.
   */
  readonly afterwards?: (ctx: Ctx) => Promise<Result<unknown, Refusal>>;
};

/** What the decision rested on has changed before it was written. */
class Outdated extends Error {}
/** More than a program has connections, so that all of them at once at the same place come to their turn. */
const mostDecisions = 30;
const longestPauseMs = 50;

/**
 * A command in one statement: key, rows, events and stored answer are one round trip, and there or not there together.
 * No row is locked while it is decided: what was read may change until it is written, so the statement itself must refuse
 * to write on what has changed (`outdatedBy`), or nothing that was there before may matter. Two at once with one key: the
 * second one's statement waits for the first, fails on the key, and answers as the first did.
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
      const isOutdated = fault instanceof Outdated || (decided.ok && breaks(fault, decided.value.outdatedBy ?? []));
      if (!isOutdated) throw fault;
      // Nothing was written, and nothing is wrong but the crowd: whoever asks again is heard.
      if (tries === mostDecisions) return { ok: false, refusal: { kind: 'in-flight' } };
      // Twice is chance. From then on each waits a little, not all as long, or the same one would lose every time.
      if (tries > 2) await new Promise((resolve) => setTimeout(resolve, Math.random() * longestPauseMs));
    }
  }
}

async function writeUnlessAnswered(
  ctx: Ctx,
  tag: CommandKey,
  answer: Answer,
  parts: readonly Part[],
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

async function write(ctx: Ctx, parts: readonly Part[], afterwards: AtOnce<unknown>['afterwards']): Promise<void> {
  const { reads, kept } = ctx.records;
  const noted = [...reads];
  const looked = noted.length > 0 ? [readsPart(ctx)] : [];
  const statement = joinParts([...parts, ...looked]);
  try {
    if (!afterwards && kept.length === 0) await statement.execute(ctx.tx);
    else await ctx.tx.transaction().execute((tx) => writeWith({ ...ctx, tx }, statement, afterwards));
  } catch (fault) {
    // Nothing is written of it: whoever writes next, or notes the fault, still owes the log what was looked at.
    reads.unshift(...noted);
    throw fault;
  }
}

async function writeWith(ctx: Ctx, statement: RawBuilder<unknown>, afterwards: AtOnce<unknown>['afterwards']) {
  await statement.execute(ctx.tx);
  const done = await afterwards?.(ctx);
  if (done?.ok === false) throw new Outdated(`decided on what has changed: ${done.refusal.kind}`);
  await writeRecords(ctx);
}

/** Whether a statement failed on one of these unique constraints. */
const breaks = (error: unknown, constraints: readonly string[]): boolean =>
  sqlState(error) === '23505' && constraints.includes((error as { constraint?: string }).constraint ?? '');

const isKeyUsed = (error: unknown): boolean => breaks(error, ['idempotency_keys_pkey']);

/** Writes in the transaction at hand what a command decided at once: for those who have one open anyway. */
export async function writeInside<T>(ctx: Ctx, { value, parts, afterwards }: AtOnce<T>): Promise<Result<T, Refusal>> {
  await runParts(ctx.tx, parts);
  const done = await afterwards?.(ctx);
  return done?.ok === false ? done : { ok: true, value };
}
