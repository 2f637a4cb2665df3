import { ListSendings, type SendingView, TrySendingAgain } from '@zhengtong/messages/contract';
import { App, Button } from 'antd';
import { useSearchParams } from 'react-router';
import { sayInstant } from '../../days.ts';
import { AddressSelect } from '../../parts/address-select.tsx';
import { Older } from '../../parts/older.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ReadingView } from '../../parts/reading.tsx';
import { type Column, RowsTable } from '../../parts/rows-table.tsx';
import { Refused } from '../../parts/states.tsx';
import { say, sayCode } from '../../sentences/say.ts';
import { holdsOne, useMe } from '../../session.ts';
import { useAsked } from '../../use-asked.ts';
import { useCommand } from '../../use-command.ts';

const outcomes = ['waiting', 'sent', 'failed'] as const;
const channels = ['sms', 'mail'] as const;

const among = <T extends string>(all: readonly T[], text: string | null): T | undefined =>
  all.find((one) => one === text);

/** What went out and what did not: whom it was for, masked, never what it said. */
export function Messages() {
  const me = useMe();
  const [search] = useSearchParams();
  const mayTry = holdsOne(me, ['supervisor', 'administrator']);
  const query = {
    outcome: among(outcomes, search.get('outcome')),
    channel: among(channels, search.get('channel')),
    of: among(['own', 'house'], search.get('of')),
    before: search.get('before') ?? undefined,
  };
  const reading = useAsked(ListSendings, { query });
  const { run, isRunning, failure } = useCommand(TrySendingAgain);
  const { message } = App.useApp();
  const again = async (id: string): Promise<void> => {
    if (await run({ params: { id } })) void message.success(say('messages.againDone'));
    reading.reload();
  };

  const columns: Column<SendingView>[] = [
    { head: say('messages.about'), cell: ({ template }) => sayCode('template', template), isName: true },
    { head: say('messages.receiver'), cell: ({ receiver }) => receiver, isCode: true },
    { head: say('messages.channel'), cell: ({ channel }) => say(`messages.${channel}`) },
    {
      head: say('messages.outcome'),
      cell: ({ outcome }) => (
        <span className={outcome === 'failed' ? 'attention' : undefined}>{say(`messages.${outcome}`)}</span>
      ),
    },
    { head: say('messages.tries'), cell: ({ tries }) => tries },
    { head: say('messages.when'), cell: (row) => <time>{sayInstant(row.settledAt ?? row.dueAt)}</time> },
    { head: say('messages.error'), cell: ({ lastError }) => <small>{lastError}</small> },
  ];
  if (mayTry) {
    columns.push({
      head: say('messages.again'),
      cell: ({ id, outcome, receiver }) =>
        outcome === 'failed' ? (
          <Button
            size="small"
            disabled={isRunning}
            aria-label={say('messages.againTo', { receiver })}
            onClick={() => again(id)}
          >
            {say('messages.again')}
          </Button>
        ) : null,
    });
  }

  return (
    <>
      <PageHead title={say('messages.title')} />
      <p className="remark">{say('messages.note')}</p>
      <search className="filters" aria-label={say('messages.filters')}>
        <AddressSelect
          name="outcome"
          label={say('messages.outcome')}
          options={outcomes.map((one) => [one, say(`messages.${one}`)])}
        />
        <AddressSelect
          name="channel"
          label={say('messages.channel')}
          options={channels.map((one) => [one, say(`messages.${one}`)])}
        />
        {holdsOne(me, ['administrator']) ? (
          <AddressSelect name="of" label={say('messages.own')} options={[['house', say('messages.house')]]} />
        ) : null}
      </search>
      <Refused failure={failure} />
      <ReadingView of={reading} isEmpty={({ messages }) => messages.length === 0} empty={say('messages.empty')}>
        {({ messages }) => (
          <>
            <RowsTable
              caption={say('messages.table')}
              columns={columns}
              rows={messages}
              keyOf={({ id }) => id}
              isLoading={reading.isLoading}
            />
            <Older count={messages.length} lastId={messages.at(-1)?.id} />
          </>
        )}
      </ReadingView>
    </>
  );
}
