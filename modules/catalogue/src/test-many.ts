import { newId } from '@zhengtong/kernel';
import type { Db } from '@zhengtong/platform';
import { sql } from 'kysely';
import { nameKey } from './domain/name-key.ts';
import { toSearchVector } from './search/tokenise.ts';
import { countTerms } from './store-search.ts';

export type Many = {
  /** Names of basic items; the first `everywhere` of them are offered in every division, the rest in a few each. */
  readonly names: readonly string[];
  readonly everywhere: number;
  readonly divisions: readonly string[];
  /** How many items in all, about. */
  readonly items: number;
};

const batch = <T>(rows: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size));

/** Fills the list with a country's worth of published items, for benches: rows only, no guides behind them. */
export async function givenManyItems(db: Db, { names, everywhere, divisions, items }: Many): Promise<number> {
  const basics = names.map((name) => ({ id: newId(), name, name_key: nameKey(name), ...toSearchVector(name, []) }));
  for (const rows of batch(basics, 2000)) {
    await sql`
      insert into catalogue.basic_items (id, name, name_key, basic_code, words, search, length, divisions)
      select id, name, name_key, '', '{}', search::tsvector, length, 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, name text, name_key text, search text, length real)
      on conflict do nothing`.execute(db);
  }
  const local = Math.max(0, Math.round((items - everywhere * divisions.length) / divisions.length));
  const codes = sql`unnest(${divisions as string[]}::text[]) with ordinality as d(code, place)`;
  await sql`
    create temporary table ranked on commit preserve rows as
    select b.id, b.name, row_number() over (order by b.id) as place from catalogue.basic_items b`.execute(db);
  await sql`create index on ranked (place)`.execute(db);
  // Each division offers what all offer, and a run of the local ones that begins elsewhere than its neighbour's.
  const { numAffectedRows } = await sql`
    insert into catalogue.items (division_code, id, code, organisation_id, published_version, basic_id, name, kind,
      online, organisation_name, audience, life_events, summary, quality, made_at)
    select d.code, gen_random_uuid(), d.code || '-' || r.place, md5(d.code || (r.place % 34))::uuid, 1, r.id, r.name,
      '行政许可', 'guide-only', '某局', '{person,firm}', '{}', '', 20, '2026-01-01'
    from ${codes}
    cross join generate_series(1, ${everywhere + local}::int) as g(n)
    join ranked r on r.place = case when g.n <= ${everywhere}::int then g.n
      else ${everywhere}::int + 1 + (d.place * 7919 + g.n) % ${Math.max(1, names.length - everywhere)}::int end`.execute(
    db,
  );
  await sql`
    update catalogue.basic_items b set divisions = n.divisions
    from (select basic_id, count(*)::int as divisions from catalogue.items group by basic_id) n where n.basic_id = b.id`.execute(
    db,
  );
  await sql`vacuum (analyze) catalogue.basic_items`.execute(db);
  await sql`vacuum (analyze) catalogue.items`.execute(db);
  await countTerms(db);
  return Number(numAffectedRows ?? 0);
}
