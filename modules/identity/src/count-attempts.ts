import { type Ctx, keep, keepSoFar } from '@zhengtong/platform';
import { type Attempts, afterFailure, givenBack, isLocked } from './domain/attempts.ts';
import { type AttemptRow, clearAttempts, findAttempts, lockAttempts, saveAttempts } from './store-sessions.ts';

const toAttempts = (row: AttemptRow | undefined): Attempts | undefined =>
  row && { failures: row.failures, since: row.since, lockedUntil: row.locked_until };

/** Until when tries of this key are not even looked at; undefined where they are. */
export async function findLock(ctx: Ctx, kind: string, key: string): Promise<string | undefined> {
  const attempts = toAttempts(await findAttempts(ctx.tx, kind, key));
  return isLocked(attempts, ctx.now) ? (attempts?.lockedUntil ?? undefined) : undefined;
}

/**
 * Until when tries of this key are not looked at; where they are, nobody else's of the same key is until this one has
 * been judged and counted. Comes first in a use case that judges a try: a hundred guesses at once wait in a row here, and
 * the seventh finds the lock. The counter is held to the end of the transaction, past the refusal.
 */
export async function lockTries(ctx: Ctx, kind: string, key: string): Promise<string | undefined> {
  const attempts = toAttempts(await lockAttempts(ctx.tx, { kind, key, now: ctx.now }));
  await keepSoFar(ctx);
  return isLocked(attempts, ctx.now) ? (attempts?.lockedUntil ?? undefined) : undefined;
}

/**
 * Notes a failure; it stays although the sign-in is refused. Counted under the counter's own lock; where the key is shared
 * by many, `most` says how many failures close it.
 */
export async function noteFailure(ctx: Ctx, kind: string, key: string, most?: number): Promise<void> {
  await count(ctx, kind, key, (before) => afterFailure(before, ctx.now, most));
}

/** Takes one failure back that was counted beforehand: nothing was learnt by that try. */
export async function giveBackTry(ctx: Ctx, kind: string, key: string): Promise<void> {
  await count(ctx, kind, key, givenBack);
}

async function count(ctx: Ctx, kind: string, key: string, next: (before: Attempts) => Attempts): Promise<void> {
  keep(ctx, async (tx) => {
    const row = await lockAttempts(tx, { kind, key, now: ctx.now });
    const { failures, since, lockedUntil } = next({
      failures: row.failures,
      since: row.since,
      lockedUntil: row.locked_until,
    });
    await saveAttempts(tx, { kind, key, failures, since, locked_until: lockedUntil });
  });
}

export const forgetFailures = (ctx: Ctx, kind: string, key: string): Promise<void> => clearAttempts(ctx.tx, kind, key);
