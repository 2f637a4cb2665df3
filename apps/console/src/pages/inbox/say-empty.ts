import { type SayKey, say } from '../../sentences/say.ts';
import type { Filters, Queue } from './filters.ts';

const sentences: Readonly<Record<Queue, Extract<SayKey, `inbox.empty${string}`>>> = {
  mine: 'inbox.emptyMine',
  warned: 'inbox.emptyWarned',
  free: 'inbox.emptyFree',
  waiting: 'inbox.emptyWaiting',
  overdue: 'inbox.emptyOverdue',
  closed: 'inbox.emptyClosed',
};

/** Why a list is empty, and where to look instead. */
export const sayEmpty = ({ queue, words, status }: Filters): string =>
  say(words || status ? 'inbox.emptyFound' : sentences[queue]);
