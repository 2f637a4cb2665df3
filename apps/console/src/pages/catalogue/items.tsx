import { type EditorRow, ListItemsForEditors } from '@zhengtong/catalogue/contract';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { AddressSelect } from '../../parts/address-select.tsx';
import { OwnWords } from '../../parts/own-words.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ReadingView } from '../../parts/reading.tsx';
import { type Column, RowsTable } from '../../parts/rows-table.tsx';
import { SearchForm } from '../../parts/search-form.tsx';
import { say } from '../../sentences/say.ts';
import { holdsOne, useMe } from '../../session.ts';
import { useAsked } from '../../use-asked.ts';
import { sayItemName } from './say-name.ts';
import { sayState, states } from './say-state.ts';

const addressOf = (row: EditorRow): string =>
  `/items/${row.itemId}/versions/${row.workVersion ?? row.publishedVersion ?? 1}`;

const sayName = (row: EditorRow) => (
  <Link to={addressOf(row)}>
    <OwnWords>{sayItemName(row)}</OwnWords>
  </Link>
);

const columns: readonly Column<EditorRow>[] = [
  { head: say('items.name'), cell: sayName, isName: true },
  { head: say('items.code'), cell: ({ code }) => code, isCode: true },
  { head: say('items.organisation'), cell: ({ organisationName }) => <OwnWords>{organisationName}</OwnWords> },
  {
    head: say('items.online'),
    cell: ({ online }) => say(online === 'online' ? 'items.isOnline' : 'items.guide-only'),
  },
  { head: say('items.published'), cell: ({ publishedVersion }) => sayVersion(publishedVersion) },
  {
    head: say('items.work'),
    cell: ({ workVersion, workState }) =>
      workVersion && workState ? `${say('items.version', { version: workVersion })} · ${sayState(workState)}` : null,
  },
  { head: say('items.quality'), cell: ({ quality }) => quality },
];

const sayVersion = (version: number | null) =>
  version === null ? <span className="faint">{say('items.none')}</span> : say('items.version', { version });

/** The catalogue as those who write it see it: what stands, what is in work, how good each guide is. */
export function Items() {
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const words = search.get('words') ?? undefined;
  const state = states.find((one) => one === search.get('state'));
  const after = search.get('after') ?? undefined;
  const reading = useAsked(ListItemsForEditors, { query: { words, state, after } });
  const change = (name: string, value: string): void => {
    const next = new URLSearchParams(search);
    next.delete('after');
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next);
  };

  return (
    <>
      <PageHead title={say('items.title')}>
        {holdsOne(me, ['editor']) ? <Link to="/items/new">{say('items.add')}</Link> : null}
        {holdsOne(me, ['editor', 'administrator']) ? <Link to="/items/set-aside">{say('setAside.title')}</Link> : null}
      </PageHead>
      <search className="filters">
        <SearchForm
          id="item-words"
          label={say('items.search')}
          words={words ?? ''}
          hint={say('items.searchHint')}
          maxLength={200}
          onFind={(typed) => change('words', typed)}
        />
        <AddressSelect
          name="state"
          label={say('items.stateLabel')}
          options={states.map((one) => [one, sayState(one)])}
        />
      </search>
      <ReadingView of={reading} isEmpty={({ items }) => items.length === 0} empty={say('items.empty')}>
        {({ items, after: next }) => (
          <>
            <RowsTable
              caption={say('items.table')}
              columns={columns}
              rows={items}
              keyOf={({ itemId }) => itemId}
              isLoading={reading.isLoading}
            />
            {next ? <Button onClick={() => change('after', next)}>{say('frame.more')}</Button> : null}
          </>
        )}
      </ReadingView>
    </>
  );
}
