import type { Instant } from '@zhengtong/kernel';
import { sql } from 'kysely';
import { writeRecords } from '../access-log.ts';
import { newRecords, systemActor } from '../context.ts';
import type { Tx } from '../database.ts';
import type { Setting } from '../transact.ts';
import type { Delivered, Listener } from './listen.ts';

const mostTries = 10;
/** How long a worker may take for what happens outside before another may try. */
const leaseSeconds = 120;

export type DeliveryOutcome = 'done' | 'failed' | 'nothing';

/**
 * Takes the next open delivery of one division and hands it to its listener. Two workers never take the same one: the
 * row stays locked, or leased, until it is done.
 */
export async function deliverNext(
  setting: Setting,
  listeners: ReadonlyMap<string, Listener>,
  divisionCode: string,
  onFault: (fault: unknown, event: Delivered, subscriber: string) => void,
): Promise<DeliveryOutcome> {
  const subscribers = [...listeners.keys()];
  let taken: Taken | undefined;
  try {
    taken = await setting.db.transaction().execute(async (tx) => {
      const row = await claim(tx, divisionCode, subscribers, setting.now());
      if (!row) return undefined;
      const listener = listeners.get(row.subscriber);
      taken = row;
      if (listener?.inside) await runInside(setting, tx, listener.inside, row);
      else await lease(tx, row, setting.now());
      return row;
    });
    if (!taken) return 'nothing';
    const outside = listeners.get(taken.subscriber)?.outside;
    if (outside) {
      await outside(setting, taken);
      await markDone(setting.db, taken, setting.now());
    }
    return 'done';
  } catch (fault) {
    if (!taken) throw fault;
    onFault(fault, taken, taken.subscriber);
    await noteFailure(setting, taken, fault);
    return 'failed';
  }
}

type Taken = Delivered & { readonly subscriber: string; readonly tries: number };

async function claim(tx: Tx, divisionCode: string, subscribers: string[], now: Instant): Promise<Taken | undefined> {
  const { rows } = await sql<Taken>`
    select e.division_code as "divisionCode", e.id, e.name, e.key, e.payload, e.actor, e.occurred_at as "occurredAt",
           d.subscriber, d.tries
    from platform.deliveries d
    join platform.events e on e.division_code = d.division_code and e.id = d.event_id
    where d.division_code = ${divisionCode} and d.done_at is null and d.parked_at is null
      and d.not_before <= ${now} and d.subscriber = any(${subscribers})
    order by d.not_before, d.event_id limit 1 for update of d skip locked`.execute(tx);
  return rows[0];
}

async function runInside(setting: Setting, tx: Tx, inside: NonNullable<Listener['inside']>, row: Taken): Promise<void> {
  const actor = systemActor(row.subscriber);
  const ctx = { tx, actor, now: setting.now(), keys: setting.keys, records: newRecords() };
  await inside(ctx, row);
  await writeRecords(ctx);
  await markDone(tx, row, setting.now());
}

const lease = (tx: Tx, row: Taken, now: Instant) =>
  sql`
  update platform.deliveries set not_before = ${now}::timestamptz + make_interval(secs => ${leaseSeconds}), tries = tries + 1
  where division_code = ${row.divisionCode} and event_id = ${row.id} and subscriber = ${row.subscriber}`.execute(tx);

const markDone = (tx: Tx, row: Taken, now: Instant) =>
  sql`
  update platform.deliveries set done_at = ${now}, last_error = null
  where division_code = ${row.divisionCode} and event_id = ${row.id} and subscriber = ${row.subscriber}`.execute(tx);

/** Waits 2, 4, 8 … seconds, at most an hour; after ten tries the delivery is parked for a person to look at. */
async function noteFailure(setting: Setting, row: Taken, fault: unknown): Promise<void> {
  const tries = row.tries + 1;
  const waitSeconds = Math.min(2 ** tries, 3600);
  const said = (fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)).slice(0, 500);
  const now = setting.now();
  await sql`
    update platform.deliveries
    set tries = ${tries}, last_error = ${said},
        not_before = ${now}::timestamptz + make_interval(secs => ${waitSeconds}),
        parked_at = ${tries >= mostTries ? now : null}
    where division_code = ${row.divisionCode} and event_id = ${row.id} and subscriber = ${row.subscriber}`.execute(
    setting.db,
  );
}
