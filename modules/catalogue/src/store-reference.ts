import type { Instant } from '@zhengtong/kernel';
import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { DivisionRow } from './imports/read-division.ts';

export type IndustryRow = {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly parent_code: string | null;
};

/**
 * Adds the divisions a list has and we do not, and notes that the list was brought now; how many were new. One row of one
 * list twice is one division.
 */
export async function addDivisions(
  tx: Tx,
  list: { source: string; at: Instant },
  rows: readonly DivisionRow[],
): Promise<number> {
  const { source, at } = list;
  await sql`
    insert into catalogue.division_lists (source, imported_at) values (${source}, ${at})
    on conflict (source) do update set imported_at = excluded.imported_at`.execute(tx);
  const column = <K extends keyof DivisionRow>(key: K) => rows.map((row) => row[key]);
  const { numAffectedRows } = await sql`
    insert into catalogue.divisions (source, code, name, level, parent_code)
    select ${source}, * from unnest(${column('code')}::text[], ${column('name')}::text[], ${column('level')}::text[],
      ${column('parent_code')}::text[])
    on conflict do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

export async function addIndustries(tx: Tx, rows: readonly IndustryRow[]): Promise<number> {
  const column = <K extends keyof IndustryRow>(key: K) => rows.map((row) => row[key]);
  const { numAffectedRows } = await sql`
    insert into catalogue.industries (code, name, level, parent_code)
    select * from unnest(${column('code')}::text[], ${column('name')}::text[], ${column('level')}::int[],
      ${column('parent_code')}::text[])
    on conflict (code) do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

export type PlaceRow = { readonly parent_code: string; readonly code: string; readonly name: string };

/**
 * What lies right below each of these divisions, by code, in the list brought last that says anything of it. Left out are
 * places without a code of their own: some lists give a town the code of its county.
 */
export async function listBelow(tx: Tx, parentCodes: readonly string[]): Promise<PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    select p.code as parent_code, d.code, min(d.name) as name
    from unnest(${[...new Set(parentCodes)]}::text[]) p(code)
    cross join lateral (
      select l.source from catalogue.division_lists l
      where exists (
        select from catalogue.divisions x where x.source = l.source and x.parent_code = p.code and x.code <> p.code
      )
      order by l.imported_at desc, l.source desc limit 1
    ) newest
    join catalogue.divisions d on d.source = newest.source and d.parent_code = p.code and d.code <> p.code
    group by p.code, d.code order by d.code`.execute(tx);
  return rows;
}

/** Industries right below one, the sections for null. */
export async function listIndustriesBelow(
  tx: Tx,
  parentCode: string | null,
): Promise<Omit<IndustryRow, 'parent_code'>[]> {
  const { rows } = await sql<IndustryRow>`
    select code, name, level from catalogue.industries
    where parent_code is not distinct from ${parentCode} order by code limit 500`.execute(tx);
  return rows;
}
