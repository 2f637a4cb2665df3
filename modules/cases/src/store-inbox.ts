import type { Tx } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { CaseRow } from './store-cases.ts';

export type Queue = 'mine' | 'free' | 'waiting' | 'overdue' | 'closed';

export type InboxAsked = {
  readonly divisionCode: string;
  readonly organisationId: string;
  readonly staffId: string;
  readonly roles: readonly string[];
  readonly queue: Queue;
  readonly status?: string;
  readonly words?: string;
  /** The last row of the page before: its due day and id. */
  readonly after?: { readonly dueOn: string; readonly id: string };
};

const noDue = '9999-12-31';

/** 50 cases of one queue, the most urgent first. Overseers see the whole organisation, others what is their turn. */
export async function listInboxRows(tx: Tx, asked: InboxAsked): Promise<CaseRow[]> {
  const seesAll = asked.roles.includes('supervisor');
  const inQueue = {
    mine: sql`held_by = ${asked.staffId} and status in ('submitted', 'accepted', 'decided')`,
    free: sql`held_by is null and status in ('submitted', 'accepted', 'decided') and not is_paused
      and (${seesAll} or role_due = any(${asked.roles}))`,
    waiting: sql`(status = 'correction' or (status = 'accepted' and is_paused))`,
    overdue: sql`is_overdue and status = 'accepted'`,
    closed: sql`status in ('delivered', 'not-accepted', 'withdrawn', 'lapsed', 'archived')`,
  }[asked.queue];
  const { rows } = await sql<CaseRow>`
    select * from cases.cases
    where division_code = ${asked.divisionCode} and organisation_id = ${asked.organisationId} and ${inQueue}
      and (${asked.status ?? null}::text is null or status = ${asked.status ?? null})
      and (${asked.words ?? null}::text is null or number = ${asked.words ?? null} or official_number = ${asked.words ?? null}
        or item_name like '%' || ${escapeLike(asked.words ?? '')} || '%')
      and (coalesce(due_on, ${noDue}::date), id) > (${asked.after?.dueOn ?? '0001-01-01'}::date, ${asked.after?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid)
    order by coalesce(due_on, ${noDue}::date), id limit 50`.execute(tx);
  return rows;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** How many wait in each queue, counted to 1,000 at most: nobody needs more, and counting must not slow a hot page. */
export async function countInbox(
  tx: Tx,
  asked: Omit<InboxAsked, 'queue'>,
): Promise<Record<'mine' | 'free' | 'waiting' | 'overdue', number>> {
  const seesAll = asked.roles.includes('supervisor');
  const { rows } = await sql<Record<'mine' | 'free' | 'waiting' | 'overdue', number>>`
    select count(*) filter (where held_by = ${asked.staffId} and status <> 'correction') as mine,
      count(*) filter (where held_by is null and status <> 'correction' and not is_paused and (${seesAll} or role_due = any(${asked.roles}))) as free,
      count(*) filter (where status = 'correction' or is_paused) as waiting,
      count(*) filter (where is_overdue) as overdue
    from (select held_by, status, is_paused, role_due, is_overdue from cases.cases
      where division_code = ${asked.divisionCode} and organisation_id = ${asked.organisationId}
        and status in ('submitted', 'correction', 'accepted', 'decided') limit 1000) open_cases`.execute(tx);
  return rows[0] ?? { mine: 0, free: 0, waiting: 0, overdue: 0 };
}
