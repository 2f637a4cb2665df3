import type { RecurringJob } from '@zhengtong/platform';
import { type Ctx, forgetOldKeys } from '@zhengtong/platform';
import { endSessionsOf, listOpenSessions, sweep } from './store-sessions.ts';

export type SessionLine = {
  readonly id: string;
  readonly device: string;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly isThis: boolean;
};

/** Where the signed-in person is signed in. */
export async function listSessions(ctx: Ctx): Promise<SessionLine[]> {
  const rows = await listOpenSessions(ctx.tx, ctx.actor.id);
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    startedAt: row.started_at,
    seenAt: row.seen_at,
    isThis: row.id === ctx.actor.sessionId,
  }));
}

/** Ends one of the actor's own sessions. One that is gone already is no error: the wish is fulfilled. */
export async function endSession(ctx: Ctx, sessionId: string): Promise<void> {
  await endSessionsOf(ctx.tx, ctx.actor.id, ctx.now, sessionId);
}

/** Codes, dead sessions and counters older than two days, and idempotency keys past their 24 hours. */
export const sweepSessions: RecurringJob = {
  name: 'job.identity.sweep',
  everyMinutes: 60,
  run: async (ctx) => {
    await sweep(ctx.tx, new Date(Date.parse(ctx.now) - 2 * 86_400_000).toISOString());
    await forgetOldKeys(ctx);
  },
};
