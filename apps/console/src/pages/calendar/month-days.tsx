import { type CalendarDay, ReadCalendar } from '@zhengtong/calendar/contract';
import { Button, Space } from 'antd';
import { useState } from 'react';
import { sayWeekday, today } from '../../days.ts';
import { ReadingView } from '../../parts/reading.tsx';
import { type Column, RowsTable } from '../../parts/rows-table.tsx';
import { lang, say, sayCode } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';

const columns: Column<CalendarDay>[] = [
  { head: say('workingDays.on'), cell: sayOn, isName: true },
  { head: say('workingDays.isDay'), cell: sayDay },
  {
    head: say('workingDays.isWorking'),
    cell: ({ isWorking }) => say(isWorking ? 'workingDays.yes' : 'workingDays.no'),
  },
  { head: say('workingDays.document'), cell: ({ document }) => document },
];

/** Each day of a month as limits count it, with the document that makes it so. */
export function MonthDays() {
  const [month, setMonth] = useState(today().slice(0, 7));
  const reading = useAsked(ReadCalendar, { query: { month } });
  return (
    <section className="month" aria-label={say('workingDays.month')}>
      <div className="page-head">
        <h2>{say('frame.about', { of: say('workingDays.month'), text: month })}</h2>
        <Space>
          <Button onClick={() => setMonth(shift(month, -1))}>{say('workingDays.earlier')}</Button>
          <Button onClick={() => setMonth(shift(month, 1))}>{say('workingDays.later')}</Button>
        </Space>
      </div>
      <ReadingView of={reading}>
        {({ days }) => (
          <RowsTable
            caption={say('workingDays.monthTable', { month })}
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

function sayOn({ on }: CalendarDay) {
  return (
    <>
      <time dateTime={on}>{on}</time> {sayWeekday(on)}
      {on === today() ? <strong> · {say('workingDays.today')}</strong> : null}
    </>
  );
}

function sayDay({ kind, name, isProvisional }: CalendarDay) {
  return (
    <>
      {[sayCode('dayKind', kind), name?.[lang]].filter(Boolean).join(' · ')}
      {isProvisional ? <small> {say('workingDays.provisional')}</small> : null}
    </>
  );
}

/** Months from 2007 to 2099, as far as the calendar reaches. */
function shift(month: string, by: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  const held = Math.min(Math.max(at, 2007 * 12), 2099 * 12 + 11);
  return `${Math.floor(held / 12)}-${String((held % 12) + 1).padStart(2, '0')}`;
}
