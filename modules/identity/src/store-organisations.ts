import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { IdentityDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<IdentityDb>();

export type Organisation = {
  readonly divisionCode: string;
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly names: readonly string[];
  readonly codes: readonly { readonly kind: string; readonly code: string }[];
};

const whole = sql<Organisation>`
  select o.division_code as "divisionCode", o.id, o.name, o.parent_id as "parentId",
    array(select n.name from identity.organisation_names n
          where n.division_code = o.division_code and n.organisation_id = o.id order by n.name) as names,
    coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'code', c.code) order by c.code)
      from identity.organisation_codes c
      where c.division_code = o.division_code and c.organisation_id = o.id), '[]') as codes
  from identity.organisations o`;

export async function findById(tx: Tx, divisionCode: string, id: string): Promise<Organisation | undefined> {
  const { rows } = await sql<Organisation>`${whole} where o.division_code = ${divisionCode} and o.id = ${id}`.execute(
    tx,
  );
  return rows[0];
}

export async function findByCode(tx: Tx, divisionCode: string, code: string): Promise<Organisation | undefined> {
  const { rows } = await sql<Organisation>`${whole}
    join identity.organisation_codes k on k.division_code = o.division_code and k.organisation_id = o.id
    where k.code = ${code} and k.division_code = ${divisionCode}`.execute(tx);
  return rows[0];
}

export async function findByName(tx: Tx, divisionCode: string, name: string): Promise<Organisation | undefined> {
  const { rows } = await sql<Organisation>`${whole}
    join identity.organisation_names k on k.division_code = o.division_code and k.organisation_id = o.id
    where k.name = ${name} and k.division_code = ${divisionCode}`.execute(tx);
  return rows[0];
}

export async function listIn(tx: Tx, divisionCode: string): Promise<Organisation[]> {
  const { rows } =
    await sql<Organisation>`${whole} where o.division_code = ${divisionCode} order by o.name limit 5000`.execute(tx);
  return rows;
}

export async function addOrganisation(tx: Tx, row: IdentityDb['identity.organisations']): Promise<void> {
  await db(tx).insertInto('identity.organisations').values(row).execute();
}

export async function addName(tx: Tx, divisionCode: string, organisationId: string, name: string): Promise<void> {
  await db(tx)
    .insertInto('identity.organisation_names')
    .values({ division_code: divisionCode, organisation_id: organisationId, name })
    .onConflict((conflict) => conflict.columns(['division_code', 'name']).doNothing())
    .execute();
}

export async function addCode(tx: Tx, row: IdentityDb['identity.organisation_codes']): Promise<void> {
  await db(tx)
    .insertInto('identity.organisation_codes')
    .values(row)
    .onConflict((conflict) => conflict.columns(['code', 'division_code']).doNothing())
    .execute();
}
