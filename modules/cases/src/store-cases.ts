import type { Tx } from '@zhengtong/platform';
import { divisionPrefix } from '@zhengtong/standards';
import { type RawBuilder, sql } from 'kysely';
import type { CasesDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<CasesDb>();

export type CaseRow = CasesDb['cases.cases'];
export type ActionRow = CasesDb['cases.actions'];
export type CaseRef = { readonly divisionCode: string; readonly caseId: string };

export function findCaseRow(tx: Tx, { divisionCode, caseId }: CaseRef): Promise<CaseRow | undefined> {
  return db(tx)
    .selectFrom('cases.cases')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .where('id', '=', caseId)
    .executeTakeFirst();
}

/** A case and its log as of one moment. */
export type CaseWithActions = { readonly row: CaseRow; readonly rows: readonly ActionRow[] };

/** Row and log in one statement, which sees both as of one moment. */
export async function findCaseWithActions(
  tx: Tx,
  { divisionCode, caseId }: CaseRef,
): Promise<CaseWithActions | undefined> {
  const { rows } = await sql<CaseRow & { log: readonly ActionRow[] }>`
    select c.*, (
      select coalesce(json_agg(a order by a.seq), '[]') from cases.actions a
      where a.division_code = c.division_code and a.case_id = c.id
    ) as log
    from cases.cases c where c.division_code = ${divisionCode} and c.id = ${caseId}`.execute(tx);
  if (!rows[0]) return undefined;
  const { log, ...row } = rows[0];
  // Inside JSON an instant is not read by the driver.
  return { row, rows: log.map((one) => ({ ...one, at: new Date(one.at).toISOString() })) };
}

/** Locks the row: two officers pressing "accept" at once must not both win. */
export function lockCaseRow(tx: Tx, { divisionCode, caseId }: CaseRef): Promise<CaseRow | undefined> {
  return db(tx)
    .selectFrom('cases.cases')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .where('id', '=', caseId)
    .forUpdate()
    .executeTakeFirst();
}

export function listActionRows(tx: Tx, { divisionCode, caseId }: CaseRef): Promise<ActionRow[]> {
  return db(tx)
    .selectFrom('cases.actions')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute();
}

/** A part of a larger statement (`with …`): a new case with its owner and number. */
export function insertCaseParts(row: CaseRow, subject: string): RawBuilder<unknown> {
  return sql`
    new_case as (insert into cases.cases ${columnsOf(row)}),
    new_owner as (insert into cases.owned (subject, case_id, division_code) values (${subject}, ${row.id}, ${row.division_code})),
    ${numberPart('new_number', row, row.number)}`;
}

export function updateCasePart(row: CaseRow, changes: Partial<CaseRow>): RawBuilder<unknown> {
  const sets = Object.entries(changes).map(([column, value]) => sql`${sql.id(column)} = ${value}`);
  return sql`changed_case as (update cases.cases set ${sql.join(sets)}
    where division_code = ${row.division_code} and id = ${row.id} returning 1)`;
}

/** The primary key (case, seq) refuses a second action in the same place, whatever the lock did. */
export function insertActionPart(name: string, row: ActionRow): RawBuilder<unknown> {
  return sql`${sql.id(name)} as (insert into cases.actions ${columnsOf(row)})`;
}

/**
 * The same after `updateCasePart`, and in this order: PostgreSQL runs parts that nothing refers to last one first, and
 * whoever held the place in the log and wanted the row would stand in a ring with who holds the row and wants the place.
 */
export function nextActionPart(row: ActionRow): RawBuilder<unknown> {
  const { columns, values } = listedOf(row);
  return sql`new_action as (insert into cases.actions (${columns}) select ${values} from changed_case)`;
}

/** Claims a number for the case; the statement fails with 23505 where another case has it. */
export function numberPart(
  name: string,
  row: Pick<CaseRow, 'division_code' | 'id'>,
  number: string,
): RawBuilder<unknown> {
  return sql`${sql.id(name)} as (insert into cases.numbers (number, division_code, case_id)
    values (${number}, ${row.division_code}, ${row.id}))`;
}

const listedOf = (row: object) => ({
  columns: sql.join(Object.keys(row).map((column) => sql.id(column))),
  values: sql.join(Object.values(row).map((value) => sql`${value}`)),
});

function columnsOf(row: object): RawBuilder<unknown> {
  const { columns, values } = listedOf(row);
  return sql`(${columns}) values (${values})`;
}

/** Where a person's or firm's case is handled; undefined where it is not theirs. */
export async function findOwned(tx: Tx, subject: string, caseId: string): Promise<CaseRef | undefined> {
  const row = await db(tx)
    .selectFrom('cases.owned')
    .select(['division_code as divisionCode', 'case_id as caseId'])
    .where('subject', '=', subject)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row;
}

export function findByNumber(tx: Tx, number: string): Promise<CaseRef | undefined> {
  return db(tx)
    .selectFrom('cases.numbers')
    .select(['division_code as divisionCode', 'case_id as caseId'])
    .where('number', '=', number)
    .executeTakeFirst();
}

/** A person's cases, newest first, 20 a page before `beforeId`. */
export async function listOwnedRows(tx: Tx, subject: string, beforeId?: string): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select c.* from cases.owned o
    join cases.cases c on c.division_code = o.division_code and c.id = o.case_id
    where o.subject = ${subject} and (${beforeId ?? null}::uuid is null or o.case_id < ${beforeId ?? null}::uuid)
    order by o.case_id desc limit 20`.execute(tx);
  return rows;
}

type OfItem = { readonly divisionCode: string; readonly itemId: string };

/** The newest draft of an item that is this person's, or this firm's. */
export const findDraftRow = (tx: Tx, subject: string, item: OfItem): Promise<CaseRow | undefined> =>
  findOwnedOf(tx, subject, item, sql`c.status = 'draft' order by o.case_id desc`);

/** The case this person or firm filed last for an item, whatever became of it; a draft is none. */
export const findLastFiled = (tx: Tx, subject: string, item: OfItem): Promise<CaseRow | undefined> =>
  findOwnedOf(tx, subject, item, sql`c.submitted_at is not null order by c.submitted_at desc, c.id desc`);

async function findOwnedOf(tx: Tx, subject: string, { divisionCode, itemId }: OfItem, which: RawBuilder<unknown>) {
  const { rows } = await sql<CaseRow>`
    select c.* from cases.owned o
    join cases.cases c on c.division_code = o.division_code and c.id = o.case_id
    where o.subject = ${subject} and o.division_code = ${divisionCode} and c.item_id = ${itemId} and ${which}
    limit 1`.execute(tx);
  return rows[0];
}

export async function saveAnswersRow(
  tx: Tx,
  { divisionCode, caseId }: CaseRef,
  revision: number,
  changes: { answers: string; changed_at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db(tx)
    .updateTable('cases.cases')
    .set({ ...changes, answers_revision: revision + 1 })
    .where('division_code', '=', divisionCode)
    .where('id', '=', caseId)
    .where('answers_revision', '=', revision)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Cases a clock runs or stands for, in an area, in the order of their keys. */
export async function listRunningCases(
  tx: Tx,
  area: string,
  after: CaseRef | undefined,
  limit: number,
): Promise<CaseRef[]> {
  const { rows } = await sql<CaseRef>`
    select division_code as "divisionCode", id as "caseId" from cases.cases
    where division_code like ${`${divisionPrefix(area)}%`}
      and status in ('submitted', 'correction', 'accepted', 'decided')
      and (division_code, id) > (${after?.divisionCode ?? ''}, ${after?.caseId ?? '00000000-0000-0000-0000-000000000000'}::uuid)
    order by division_code, id limit ${limit}`.execute(tx);
  return rows;
}

/** What lies on one officer's desk. */
export function listHeldBy(tx: Tx, at: { divisionCode: string; staffId: string }): Promise<CaseRef[]> {
  return db(tx)
    .selectFrom('cases.cases')
    .select(['division_code as divisionCode', 'id as caseId'])
    .where('division_code', '=', at.divisionCode)
    .where('held_by', '=', at.staffId)
    .orderBy('id')
    .execute();
}

/** Drafts nobody touched since a day, oldest first. */
export async function listLeftDrafts(tx: Tx, before: string): Promise<CaseRef[]> {
  return db(tx)
    .selectFrom('cases.cases')
    .select(['division_code as divisionCode', 'id as caseId'])
    .where('status', '=', 'draft')
    .where('changed_at', '<', before)
    .orderBy('changed_at')
    .limit(500)
    .execute();
}

/** Ended cases whose files have no day yet until which they are kept. */
export function listUnsettled(tx: Tx, limit: number): Promise<CaseRef[]> {
  return db(tx)
    .selectFrom('cases.cases')
    .select(['division_code as divisionCode', 'id as caseId'])
    .where('papers_settled', '=', false)
    .where('status', 'in', ['delivered', 'not-accepted', 'withdrawn', 'lapsed', 'archived'])
    .orderBy('division_code')
    .orderBy('id')
    .limit(limit)
    .execute();
}
