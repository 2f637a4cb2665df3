import { newId } from '@zhengtong/kernel';
import { sql } from 'kysely';
import type { Db } from '../database.ts';

export type NewsLine = { id: string; name: string; key: string; organisationIds: string[] };

/**
 * What was told in a division since an instant (milliseconds), oldest first, at most 500: a hint for open pages. By the
 * ids' own time, so the primary key answers it. `organisationIds`: whom it concerns, the one that has the matter and, where
 * the event took it away from another, the one it left. Work that must not be missed is a listener's.
 */
export async function listNews(db: Db, divisionCode: string, sinceMs: number): Promise<NewsLine[]> {
  const { rows } = await sql<NewsLine>`
    select id, name, key, 
      array_remove(array[payload->>'organisationId', payload->>'leftOrganisationId'], null) as "organisationIds"
    from platform.events where division_code = ${divisionCode} and id > ${newId(sinceMs)}::uuid
    order by id limit 500`.execute(db);
  return rows;
}
