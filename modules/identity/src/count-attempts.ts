import { type Ctx, keep } from '@zhengtong/platform';
import { type Attempts, afterFailure, isLocked } from './domain/attempts.ts';
import { type AttemptRow, clearAttempts, lockAttempts, saveAttempts } from './store-sessions.ts';

const toAttempts = (row: AttemptRow | undefined): Attempts | undefined =>
  row && { failures: row.failures, since: row.since, lockedUntil: row.locked_until };

/** Until when tries of this key are not even looked at; undefined where they are. */
export async function findLock(ctx: Ctx, kind: string, key: string): Promise<string | undefined> {
  const attempts = toAttempts(await lockAttempts(ctx.tx, kind, key));
  return isLocked(attempts, ctx.now) ? (attempts?.lockedUntil ?? undefined) : undefined;
}

/** Notes a failure; it stays although the sign-in is refused. */
export async function noteFailure(ctx: Ctx, kind: string, key: string): Promise<void> {
  const { failures, since, lockedUntil } = afterFailure(toAttempts(await lockAttempts(ctx.tx, kind, key)), ctx.now);
  keep(ctx, (tx) => saveAttempts(tx, { kind, key, failures, since, locked_until: lockedUntil }));
}

export const forgetFailures = (ctx: Ctx, kind: string, key: string): Promise<void> => clearAttempts(ctx.tx, kind, key);
