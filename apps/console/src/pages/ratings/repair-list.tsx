import { ListRectifications, type RectificationLine } from '@zhengtong/evaluation/contract';
import { Link, useSearchParams } from 'react-router';
import type { Static } from 'typebox';
import { sayInstant } from '../../days.ts';
import { useLive } from '../../live.ts';
import { AddressSelect } from '../../parts/address-select.tsx';
import { DueMark } from '../../parts/due-mark.tsx';
import { Older } from '../../parts/older.tsx';
import { ReadingView } from '../../parts/reading.tsx';
import { type Column, RowsTable } from '../../parts/rows-table.tsx';
import { say, sayCode } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';
import { sayRepairState } from './say-repair-state.ts';

type Line = Static<typeof RectificationLine>;
const states = ['opened', 'contacted', 'repaired', 'explained', 'fed-back', 're-rated', 'closed'] as const;

const columns: readonly Column<Line>[] = [
  { head: say('ratings.due'), cell: ({ dueOn, isOverdue }) => <DueMark dueOn={dueOn} isOverdue={isOverdue} /> },
  {
    head: say('ratings.about'),
    isName: true,
    cell: ({ id, itemName }) => <Link to={`/rectifications/${id}`}>{itemName ?? say('ratings.aboutGroup')}</Link>,
  },
  {
    head: say('ratings.stateLabel'),
    cell: (line) => `${sayRepairState(line)}${line.isAppealed ? ` · ${say('ratings.appealed')}` : ''}`,
  },
  { head: say('ratings.opened'), cell: ({ openedAt }) => <time dateTime={openedAt}>{sayInstant(openedAt)}</time> },
];

export function RepairList() {
  const [search] = useSearchParams();
  const state = states.find((one) => one === search.get('state'));
  const overdue = search.get('overdue') === 'true' ? true : undefined;
  const reading = useAsked(ListRectifications, {
    query: { state, overdue, before: search.get('before') ?? undefined },
  });
  useLive(reading.reload);
  return (
    <>
      <search className="filters">
        <AddressSelect
          name="state"
          label={say('ratings.stateLabel')}
          options={states.map((one) => [one, sayCode('repairState', one)])}
        />
        <AddressSelect name="overdue" label={say('ratings.due')} options={[['true', say('ratings.onlyOverdue')]]} />
      </search>
      <ReadingView
        of={reading}
        isEmpty={({ rectifications }) => rectifications.length === 0}
        empty={say('ratings.noWork')}
      >
        {({ rectifications }) => (
          <>
            <RowsTable
              caption={say('ratings.workTable')}
              columns={columns}
              rows={rectifications}
              keyOf={({ id }) => id}
              isLoading={reading.isLoading}
            />
            <Older count={rectifications.length} lastId={rectifications.at(-1)?.id} />
          </>
        )}
      </ReadingView>
    </>
  );
}
