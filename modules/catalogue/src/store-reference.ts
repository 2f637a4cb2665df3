import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { DivisionRow } from './imports/read-division.ts';

export type IndustryRow = {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly parent_code: string | null;
};

/** Adds the divisions a list has and we do not; how many were new. One row of one list twice is one division. */
export async function addDivisions(tx: Tx, source: string, rows: readonly DivisionRow[]): Promise<number> {
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

export type PlaceRow = { readonly code: string; readonly name: string; readonly level: string };

/** What lies right below a division in one list, by code; for choosing a place step by step. */
export async function listBelow(tx: Tx, source: string, parentCode: string | null): Promise<PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    select code, name, level from catalogue.divisions
    where source = ${source} and parent_code is not distinct from ${parentCode} order by code, name limit 2000`.execute(
    tx,
  );
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
