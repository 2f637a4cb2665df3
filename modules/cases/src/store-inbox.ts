import type { CivilDate } from '@zhengtong/kernel';
import type { Tx } from '@zhengtong/platform';
import { type RawBuilder, sql } from 'kysely';
import type { CaseRow } from './store-cases.ts';

export type Queue = 'mine' | 'warned' | 'free' | 'waiting' | 'overdue' | 'closed';

export type InboxAsked = {
  readonly divisionCode: string;
  readonly organisationId: string;
  readonly staffId: string;
  readonly roles: readonly string[];
  /** From which day a limit is near. */
  readonly today: CivilDate;
  readonly queue: Queue;
  readonly status?: string;
  readonly words?: string;
  /** Items that `words` name in English. */
  readonly itemIds?: readonly string[];
  /** The last row of the page before: its due day and id. */
  readonly after?: { readonly dueOn: string; readonly id: string };
};

const noDue = '9999-12-31';

/** Where a page goes on: work by its last day, the most urgent first; what has ended by its beginning, the newest first. */
const orders = (after: InboxAsked['after']) => ({
  urgent: {
    beyond: sql`(coalesce(due_on, ${noDue}::date), id) >
      (${after?.dueOn ?? '0001-01-01'}::date, ${after?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid)`,
    by: sql`coalesce(due_on, ${noDue}::date), id`,
  },
  newest: { beyond: sql`id < ${after?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid`, by: sql`id desc` },
});

type Asker = Pick<InboxAsked, 'staffId' | 'roles' | 'today'>;

/** What lies in each queue; the lists and the counts beside them go by the same words. */
const queues = ({ staffId, roles, today }: Asker): Record<Queue, RawBuilder<unknown>> => ({
  mine: sql`held_by = ${staffId} and status in ('submitted', 'accepted', 'decided')`,
  // Those who were told: who holds it, or whose turn it is.
  warned: sql`status in ('submitted', 'accepted', 'decided') and (is_pause_overdue or (warn_on <= ${today}::date and not is_overdue))
    and (held_by = ${staffId} or (held_by is null and (${roles.includes('supervisor')} or role_due = any(${roles}))))`,
  free: sql`held_by is null and status in ('submitted', 'accepted', 'decided') and not is_paused
    and (${roles.includes('supervisor')} or role_due = any(${roles}))`,
  waiting: sql`(status = 'correction' or (status = 'accepted' and is_paused))`,
  overdue: sql`is_overdue and status in ('accepted', 'decided')`,
  closed: sql`status in ('delivered', 'not-accepted', 'withdrawn', 'lapsed', 'archived')`,
});

/** 50 cases of one queue. Overseers see the whole organisation, others what is their turn. */
export async function listInboxRows(tx: Tx, asked: InboxAsked): Promise<CaseRow[]> {
  const inQueue = queues(asked)[asked.queue];
  const { beyond, by } = orders(asked.after)[asked.queue === 'closed' ? 'newest' : 'urgent'];
  const { rows } = await sql<CaseRow>`
    select * from cases.cases
    where division_code = ${asked.divisionCode} and organisation_id = ${asked.organisationId} and ${inQueue}
      and (${asked.status ?? null}::text is null or status = ${asked.status ?? null})
      and (${asked.words ?? null}::text is null or number = ${asked.words ?? null} or official_number = ${asked.words ?? null}
        or item_name like '%' || ${escapeLike(asked.words ?? '')} || '%' or item_id = any(${asked.itemIds ?? []}::uuid[]))
      and ${beyond}
    order by ${by} limit 50`.execute(tx);
  return rows;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

type Counts = Record<'mine' | 'warned' | 'free' | 'waiting' | 'overdue', number>;

/**
 * How many wait in each queue, each counted to 1,000 at most: nobody needs more, and counting must not slow a hot page.
 * Each by itself, for a thousand of one queue say nothing of another.
 */
export async function countInbox(tx: Tx, asked: Omit<InboxAsked, 'queue'>): Promise<Counts> {
  const { mine, warned, free, waiting, overdue } = queues(asked);
  const count = (inQueue: RawBuilder<unknown>) => sql`(select count(*) from (select 1 from cases.cases
    where division_code = ${asked.divisionCode} and organisation_id = ${asked.organisationId} and ${inQueue}
    limit 1000) counted)`;
  const { rows } = await sql<Counts>`
    select ${count(mine)} as mine, ${count(warned)} as warned, ${count(free)} as free,
      ${count(waiting)} as waiting, ${count(overdue)} as overdue`.execute(tx);
  return rows[0] ?? { mine: 0, warned: 0, free: 0, waiting: 0, overdue: 0 };
}
