import type { Instant, Role } from '@zhengtong/kernel';
import type { Tx } from './database.ts';
import type { Keys } from './sealing.ts';

/** Who acts. `id` is a person's, a firm's or a member of staff's id; `system` acts by a timer or an event. */
export type Actor = {
  readonly kind: 'public' | 'person' | 'staff' | 'system';
  readonly id: string;
  readonly roles: readonly Role[];
  /** The firm a person acts for. */
  readonly firmId?: string;
  /** The division a member of staff acts in (GB/T 2260). */
  readonly divisionCode?: string;
  readonly organisationId?: string;
  readonly postId?: string;
  readonly sessionId?: string;
};

export const nobody: Actor = { kind: 'public', id: 'public', roles: ['public'] };
export const systemActor = (name: string): Actor => ({ kind: 'system', id: name, roles: [] });

/** One read of personal data, written from the first day; the ledger later makes proofs of it. */
export type AccessEntry = {
  /** Keyed hash of the person or firm whose data was read. */
  readonly subject: string;
  readonly caseId?: string;
  readonly purpose: string;
  readonly fields: readonly string[];
};

/** What is written even when the use case refuses: who looked, failed-login counters. */
export type Records = {
  readonly reads: AccessEntry[];
  readonly kept: ((tx: Tx) => Promise<void>)[];
};

export const newRecords = (): Records => ({ reads: [], kept: [] });

/** The only way to the database, the person, the clock and the keys. */
export type Ctx = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Instant;
  readonly keys: Keys;
  readonly records: Records;
};

/** Notes a read of personal data; written with the request's outcome, whatever it is. */
export function noteRead(ctx: Ctx, entry: AccessEntry): void {
  ctx.records.reads.push(entry);
}

/** A write that stays although the use case refuses. It runs after the decision, outside the use case's savepoint. */
export function keep(ctx: Ctx, write: (tx: Tx) => Promise<void>): void {
  ctx.records.kept.push(write);
}
