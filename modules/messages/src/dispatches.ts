import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Ctx, unseal } from '@zhengtong/platform';
import { dueFrom, scheduleDispatch } from './plan-dispatches.ts';
import {
  type DispatchFilter,
  type DispatchPlace,
  listDispatchRows,
  lockDispatch,
  noteTry,
} from './store-dispatches.ts';

export type Dispatch = {
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
export async function listDispatches(ctx: Ctx, filter: DispatchFilter): Promise<Dispatch[]> {
  return (await listDispatchRows(ctx.tx, filter)).map((row) => ({
    id: row.id,
    template: row.template,
    channel: row.channel,
    receiver: unseal(ctx.keys, 'dispatches.receiver', row.receiver),
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
export async function tryDispatchAgain(
  ctx: Ctx,
  at: DispatchPlace,
): Promise<Result<{ dueAt: string }, TryAgainRefusal>> {
  const row = await lockDispatch(ctx.tx, at);
  if (!row) return refuse({ kind: 'not-found' });
  if (row.outcome !== 'failed' || row.letter_id === null) return refuse({ kind: 'not-failed' });
  const dueAt = dueFrom(row.channel, ctx.now);
  await noteTry(ctx.tx, at, { tries: 0, said: null, dueAt });
  await scheduleDispatch(ctx, at, dueAt);
  return ok({ dueAt });
}
