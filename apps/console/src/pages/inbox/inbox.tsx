import { ListInbox } from '@zhengtong/cases/contract';
import { Button, type InputRef } from 'antd';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useKeys } from '../../keys.ts';
import { useLive } from '../../live.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { useRowCameFrom } from '../../parts/trail.ts';
import { say } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';
import { type Filters, readFilters, writeFilters } from './filters.ts';
import { InboxFilters } from './inbox-filters.tsx';
import { InboxTable } from './inbox-table.tsx';
import { Queues } from './queues.tsx';
import { sayEmpty } from './say-empty.ts';

/** Queues of cases, the most urgent first. What is filtered stands in the address, so it can be kept and sent. */
export function Inbox() {
  const [search, setSearch] = useSearchParams();
  const filters = readFilters(search);
  const { value, failure, isLoading, reload } = useAsked(ListInbox, { query: filters });
  const rows = value?.rows ?? [];
  const words = useRef<InputRef>(null);
  const table = useRef<HTMLTableElement>(null);
  useRowCameFrom(table, value !== undefined);
  useLive(reload);

  const change = (next: Partial<Filters>): void => {
    setSearch(writeFilters({ ...filters, after: undefined, ...next }));
  };
  // From the row that has the focus, wherever it has come to stand since; Enter on it is the link's own.
  const move = (by: number) => (): void => {
    const links = [...(table.current?.querySelectorAll<HTMLElement>('tbody a') ?? [])];
    const now = links.findIndex((link) => link.matches(':focus'));
    links[Math.max(0, Math.min(links.length - 1, now + by))]?.focus();
  };
  useKeys({
    j: move(1),
    k: move(-1),
    ArrowDown: move(1),
    ArrowUp: move(-1),
    '/': () => words.current?.focus(),
  });

  return (
    <>
      <PageHead title={say('inbox.title')} />
      <Queues chosen={filters.queue} counts={value?.counts} onChoose={(queue) => change({ queue })} />
      <InboxFilters filters={filters} words={words} onChange={change} />
      {failure ? <Failed failure={failure} onAgain={reload} /> : null}
      {!value && isLoading ? <Loading /> : null}
      {value && rows.length === 0 ? (
        <Empty>
          <p>{sayEmpty(filters)}</p>
          {filters.words || filters.status ? (
            <Button onClick={() => change({ words: undefined, status: undefined })}>{say('inbox.clear')}</Button>
          ) : null}
        </Empty>
      ) : null}
      {rows.length > 0 ? <InboxTable ref={table} rows={rows} isLoading={isLoading} /> : null}
      {value?.after ? (
        <Button onClick={() => change({ after: value.after ?? undefined })}>{say('frame.more')}</Button>
      ) : null}
    </>
  );
}
