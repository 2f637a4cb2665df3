import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Ctx, unseal } from '@zhengtong/platform';
import { dueFrom, scheduleSending } from './plan-sendings.ts';
import { listSendingRows, lockSending, noteTry, type SendingFilter, type SendingPlace } from './store-sendings.ts';

export type Sending = {
  readonly id: string;
  readonly template: string;
  readonly channel: 'sms' | 'mail';
  /** Masked: `139****1234`. */
  readonly receiver: string;
  readonly outcome: 'waiting' | 'sent' | 'failed';
  readonly tries: number;
  readonly lastError: string | null;
  readonly plannedAt: string;
  readonly dueAt: string;
  readonly settledAt: string | null;
};

/** What went out in a division and what failed, newest first, 50 a page. No contents, for nobody. */
export async function listSendings(ctx: Ctx, filter: SendingFilter): Promise<Sending[]> {
  return (await listSendingRows(ctx.tx, filter)).map((row) => ({
    id: row.id,
    template: row.template,
    channel: row.channel,
    receiver: unseal(ctx.keys, 'sendings.receiver', row.receiver),
    outcome: row.outcome,
    tries: row.tries,
    lastError: row.last_error,
    plannedAt: row.planned_at,
    dueAt: row.due_at,
    settledAt: row.settled_at,
  }));
}

export type TryAgainRefusal = { readonly kind: 'not-found' } | { readonly kind: 'not-failed' };

/** Puts a failed message on the list again, at night for the morning. A sign-in code has run out and stays failed. */
export async function trySendingAgain(ctx: Ctx, at: SendingPlace): Promise<Result<{ dueAt: string }, TryAgainRefusal>> {
  const row = await lockSending(ctx.tx, at);
  if (!row) return refuse({ kind: 'not-found' });
  if (row.outcome !== 'failed' || row.letter_id === null) return refuse({ kind: 'not-failed' });
  const dueAt = dueFrom(row.channel, ctx.now);
  await noteTry(ctx.tx, at, { tries: 0, said: null, dueAt });
  await scheduleSending(ctx, at, dueAt);
  return ok({ dueAt });
}
