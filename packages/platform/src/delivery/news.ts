import { newId } from '@zhengtong/kernel';
import { sql } from 'kysely';
import type { Db } from '../database.ts';

export type NewsLine = { id: string; name: string; key: string; organisationId: string | null };

/**
 * What was told in a division since an instant (milliseconds), oldest first, at most 500: a hint for open pages. By the
 * ids' own time, so the primary key answers it. Work that must not be missed is a listener's.
 */
export async function listNews(db: Db, divisionCode: string, sinceMs: number): Promise<NewsLine[]> {
  const { rows } = await sql<NewsLine>`
    select id, name, key, payload->>'organisationId' as "organisationId"
    from platform.events where division_code = ${divisionCode} and id > ${newId(sinceMs)}::uuid
    order by id limit 500`.execute(db);
  return rows;
}
