import { ListQuarantine } from '@zhengtong/catalogue/contract';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { Static } from 'typebox';
import { sayInstant } from '../../days.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { ReadingView } from '../../parts/reading.tsx';
import { type Column, RowsTable } from '../../parts/rows-table.tsx';
import { say } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';

type Line = Static<(typeof ListQuarantine)['response']>['lines'][number];

const columns: readonly Column<Line>[] = [
  { head: say('setAside.where'), cell: ({ source, line }) => `${source}:${line}`, isName: true, isCode: true },
  { head: say('setAside.reason'), cell: ({ reason }) => reason },
  { head: say('setAside.text'), cell: ({ text }) => <small>{text.slice(0, 300)}</small> },
  { head: say('setAside.at'), cell: ({ at }) => <time dateTime={at}>{sayInstant(at)}</time> },
];

/** Lines of imported lists that were not taken, each with its reason: put right in the file, they are taken the next time. */
export function SetAside() {
  const [search, setSearch] = useSearchParams();
  const reading = useAsked(ListQuarantine, { query: { after: search.get('after') ?? undefined } });
  return (
    <>
      <p className="back">
        <Link to="/items">{say('setAside.back')}</Link>
      </p>
      <PageHead title={say('setAside.title')} />
      <p className="remark">{say('setAside.note')}</p>
      <ReadingView of={reading} isEmpty={({ lines }) => lines.length === 0} empty={say('setAside.empty')}>
        {({ lines, after }) => (
          <>
            <RowsTable
              caption={say('setAside.title')}
              columns={columns}
              rows={lines}
              keyOf={({ source, line }) => `${source} ${line}`}
              isLoading={reading.isLoading}
            />
            {after ? <Button onClick={() => setSearch({ after })}>{say('frame.more')}</Button> : null}
          </>
        )}
      </ReadingView>
    </>
  );
}
