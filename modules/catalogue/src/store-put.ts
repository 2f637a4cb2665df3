import { newId } from '@zhengtong/kernel';
import type { Ctx, Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { ItemContent } from './contract.ts';
import { type Listing, summaryColumns } from './store-publish.ts';

export type Imported = {
  readonly itemId: string;
  readonly lastVersion: number;
  /** Who wrote the newest version: the import itself, or somebody here. */
  readonly editedBy: string;
  readonly content: ItemContent;
};

/** What stands already of the items an import brings, by `division\0code`. */
export async function findImported(
  tx: Tx,
  places: readonly { divisionCode: string; code: string }[],
): Promise<Map<string, Imported>> {
  const { rows } = await sql<Imported & { divisionCode: string; code: string }>`
    select i.division_code as "divisionCode", i.code, i.id as "itemId", v.version as "lastVersion",
           v.edited_by as "editedBy", v.content
    from catalogue.items i
    cross join lateral (select * from catalogue.item_versions v
      where v.division_code = i.division_code and v.item_id = i.id order by v.version desc limit 1) v
    where (i.division_code, i.code) in (
      select n."divisionCode", n.code
      from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as n("divisionCode" text, code text))
    for update of i`.execute(tx);
  return new Map(rows.map(({ divisionCode, code, ...row }) => [`${divisionCode}\0${code}`, row]));
}

/** Writes the rows of many published items in three statements: the item where it is new, the version, the action. */
export async function insertImported(
  { tx, actor, now }: Ctx,
  listings: readonly (Listing & { readonly isNew: boolean })[],
): Promise<void> {
  const rows = listings.map(({ divisionCode, itemId, version, content, quality, isNew }) => ({
    division_code: divisionCode,
    id: itemId,
    version,
    action_id: newId(),
    is_new: isNew,
    content,
    content_quality: quality,
    ...summaryColumns(content, quality),
  }));
  await sql`
    insert into catalogue.items (division_code, id, code, organisation_id, name, name_en, kind, online,
      organisation_name, audience, life_events, summary, summary_en, quality, made_at)
    select division_code, id, code, organisation_id, name, name_en, kind, online, organisation_name, audience,
      life_events, summary, summary_en, quality, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(division_code text, id uuid, code text,
      organisation_id uuid, name text, name_en text, kind text, online text, organisation_name text, audience text[],
      life_events text[], summary text, summary_en text, quality real, is_new boolean)
    where is_new`.execute(tx);
  await sql`
    insert into catalogue.item_versions (division_code, item_id, version, state, revision, content, quality, edited_by,
      edited_at, published_at)
    select division_code, id, version, 'published', 1, content, content_quality, ${actor.id}, ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(division_code text, id uuid, version int,
      content jsonb, content_quality jsonb)`.execute(tx);
  await sql`
    insert into catalogue.item_actions (division_code, item_id, id, version, action, actor, at)
    select division_code, id, action_id, version, 'imported', ${actor.id}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(division_code text, id uuid, action_id uuid,
      version int)`.execute(tx);
}
