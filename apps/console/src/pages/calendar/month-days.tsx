import { type CalendarDay, ReadCalendar } from '@zhengtong/calendar/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { today } from '../../days.ts';
import { ReadingView } from '../../parts/reading.tsx';
import { type Column, RowsTable } from '../../parts/rows-table.tsx';
import { lang, say, sayCode } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';

const columns: Column<CalendarDay>[] = [
  { head: say('calendar.on'), cell: ({ on }) => <time>{on}</time>, isName: true },
  { head: say('calendar.isDay'), cell: sayDay },
  { head: say('calendar.isWorking'), cell: ({ isWorking }) => say(isWorking ? 'calendar.yes' : 'calendar.no') },
  { head: say('calendar.document'), cell: ({ document }) => document },
];

/** Each day of a month as limits count it, with the document that makes it so. */
export function MonthDays() {
  const [month, setMonth] = useState(today().slice(0, 7));
  const reading = useAsked(ReadCalendar, { query: { month } });
  return (
    <section aria-label={say('calendar.month')}>
      <div className="page-head">
        <h2>
          {say('calendar.month')} {month}
        </h2>
        <Button onClick={() => setMonth(shift(month, -1))}>{say('calendar.earlier')}</Button>
        <Button onClick={() => setMonth(shift(month, 1))}>{say('calendar.later')}</Button>
      </div>
      <ReadingView of={reading}>
        {({ days }) => (
          <RowsTable
            caption={say('calendar.monthTable', { month })}
            columns={columns}
            rows={days}
            keyOf={({ on }) => on}
            isLoading={reading.isLoading}
          />
        )}
      </ReadingView>
    </section>
  );
}

function sayDay({ kind, name, isProvisional }: CalendarDay) {
  return (
    <>
      {[sayCode('dayKind', kind), name?.[lang]].filter(Boolean).join(' · ')}
      {isProvisional ? <small> {say('calendar.provisional')}</small> : null}
    </>
  );
}

/** Months from 2007 to 2099, as far as the calendar reaches. */
function shift(month: string, by: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  const held = Math.min(Math.max(at, 2007 * 12), 2099 * 12 + 11);
  return `${Math.floor(held / 12)}-${String((held % 12) + 1).padStart(2, '0')}`;
}
