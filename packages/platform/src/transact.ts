import type { Refusal, Result } from '@zhengtong/kernel';
import { sql } from 'kysely';
import { writeRecords } from './access-log.ts';
import { type Actor, type Ctx, newRecords } from './context.ts';
import { type Db, sqlState, type Tx } from './database.ts';
import { isStatementStale } from './named-statements.ts';
import { inTransaction } from './open-transaction.ts';
import type { Keys } from './sealing.ts';

/** What every transaction needs from outside: who, when, with which keys. */
export type Setting = { readonly db: Db; readonly keys: Keys; now(): Ctx['now'] };

const mostTries = 5;

/**
 * Runs again what lost a race (40001 serialization, 40P01 deadlock; engines differ in how often they say so), or met a
 * migration on its way.
 */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const isLost = ['40001', '40P01'].includes(sqlState(error) ?? '');
      if (tries >= mostTries || !(isLost || isStatementStale(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** tries * Math.random()));
    }
  }
}

/**
 * One use case in one transaction. A refusal takes its business rows back; what it noted (who looked, failed logins)
 * stays. A fault takes everything back, and the reads it made are still written.
 */
export function transact<T, R extends Refusal>(
  setting: Setting,
  actor: Actor,
  use: (ctx: Ctx) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  return retrying(async () => {
    const records = newRecords();
    try {
      return await inTransaction(setting.db, 'savepoint business', async (tx) => {
        const ctx = { tx, actor, now: setting.now(), keys: setting.keys, records };
        const result = await undoRefused(tx, () => use(ctx));
        await writeRecords(ctx);
        return result;
      });
    } catch (fault) {
      await writeReadsOfFault(setting, actor, records);
      throw fault;
    }
  });
}

/** Runs a use case so that its refusal, and only its refusal, undoes what it wrote since `savepoint business`. */
export async function undoRefused<T, R extends Refusal>(
  tx: Tx,
  use: () => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  const result = await use();
  if (!result.ok) await sql`rollback to savepoint business`.execute(tx);
  return result;
}

/**
 * What was written and locked so far stays although the use case refuses later. For locks that must outlast the refusal:
 * going back to a savepoint gives away the locks taken since, and who waited for one would run ahead of what is kept.
 */
export async function keepSoFar({ tx }: Pick<Ctx, 'tx'>): Promise<void> {
  await sql.raw('release savepoint business; savepoint business').execute(tx);
}

/** A read outside a transaction: one statement sees one state, and no connection is held between statements. */
export async function inRead<T>(setting: Setting, actor: Actor, use: (ctx: Ctx) => Promise<T>): Promise<T> {
  const ctx: Ctx = { tx: setting.db, actor, now: setting.now(), keys: setting.keys, records: newRecords() };
  try {
    return await use(ctx);
  } finally {
    // A read that failed half-way may still have shown something.
    await writeRecords(ctx);
  }
}

/** What was shown before a fault was shown all the same. */
export async function writeReadsOfFault(setting: Setting, actor: Actor, records: Ctx['records']): Promise<void> {
  if (records.reads.length === 0) return;
  const ctx = { tx: setting.db, actor, now: setting.now(), keys: setting.keys, records: { ...records, kept: [] } };
  // The database itself may be what failed; the fault is told by the caller either way.
  await writeRecords(ctx).catch(() => {});
}
