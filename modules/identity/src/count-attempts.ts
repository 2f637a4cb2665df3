import { type Ctx, keep } from '@zhengtong/platform';
import { type Attempts, afterFailure, isLocked } from './domain/attempts.ts';
import { type AttemptRow, clearAttempts, findAttempts, lockAttempts, saveAttempts } from './store-sessions.ts';

const toAttempts = (row: AttemptRow | undefined): Attempts | undefined =>
  row && { failures: row.failures, since: row.since, lockedUntil: row.locked_until };

/** Until when tries of this key are not even looked at; undefined where they are. */
export async function findLock(ctx: Ctx, kind: string, key: string): Promise<string | undefined> {
  const attempts = toAttempts(await findAttempts(ctx.tx, kind, key));
  return isLocked(attempts, ctx.now) ? (attempts?.lockedUntil ?? undefined) : undefined;
}

/**
 * Notes a failure; it stays although the sign-in is refused. Counted under the counter's own lock, which is held until
 * the end: twenty guesses at once are twenty, not one.
 */
export async function noteFailure(ctx: Ctx, kind: string, key: string): Promise<void> {
  keep(ctx, async (tx) => {
    const before = toAttempts(await lockAttempts(tx, { kind, key, now: ctx.now }));
    const { failures, since, lockedUntil } = afterFailure(before, ctx.now);
    await saveAttempts(tx, { kind, key, failures, since, locked_until: lockedUntil });
  });
}

export const forgetFailures = (ctx: Ctx, kind: string, key: string): Promise<void> => clearAttempts(ctx.tx, kind, key);
