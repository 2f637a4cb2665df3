import { type DeliveryView, ListDeliveries, TryDeliveryAgain } from '@zhengtong/messages/contract';
import { App, Button } from 'antd';
import { useSearchParams } from 'react-router';
import { sayInstant } from '../../days.ts';
import { AddressSelect } from '../../parts/address-select.tsx';
import { Older } from '../../parts/older.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ReadingView } from '../../parts/reading.tsx';
import { type Column, RowsTable } from '../../parts/rows-table.tsx';
import { Refused } from '../../parts/states.tsx';
import { say } from '../../sentences/say.ts';
import { holdsOne, useMe } from '../../session.ts';
import { useAsked } from '../../use-asked.ts';
import { useCommand } from '../../use-command.ts';

/** Inner work that failed: what is parked waits for somebody to press "try again". */
export function Deliveries() {
  const me = useMe();
  const [search] = useSearchParams();
  const of = search.get('of') === 'house' ? ('house' as const) : undefined;
  const reading = useAsked(ListDeliveries, { query: { of, before: search.get('before') ?? undefined } });
  const { run, isRunning, failure } = useCommand(TryDeliveryAgain);
  const { message } = App.useApp();
  const again = async ({ eventId, subscriber }: DeliveryView): Promise<void> => {
    const done = await run({ params: { eventId }, body: { subscriber, ...(of ? { of } : {}) } });
    if (done) void message.success(say('deliveries.againDone'));
    reading.reload();
  };

  const columns: Column<DeliveryView>[] = [
    { head: say('deliveries.event'), cell: ({ name }) => name, isName: true },
    { head: say('deliveries.subscriber'), cell: ({ subscriber }) => subscriber, isCode: true },
    { head: say('deliveries.key'), cell: ({ key }) => key, isCode: true },
    {
      head: say('deliveries.state'),
      cell: ({ parkedAt }) => (
        <span className={parkedAt ? 'attention' : undefined}>
          {say(parkedAt ? 'deliveries.parked' : 'deliveries.retrying')}
        </span>
      ),
    },
    { head: say('deliveries.tries'), cell: ({ tries }) => tries },
    { head: say('deliveries.since'), cell: ({ occurredAt }) => <time>{sayInstant(occurredAt)}</time> },
    { head: say('deliveries.error'), cell: ({ lastError }) => <small>{lastError}</small> },
    {
      head: say('deliveries.again'),
      cell: (row) =>
        row.parkedAt ? (
          <Button
            size="small"
            disabled={isRunning}
            aria-label={say('deliveries.againOf', { event: row.name, subscriber: row.subscriber })}
            onClick={() => again(row)}
          >
            {say('deliveries.again')}
          </Button>
        ) : null,
    },
  ];

  return (
    <>
      <PageHead title={say('deliveries.title')} />
      {holdsOne(me, ['administrator']) ? (
        <search className="filters">
          <AddressSelect name="of" label={say('messages.own')} options={[['house', say('deliveries.house')]]} />
        </search>
      ) : null}
      <Refused failure={failure} />
      <ReadingView of={reading} isEmpty={({ deliveries }) => deliveries.length === 0} empty={say('deliveries.empty')}>
        {({ deliveries }) => (
          <>
            <RowsTable
              caption={say('deliveries.table')}
              columns={columns}
              rows={deliveries}
              keyOf={({ eventId, subscriber }) => `${eventId} ${subscriber}`}
              isLoading={reading.isLoading}
            />
            <Older count={deliveries.length} lastId={deliveries.at(-1)?.eventId} />
          </>
        )}
      </ReadingView>
    </>
  );
}
