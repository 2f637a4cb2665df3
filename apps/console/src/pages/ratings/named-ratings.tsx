import { ListRatings } from '@zhengtong/evaluation/contract';
import { Link, useSearchParams } from 'react-router';
import type { Static } from 'typebox';
import { Older } from '../../parts/older.tsx';
import { ReadingView } from '../../parts/reading.tsx';
import { type Column, RowsTable } from '../../parts/rows-table.tsx';
import { say } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';
import { Stars, sayChoices } from './stars.tsx';

type Line = Static<(typeof ListRatings)['response']>['ratings'][number];

const columns: readonly Column<Line>[] = [
  { head: say('ratings.stars'), cell: ({ stars }) => <Stars stars={stars} />, isName: true },
  { head: say('ratings.givenOn'), cell: ({ givenOn }) => <time dateTime={givenOn}>{givenOn}</time> },
  {
    head: say('ratings.choices'),
    cell: ({ choices, hasWords }) =>
      [sayChoices(choices), hasWords ? say('ratings.hasWords') : ''].filter(Boolean).join(' · '),
  },
  { head: say('ratings.again'), cell: ({ againStars }) => (againStars ? <Stars stars={againStars} /> : null) },
  {
    head: say('ratings.case'),
    cell: ({ caseId, isSetAside }) => (
      <>
        <Link to={`/cases/${caseId}`}>{say('ratings.openCase')}</Link>
        {isSetAside ? <small> {say('ratings.setAside')}</small> : null}
      </>
    ),
  },
];

export function NamedRatings() {
  const [search] = useSearchParams();
  const reading = useAsked(ListRatings, { query: { before: search.get('before') ?? undefined } });
  return (
    <ReadingView of={reading} isEmpty={({ ratings }) => ratings.length === 0} empty={say('ratings.noNamed')}>
      {({ ratings }) => (
        <>
          <RowsTable caption={say('ratings.namedTable')} columns={columns} rows={ratings} keyOf={({ id }) => id} />
          <Older count={ratings.length} lastId={ratings.at(-1)?.id} />
        </>
      )}
    </ReadingView>
  );
}
