import { type AnnouncementView, ListAnnouncements, WithdrawAnnouncement } from '@zhengtong/calendar/contract';
import { ListHalls } from '@zhengtong/catalogue/contract';
import { App, Button, Space } from 'antd';
import { useState } from 'react';
import { sayInstant } from '../../days.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { ReadingView } from '../../parts/reading.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { type Column, RowsTable } from '../../parts/rows-table.tsx';
import { lang, say } from '../../sentences/say.ts';
import { holdsOne, useMe } from '../../session.ts';
import { useAsked } from '../../use-asked.ts';
import { useCommand } from '../../use-command.ts';
import { AddDays } from './add-days.tsx';
import { AddHours } from './add-hours.tsx';
import { AddYear } from './add-year.tsx';
import { MonthDays } from './month-days.tsx';

const dialogs = { addDays: AddDays, addYear: AddYear, addHours: AddHours } as const;
type Dialog = keyof typeof dialogs;

/** Which days are worked here, by which document; an administrator publishes and withdraws. */
export function Calendar() {
  const mayChange = holdsOne(useMe(), ['administrator']);
  const reading = useAsked(ListAnnouncements);
  const { value: listed, failure: unread } = useAsked(ListHalls);
  const halls = listed?.halls ?? [];
  const withdrawing = useCommand(WithdrawAnnouncement);
  const [open, setOpen] = useState<Dialog>();
  const [going, setGoing] = useState<AnnouncementView>();
  const { message } = App.useApp();
  const Open = open && dialogs[open];
  const hallName = (id: string | null): string => halls.find((hall) => hall.id === id)?.name ?? '';

  const columns: Column<AnnouncementView>[] = [
    { head: say('workingDays.what'), cell: (row) => sayWhat(row, hallName(row.hallId)), isName: true },
    { head: say('workingDays.days'), cell: sayDays },
    { head: say('workingDays.area'), cell: ({ divisionCode }) => divisionCode, isCode: true },
    { head: say('workingDays.document'), cell: ({ document }) => document },
    { head: say('workingDays.published'), cell: ({ publishedAt }) => <time>{sayInstant(publishedAt)}</time> },
    { head: say('workingDays.state'), cell: sayState },
  ];
  if (mayChange) {
    columns.push({
      head: say('workingDays.withdraw'),
      cell: (row) =>
        row.isHolding ? (
          <Button
            size="small"
            aria-label={say('workingDays.withdrawOf', { document: row.document })}
            onClick={() => setGoing(row)}
          >
            {say('workingDays.withdraw')}
          </Button>
        ) : null,
    });
  }
  const withdraw = async (document: string): Promise<void> => {
    if (!going || !(await withdrawing.run({ params: { id: going.id }, body: { document } }))) return;
    void message.success(say('workingDays.withdrawn'));
    setGoing(undefined);
    reading.reload();
  };

  return (
    <>
      <PageHead title={say('workingDays.title')}>
        {mayChange ? (
          <Space wrap>
            {(Object.keys(dialogs) as Dialog[]).map((name) => (
              <Button key={name} type={name === 'addDays' ? 'primary' : 'default'} onClick={() => setOpen(name)}>
                {say(`workingDays.${name}`)}
              </Button>
            ))}
          </Space>
        ) : null}
      </PageHead>
      <p className="remark">{say('workingDays.note')}</p>
      <ReadingView of={reading}>
        {({ announcedThrough, announcements }) => (
          <>
            <p className="remark">{say('workingDays.announced', { year: announcedThrough })}</p>
            {announcements.length === 0 ? (
              <p className="remark">{say('workingDays.empty')}</p>
            ) : (
              <RowsTable
                caption={say('workingDays.table')}
                columns={columns}
                rows={announcements}
                keyOf={({ id }) => id}
                isLoading={reading.isLoading}
              />
            )}
            <MonthDays key={announcements[0]?.id ?? ''} />
          </>
        )}
      </ReadingView>
      {Open ? (
        <Open
          halls={halls}
          unread={unread}
          onDone={() => {
            setOpen(undefined);
            void message.success(say('workingDays.done'));
            reading.reload();
          }}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      {going ? (
        <ReasonDialog
          title={say('workingDays.withdraw')}
          label={say('workingDays.document')}
          missing={say('workingDays.documentMissing')}
          intro={say('workingDays.withdrawIntro', {
            what: sayWhat(going, hallName(going.hallId)),
            document: going.document,
          })}
          failure={withdrawing.failure}
          isRunning={withdrawing.isRunning}
          onReason={withdraw}
          onClose={() => {
            withdrawing.clear();
            setGoing(undefined);
          }}
        />
      ) : null}
    </>
  );
}

function sayWhat({ kind, as, name, year }: AnnouncementView, hall: string): string {
  if (kind === 'year' && year)
    return say('workingDays.kindYear', { year: year.year, off: year.off.length, worked: year.worked.length });
  if (kind === 'hours') return `${say('workingDays.kindHours')} · ${hall}`;
  if (kind === 'withdrawal') return say('workingDays.kindWithdrawal');
  return [name?.[lang], as && say(`workingDays.${as}`), hall].filter(Boolean).join(' · ');
}

function sayDays({ from, to, year, kind }: AnnouncementView): string {
  if (year) return String(year.year);
  if (kind === 'hours' && from) return say('workingDays.since', { from });
  return from === to ? (from ?? '') : `${from} – ${to}`;
}

const sayState = ({ isHolding, kind }: AnnouncementView): string =>
  kind === 'withdrawal' ? '' : say(isHolding ? 'workingDays.holding' : 'workingDays.gone');
