import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { Hall } from './contract.ts';
import type { ItemPlace } from './store-items.ts';
import type { CatalogueDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<CatalogueDb>();

export async function findPlaceByCode(tx: Tx, code: string): Promise<ItemPlace | undefined> {
  const { rows } = await sql<ItemPlace>`
    select i.division_code as "divisionCode", i.id as "itemId"
    from catalogue.item_codes c join catalogue.items i on i.division_code = c.division_code and i.id = c.item_id
    where c.code = ${code} and i.published_version is not null
    order by i.division_code, i.id limit 1`.execute(tx);
  return rows[0];
}

export async function findIdsByEnglishName(tx: Tx, divisionCode: string, words: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from catalogue.items
    where division_code = ${divisionCode} and position(lower(${words}) in lower(name_en)) > 0
    limit 1000`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function countByLifeEvent(tx: Tx, divisionCode: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; items: number }>`
    select event as key, count(*)::int as items
    from catalogue.items i cross join lateral unnest(i.life_events) event
    where i.division_code = ${divisionCode} and i.published_version is not null group by event`.execute(tx);
  return new Map(rows.map(({ key, items }) => [key, items]));
}

/** Organisations of a division that have published items, the busiest first. */
export async function countByOrganisation(tx: Tx, divisionCode: string) {
  const { rows } = await sql<{ organisationId: string; organisationName: string; items: number }>`
    select organisation_id as "organisationId", min(organisation_name) as "organisationName", count(*)::int as items
    from catalogue.items where division_code = ${divisionCode} and published_version is not null
    group by organisation_id order by items desc, min(organisation_name) limit 500`.execute(tx);
  return rows;
}

export async function saveHallRow(tx: Tx, row: CatalogueDb['catalogue.halls']): Promise<string> {
  const { id } = await db(tx)
    .insertInto('catalogue.halls')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['division_code', 'name']).doUpdateSet(({ ref }) => ({
        address: ref('excluded.address'),
        phone: ref('excluded.phone'),
        hours: ref('excluded.hours'),
        name_en: ref('excluded.name_en'),
        address_en: ref('excluded.address_en'),
        hours_en: ref('excluded.hours_en'),
        is_ended: ref('excluded.is_ended'),
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function saveWindowRow(tx: Tx, row: CatalogueDb['catalogue.windows']): Promise<void> {
  await db(tx)
    .insertInto('catalogue.windows')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['division_code', 'hall_id', 'number'])
        .doUpdateSet({ name: row.name, organisation_id: row.organisation_id }),
    )
    .execute();
}

/** A window that is no longer there leads nobody to it. */
export async function removeWindowsBut(
  tx: Tx,
  { divisionCode, hallId, numbers }: { divisionCode: string; hallId: string; numbers: readonly string[] },
): Promise<void> {
  await sql`
    delete from catalogue.windows
    where division_code = ${divisionCode} and hall_id = ${hallId} and number <> all(${numbers}::text[])`.execute(tx);
}

/** Whether there was such a hall, open until now. */
export async function endHallRow(tx: Tx, at: { divisionCode: string; name: string }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update catalogue.halls set is_ended = true
    where division_code = ${at.divisionCode} and name = ${at.name} and not is_ended`.execute(tx);
  return numAffectedRows === 1n;
}

/** Names of published items whose guides send people to this hall by their own words. */
export async function listItemsNaming(tx: Tx, at: { divisionCode: string; hall: string }): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select i.name from catalogue.items i
    join catalogue.item_versions v
      on v.division_code = i.division_code and v.item_id = i.id and v.version = i.published_version
    where i.division_code = ${at.divisionCode}
      and v.content -> 'windows' @> ${JSON.stringify([{ hall: at.hall }])}::jsonb
    order by i.name limit 500`.execute(tx);
  return rows.map(({ name }) => name);
}

/** Halls of a division with their windows, by name; those that have ended too. */
export async function listHallRows(tx: Tx, divisionCode: string): Promise<Hall[]> {
  const { rows } = await sql<Hall>`
    select h.id, h.name, h.address, h.phone, h.hours,
      h.is_ended as "isEnded", h.name_en as "nameEn", h.address_en as "addressEn", h.hours_en as "hoursEn",
      coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'number', w.number, 'name', w.name,
          'organisationId', w.organisation_id) order by w.number)
        from catalogue.windows w where w.division_code = h.division_code and w.hall_id = h.id), '[]') as windows
    from catalogue.halls h where h.division_code = ${divisionCode} order by h.name limit 500`.execute(tx);
  return rows;
}
