import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { EditorRow, ItemContent, ItemVersion, Quality } from './contract.ts';
import type { CatalogueDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<CatalogueDb>();

export type ItemPlace = { readonly divisionCode: string; readonly itemId: string };

/** What an item stands on while it is changed; the row is locked, so that two editors do not both begin a version. */
export type LockedItem = {
  readonly organisationId: string;
  readonly publishedVersion: number | null;
  readonly workVersion: number | null;
  readonly lastVersion: number;
};

export async function lockItem(tx: Tx, at: ItemPlace): Promise<LockedItem | undefined> {
  const { rows } = await sql<LockedItem>`
    select i.organisation_id as "organisationId", i.published_version as "publishedVersion",
           i.work_version as "workVersion",
           coalesce((select max(v.version) from catalogue.item_versions v
                     where v.division_code = i.division_code and v.item_id = i.id), 0)::int as "lastVersion"
    from catalogue.items i
    where i.division_code = ${at.divisionCode} and i.id = ${at.itemId} for update of i`.execute(tx);
  return rows[0];
}

/** The item of a division that has this code of its place. */
export async function findIdByOwnCode(tx: Tx, divisionCode: string, code: string): Promise<string | undefined> {
  const row = await db(tx)
    .selectFrom('catalogue.items')
    .select('id')
    .where('division_code', '=', divisionCode)
    .where('code', '=', code)
    .executeTakeFirst();
  return row?.id;
}

export async function findBasicId(tx: Tx, at: ItemPlace): Promise<string | undefined> {
  const row = await db(tx)
    .selectFrom('catalogue.items')
    .select('basic_id')
    .where('division_code', '=', at.divisionCode)
    .where('id', '=', at.itemId)
    .executeTakeFirst();
  return row?.basic_id ?? undefined;
}

export async function addItem(tx: Tx, row: CatalogueDb['catalogue.items']): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('catalogue.items')
    .values(row)
    .onConflict((conflict) => conflict.columns(['division_code', 'code']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function changeItem(
  tx: Tx,
  at: ItemPlace,
  change: Partial<CatalogueDb['catalogue.items']>,
): Promise<void> {
  await db(tx)
    .updateTable('catalogue.items')
    .set(change)
    .where('division_code', '=', at.divisionCode)
    .where('id', '=', at.itemId)
    .execute();
}

type VersionRow = {
  divisionCode: string;
  itemId: string;
  version: number;
  state: ItemVersion['state'];
  revision: number;
  content: ItemContent;
  quality: Quality;
  editedBy: string;
  editedAt: string;
  publishedAt: string | null;
};

const versionColumns = sql`v.division_code as "divisionCode", v.item_id as "itemId", v.version, v.state, v.revision,
  v.content, v.quality, v.edited_by as "editedBy", v.edited_at as "editedAt", v.published_at as "publishedAt"`;

const flat = ({ content, ...row }: VersionRow): ItemVersion => ({ ...content, ...row });

export async function findVersion(tx: Tx, at: ItemPlace & { version: number }): Promise<ItemVersion | undefined> {
  const { rows } = await sql<VersionRow>`
    select ${versionColumns} from catalogue.item_versions v
    where v.division_code = ${at.divisionCode} and v.item_id = ${at.itemId} and v.version = ${at.version}`.execute(tx);
  return rows[0] && flat(rows[0]);
}

/** Which version stands; much less to read than the version itself. */
export async function findStandingNumber(tx: Tx, at: ItemPlace): Promise<number | undefined> {
  const { rows } = await sql<{ version: number | null }>`
    select published_version as version from catalogue.items
    where division_code = ${at.divisionCode} and id = ${at.itemId}`.execute(tx);
  return rows[0]?.version ?? undefined;
}

export async function findStanding(tx: Tx, at: ItemPlace): Promise<ItemVersion | undefined> {
  const { rows } = await sql<VersionRow>`
    select ${versionColumns} from catalogue.items i
    join catalogue.item_versions v
      on v.division_code = i.division_code and v.item_id = i.id and v.version = i.published_version
    where i.division_code = ${at.divisionCode} and i.id = ${at.itemId}`.execute(tx);
  return rows[0] && flat(rows[0]);
}

export async function saveVersion(tx: Tx, row: CatalogueDb['catalogue.item_versions']): Promise<void> {
  const written = { ...row, content: JSON.stringify(row.content), quality: JSON.stringify(row.quality) };
  await db(tx)
    .insertInto('catalogue.item_versions')
    .values(written)
    .onConflict((conflict) => conflict.columns(['division_code', 'item_id', 'version']).doUpdateSet(written))
    .execute();
}

export async function setState(
  tx: Tx,
  at: ItemPlace & { version: number },
  state: ItemVersion['state'],
  publishedAt?: string,
): Promise<void> {
  await db(tx)
    .updateTable('catalogue.item_versions')
    .set(publishedAt ? { state, published_at: publishedAt } : { state })
    .where('division_code', '=', at.divisionCode)
    .where('item_id', '=', at.itemId)
    .where('version', '=', at.version)
    .execute();
}

export async function addAction(tx: Tx, row: CatalogueDb['catalogue.item_actions']): Promise<void> {
  await db(tx).insertInto('catalogue.item_actions').values(row).execute();
}

/** Who did what to an item, newest first. */
export async function listActions(tx: Tx, at: ItemPlace) {
  return await db(tx)
    .selectFrom('catalogue.item_actions')
    .select(['version', 'action', 'actor', 'at', 'note'])
    .where('division_code', '=', at.divisionCode)
    .where('item_id', '=', at.itemId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}

export type EditorFilter = {
  readonly divisionCode: string;
  readonly words?: string | undefined;
  readonly organisationId?: string | undefined;
  readonly state?: string | undefined;
  readonly after?: string | undefined;
};

/** Items of a division for its editors, by id, 50 a page. */
export async function listForEditors(tx: Tx, filter: EditorFilter): Promise<EditorRow[]> {
  const like = filter.words ? `%${filter.words.replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<EditorRow>`
    select i.id as "itemId", i.code, i.name, i.name_en as "nameEn", i.organisation_id as "organisationId",
           i.organisation_name as "organisationName", i.online, i.published_version as "publishedVersion",
           i.work_version as "workVersion", w.state as "workState", round(i.quality::numeric, 1)::float8 as quality
    from catalogue.items i
    left join catalogue.item_versions w
      on w.division_code = i.division_code and w.item_id = i.id and w.version = i.work_version
    where i.division_code = ${filter.divisionCode}
      and (${like}::text is null or i.name ilike ${like} or i.name_en ilike ${like} or i.code ilike ${like})
      and (${filter.organisationId ?? null}::uuid is null or i.organisation_id = ${filter.organisationId ?? null}::uuid)
      and (${filter.state ?? null}::text is null or coalesce(w.state,
           case when i.published_version is null then 'withdrawn' else 'published' end) = ${filter.state ?? null})
      and (${filter.after ?? null}::uuid is null or i.id > ${filter.after ?? null}::uuid)
    order by i.id limit 50`.execute(tx);
  return rows;
}
