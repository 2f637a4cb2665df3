import type { Instant } from '@zhengtong/kernel';
import type { Tx } from '@zhengtong/platform';
import { type RawBuilder, sql } from 'kysely';
import type { Announcement, Said } from './domain/announcement.ts';
import type { CalendarDb } from './tables.ts';

const db = (tx: Tx) => tx.withTables<CalendarDb>();

type Row = CalendarDb['calendar.announcements'];

/** The division with those around it and the country: whose announcements hold in it. */
export const areasAround = (divisionCode: string): string[] => [
  ...new Set(['000000', `${divisionCode.slice(0, 2)}0000`, `${divisionCode.slice(0, 4)}00`, divisionCode]),
];

const around = (divisionCode: string, asOf: Instant | undefined): RawBuilder<unknown> => sql`
  division_code = any(${areasAround(divisionCode)})
  and (${asOf ?? null}::timestamptz is null or published_at <= ${asOf ?? null}::timestamptz)`;

/**
 * Which announcements hold, as a short text: how many and the newest. Rows are only ever added, so the same answer means
 * the same rows. It costs one look at an index and keeps every process right without telling one another anything.
 */
export async function findEdition(tx: Tx, divisionCode: string, asOf?: Instant): Promise<string> {
  const { rows } = await sql<{ edition: string }>`
    select count(*) || ' ' || coalesce(max(id::text collate "C"), '') as edition
    from calendar.announcements where ${around(divisionCode, asOf)}`.execute(tx);
  return rows[0]?.edition ?? '';
}

/** The same text of rows at hand. */
export function editionOf(announcements: readonly Pick<Announcement, 'id'>[]): string {
  const last =
    announcements
      .map(({ id }) => id)
      .sort()
      .at(-1) ?? '';
  return `${announcements.length} ${last}`;
}

export async function listAnnouncementRows(tx: Tx, divisionCode: string, asOf?: Instant): Promise<Announcement[]> {
  const { rows } = await sql<Row>`
    select * from calendar.announcements where ${around(divisionCode, asOf)} order by published_at, id`.execute(tx);
  return rows.map(readRow);
}

/** Those of the area and those inside it too: what an administrator oversees. */
export async function listInside(tx: Tx, divisionCode: string): Promise<Announcement[]> {
  const prefix = divisionCode.replace(/(00)+$/, '');
  const { rows } = await sql<Row>`
    select * from calendar.announcements
    where division_code = any(${areasAround(divisionCode)}) or division_code like ${`${prefix}%`}
    order by published_at, id`.execute(tx);
  return rows.map(readRow);
}

const readRow = (row: Row): Announcement => ({
  ...(row.body as Said),
  ...(row.hall_id ? { hallId: row.hall_id } : {}),
  id: row.id,
  divisionCode: row.division_code,
  document: row.document,
  publishedAt: row.published_at as Instant,
  publishedBy: row.published_by,
});

export async function insertAnnouncement(tx: Tx, one: Announcement): Promise<void> {
  const { id, divisionCode, document, publishedAt, publishedBy, ...said } = one;
  const hallId = said.kind === 'days' || said.kind === 'hours' ? said.hallId : undefined;
  await db(tx)
    .insertInto('calendar.announcements')
    .values({
      division_code: divisionCode,
      id,
      kind: said.kind,
      hall_id: hallId ?? null,
      document,
      body: JSON.stringify(said),
      published_at: publishedAt,
      published_by: publishedBy,
    })
    .execute();
}
