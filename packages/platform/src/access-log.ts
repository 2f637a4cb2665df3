import { newId } from '@zhengtong/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from './context.ts';

/** Writes what the use case noted: its reads of personal data, then what it asked to be kept. */
export async function writeRecords(ctx: Ctx): Promise<void> {
  const { reads, kept } = ctx.records;
  if (reads.length > 0) await sql`with ${readsPart(ctx)} select 1`.execute(ctx.tx);
  for (const write of kept.splice(0)) await write(ctx.tx);
}

/**
 * The noted reads as a part of a larger statement; they count as written. What a command looked up again because it had
 * to be decided anew was one use of it.
 */
export function readsPart({ actor, now, records }: Ctx): RawBuilder<unknown> {
  const reads = new Map(records.reads.splice(0).map((read) => [JSON.stringify(read), read]));
  const rows = [...reads.values()].map(
    (read) => sql`(${read.subject}, ${newId()}, ${now}, ${actor.kind}, ${actor.id}, ${actor.postId ?? null},
      ${actor.organisationId ?? null}, ${actor.divisionCode ?? null}, ${read.caseId ?? null}, ${read.purpose}, ${read.fields})`,
  );
  return sql`looked as (
    insert into platform.access_log
      (subject, id, at, actor_kind, actor, post, organisation, division_code, case_id, purpose, fields)
    values ${sql.join(rows)})`;
}

export type AccessRow = {
  id: string;
  at: string;
  actorKind: string;
  actor: string;
  post: string | null;
  organisation: string | null;
  divisionCode: string | null;
  caseId: string | null;
  purpose: string;
  fields: string[];
};

/** Who looked at one person's data, newest first, so many before `beforeId`. For the person's own page. */
export async function listReadsOf(ctx: Ctx, subject: string, beforeId?: string, atMost = 50): Promise<AccessRow[]> {
  const { rows } = await sql<AccessRow>`
    select id, at, actor_kind as "actorKind", actor, post, organisation, division_code as "divisionCode",
      case_id as "caseId", purpose, fields
    from platform.access_log
    where subject = ${subject} and (${beforeId ?? null}::uuid is null or id < ${beforeId ?? null}::uuid)
    order by id desc limit ${atMost}`.execute(ctx.tx);
  return rows;
}
