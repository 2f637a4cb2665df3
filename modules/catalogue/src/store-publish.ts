import { newId } from '@zhengtong/kernel';
import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { ItemContent, Quality } from './contract.ts';
import { nameKey } from './domain/name-key.ts';
import { toSearchVector } from './search/tokenise.ts';

/** One item as it goes onto the list; imports bring hundreds at once, an editor one. */
export type Listing = {
  readonly divisionCode: string;
  readonly itemId: string;
  readonly version: number;
  readonly content: ItemContent;
  readonly quality: Quality;
};

/** The basic code that thousands of divisions write alike; what stands in the item, else none. */
export const basicCodeOf = (content: ItemContent): string =>
  content.nationalCode ?? content.particulars.localBasicCode ?? '';

const basicKey = (name: string, code: string): string => `${nameKey(name)}\0${code}`;

/**
 * Puts items on the list: their basic item, the summary row, their codes. The item rows must be there and locked by the
 * caller, or be new in this transaction. Items of one call may share a basic item.
 */
export async function listAsPublished(tx: Tx, listings: readonly Listing[]): Promise<void> {
  const basics = await ensureBasics(tx, listings);
  const rows = listings.map(({ divisionCode, itemId, version, content, quality }) => ({
    division_code: divisionCode,
    id: itemId,
    published_version: version,
    basic_id: basics.get(basicKey(content.name, basicCodeOf(content))),
    ...summaryColumns(content, quality),
  }));
  const before = await sql<{ id: string }>`
    select distinct i.basic_id as id from catalogue.items i
    join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(division_code text, id uuid)
      on n.division_code = i.division_code and n.id = i.id
    where i.basic_id is not null`.execute(tx);
  await sql`
    update catalogue.items i set published_version = n.published_version, basic_id = n.basic_id, code = n.code,
      organisation_id = n.organisation_id, name = n.name, name_en = n.name_en, kind = n.kind, online = n.online,
      organisation_name = n.organisation_name, audience = n.audience, life_events = n.life_events,
      summary = n.summary, summary_en = n.summary_en, quality = n.quality
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(division_code text, id uuid, published_version int,
      basic_id uuid, code text, organisation_id uuid, name text, name_en text, kind text, online text,
      organisation_name text, audience text[], life_events text[], summary text, summary_en text, quality real)
    where i.division_code = n.division_code and i.id = n.id`.execute(tx);
  await saveCodes(tx, listings);
  await countDivisions(tx, [...new Set([...basics.values(), ...before.rows.map(({ id }) => id)])]);
}

/** What lists show of an item without opening its guide. */
export const summaryColumns = (content: ItemContent, quality: Quality) => ({
  code: content.code,
  organisation_id: content.organisationId,
  name: content.name,
  name_en: content.nameEn ?? null,
  kind: content.kind,
  online: content.online,
  organisation_name: content.organisationName,
  audience: [...content.audience],
  life_events: [...content.lifeEvents],
  summary: content.summary,
  summary_en: content.summaryEn ?? null,
  quality: quality.score,
});

async function ensureBasics(tx: Tx, listings: readonly Listing[]): Promise<Map<string, string>> {
  const wanted = new Map<string, { name: string; code: string; words: Set<string> }>();
  for (const { content } of listings) {
    const code = basicCodeOf(content);
    const key = basicKey(content.name, code);
    const found = wanted.get(key) ?? { name: content.name, code, words: new Set<string>() };
    for (const word of content.words) found.words.add(word);
    // Whoever reads the page in English asks in English; how people say it stands in no list there, but in the summary.
    for (const english of [content.nameEn, content.summaryEn]) if (english) found.words.add(english);
    wanted.set(key, found);
  }
  // Sorted, so that two imports at once take the rows in one order and neither waits in a ring.
  const keys = [...wanted.keys()].sort();
  const rows = keys.map((key) => {
    const { name, code, words } = wanted.get(key) as { name: string; code: string; words: Set<string> };
    return { id: newId(), name, name_key: nameKey(name), basic_code: code, words: [...words] };
  });
  const written = rows.map((row) => ({ ...row, ...toSearchVector(row.name, row.words) }));
  await sql`
    insert into catalogue.basic_items (id, name, name_key, basic_code, words, search, length, divisions)
    select id, name, name_key, basic_code, words, search::tsvector, length, 0
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as n(id uuid, name text, name_key text,
      basic_code text, words text[], search text, length real)
    on conflict (name_key, basic_code) do nothing`.execute(tx);
  const found = await sql<{ id: string; name: string; key: string; code: string; words: string[] }>`
    select b.id, b.name, b.name_key as key, b.basic_code as code, b.words from catalogue.basic_items b
    join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(name_key text, basic_code text)
      on n.name_key = b.name_key and n.basic_code = b.basic_code`.execute(tx);
  const ids = new Map<string, string>();
  for (const row of found.rows) {
    const key = `${row.key}\0${row.code}`;
    ids.set(key, row.id);
    const words = new Set(row.words).union(wanted.get(key)?.words ?? new Set<string>());
    if (words.size > row.words.length) await saveWords(tx, row.id, row.name, [...words]);
  }
  return ids;
}

async function saveWords(tx: Tx, id: string, name: string, words: string[]): Promise<void> {
  const { search } = toSearchVector(name, words);
  await sql`update catalogue.basic_items set words = ${words}, search = ${search}::tsvector where id = ${id}`.execute(
    tx,
  );
}

/** Every code an item is looked for by: of its place, national, of the handling item. Old ones stay: papers bear them. */
async function saveCodes(tx: Tx, listings: readonly Listing[]): Promise<void> {
  const rows = listings.flatMap(({ divisionCode, itemId, content }) =>
    [...new Set([content.code, content.implementationCode, content.particulars.handlingCode, content.nationalCode])]
      .filter((code) => code !== undefined)
      .map((code) => ({ division_code: divisionCode, code: code.toUpperCase(), item_id: itemId })),
  );
  await sql`
    insert into catalogue.item_codes (division_code, code, item_id)
    select division_code, code, item_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(division_code text, code text, item_id uuid)
    on conflict do nothing`.execute(tx);
}

/** Counts anew in how many divisions basic items are offered. */
export async function countDivisions(tx: Tx, basicIds: readonly string[]): Promise<void> {
  if (basicIds.length === 0) return;
  await sql`
    update catalogue.basic_items b set divisions = n.divisions
    from (select w.id, count(distinct i.division_code)::int as divisions from unnest(${[...basicIds].sort()}::uuid[]) as w(id)
          left join catalogue.items i on i.basic_id = w.id and i.published_version is not null group by w.id) n
    where b.id = n.id and b.divisions <> n.divisions`.execute(tx);
}
