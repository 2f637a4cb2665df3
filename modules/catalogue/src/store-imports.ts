import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { CatalogueDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<CatalogueDb>();

export type Quarantined = { source: string; line: number; reason: string; text: string };

/** Keeps lines aside, the newest reason of each; at most 4,000 characters of a line. */
export async function quarantine(tx: Tx, lines: readonly Quarantined[], at: string): Promise<void> {
  for (const { source, line, reason, text } of lines) {
    // PostgreSQL stores no NUL, and half a surrogate pair is no text.
    const line_text = text.slice(0, 4000).replaceAll('\0', '\uFFFD').toWellFormed();
    await db(tx)
      .insertInto('catalogue.quarantine')
      .values({ source, line, reason, line_text, at })
      .onConflict((conflict) => conflict.columns(['source', 'line']).doUpdateSet({ reason, line_text, at }))
      .execute();
  }
}

/** Lines that are good now are no longer kept aside. */
export async function releaseLines(tx: Tx, source: string, lines: readonly number[]): Promise<void> {
  await sql`delete from catalogue.quarantine where source = ${source} and line = any(${lines}::int[])`.execute(tx);
}

/** What was not taken, 50 a page, after `source~line`. */
export async function listQuarantined(tx: Tx, after?: string) {
  const [, source = '', line = '0'] = /^(.*)~(\d{1,9})$/.exec(after ?? '') ?? [];
  return await db(tx)
    .selectFrom('catalogue.quarantine')
    .select(['source', 'line', 'reason', 'line_text as text', 'at'])
    .where((where) => where(where.refTuple('source', 'line'), '>', where.tuple(source, Number(line))))
    .orderBy('source')
    .orderBy('line')
    .limit(50)
    .execute();
}
