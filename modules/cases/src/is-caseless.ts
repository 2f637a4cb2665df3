import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';

/** Whether nobody ever began a case here, not even a draft: then no limit runs, and none can have run out. */
export async function isCaseless(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select 1 from cases.cases limit 1`.execute(tx);
  return rows.length === 0;
}
