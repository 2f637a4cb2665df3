import type { ListInbox } from '@zhengtong/cases/contract';
import type { Static } from 'typebox';

type Query = Static<NonNullable<(typeof ListInbox)['query']>>;
export type Queue = Query['queue'];

export type Filters = { queue: Queue } & { [K in 'status' | 'words' | 'after']?: string | undefined };

export const queues: readonly Queue[] = ['mine', 'warned', 'free', 'waiting', 'overdue', 'closed'];

/** Statuses that can stand in a queue; a queue of one status needs no choice. */
export const statusesOf: Readonly<Record<Queue, readonly string[]>> = {
  mine: ['submitted', 'accepted', 'decided'],
  warned: [],
  free: ['submitted', 'accepted', 'decided'],
  waiting: ['correction', 'accepted'],
  overdue: [],
  closed: ['delivered', 'not-accepted', 'withdrawn', 'lapsed', 'archived'],
};

/** The filters of an address. What no inbox knows is left out: an old link still opens something. */
export function readFilters(search: URLSearchParams): Filters {
  const queue = queues.find((one) => one === search.get('queue')) ?? 'mine';
  const status = search.get('status') ?? undefined;
  return {
    queue,
    status: status && statusesOf[queue].includes(status) ? status : undefined,
    words: search.get('words')?.slice(0, 100) || undefined,
    after: search.get('after') ?? undefined,
  };
}

/** The address of filters, as short as it can be. */
export function writeFilters(filters: Filters): URLSearchParams {
  const said = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(said);
  if (filters.queue === 'mine') search.delete('queue');
  return search;
}
