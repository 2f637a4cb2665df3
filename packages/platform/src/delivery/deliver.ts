import type { Instant } from '@zhengtong/kernel';
import { sql } from 'kysely';
import { writeRecords } from '../access-log.ts';
import { newRecords, systemActor } from '../context.ts';
import type { Tx } from '../database.ts';
import { sayFault } from '../log.ts';
import type { Setting } from '../transact.ts';
import type { Delivered, Listener } from './listen.ts';

const mostTries = 10;
/** How long a worker may take for what happens outside before another may try. */
const leaseSeconds = 120;

/** Events handed over in one transaction at most, so that a busy hour costs a commit for many and not for each. */
const mostTogether = 16;

type OnFault = (fault: unknown, event: Delivered, subscriber: string) => void;
type Listeners = ReadonlyMap<string, Listener>;

/** How many were tried, and whether as many or more may wait behind them. */
export type Handed = { readonly tried: number; readonly isMore: boolean };

/**
 * Takes open deliveries of one division and hands them to their listeners. Two workers never
 * take the same one: the row stays locked, or leased, until it is done. Events whose effect is in this database go several
 * to a transaction; where one of them fails nothing was done, and each is tried by itself.
 */
export async function deliverNext(
  setting: Setting,
  listeners: Listeners,
  divisionCode: string,
  onFault: OnFault,
): Promise<Handed> {
  let together: Taken[] = [];
  let alone: Taken | undefined;
  let isMore = false;
  try {
    await setting.db.transaction().execute(async (tx) => {
      const claimed = await claim(tx, divisionCode, [...listeners.keys()], setting.now());
      together = claimed.filter((row) => mayGoTogether(row, listeners));
      isMore = claimed.length === mostTogether || together.length < claimed.length;
      // The first in line goes first; the others claimed beside it are free again with this transaction's end.
      if (claimed[0] && !together.includes(claimed[0])) {
        alone = claimed[0];
        together = [];
        return;
      }
      // In one order everywhere: two workers that touch the same two cases must not wait for each other in a ring.
      together.sort((a, b) => (a.key + a.id < b.key + b.id ? -1 : 1));
      for (const row of together) await runInside(setting, tx, listeners, row);
      if (together.length > 0) await markDone(tx, together, setting.now());
    });
  } catch (fault) {
    if (together.length === 0) throw fault;
    for (const row of together) await deliverOne(setting, listeners, row, onFault);
    return { tried: together.length, isMore };
  }
  if (!alone) return { tried: together.length, isMore };
  await deliverOne(setting, listeners, alone, onFault);
  return { tried: 1, isMore };
}

/** What leaves the process is leased, and a job may hold a case's row that somebody waits for: those go one by one. */
const mayGoTogether = (row: Taken, listeners: Listeners): boolean =>
  listeners.get(row.subscriber)?.inside !== undefined && row.subscriber !== row.name;

/** One delivery in a transaction of its own; its failure is noted on it. Taken by another meanwhile, it is left to them. */
async function deliverOne(setting: Setting, listeners: Listeners, wanted: Taken, onFault: OnFault): Promise<void> {
  let taken: Taken | undefined;
  const { inside, outside } = listeners.get(wanted.subscriber) ?? {};
  try {
    await setting.db.transaction().execute(async (tx) => {
      [taken] = await claim(tx, wanted.divisionCode, [wanted.subscriber], setting.now(), wanted.id);
      if (!taken) return;
      if (!inside) return void (await lease(tx, taken, setting.now()));
      await runInside(setting, tx, listeners, taken);
      await markDone(tx, [taken], setting.now());
    });
    if (!taken || !outside) return;
    await outside(setting, taken);
    await markDone(setting.db, [taken], setting.now());
  } catch (fault) {
    if (!taken) throw fault;
    onFault(fault, taken, taken.subscriber);
    await noteFailure(setting, taken, fault);
  }
}

type Taken = Delivered & { readonly subscriber: string; readonly tries: number };

/**
 * `offset 0` keeps the planner from joining over a division's whole events, as it will before it has statistics; a plan
 * made in the first minute is kept under the statement's name.
 */
async function claim(
  tx: Tx,
  divisionCode: string,
  subscribers: string[],
  now: Instant,
  id: string | null = null,
): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    select e.division_code as "divisionCode", e.id, e.name, e.key, e.payload, e.actor, e.occurred_at as "occurredAt",
           d.subscriber, d.tries
    from platform.deliveries d
    cross join lateral (
      select * from platform.events where division_code = d.division_code and id = d.event_id offset 0) e
    where d.division_code = ${divisionCode} and d.done_at is null and d.parked_at is null
      and d.not_before <= ${now} and d.subscriber = any(${subscribers}) ${id ? sql`and d.event_id = ${id}` : sql``}
    order by d.not_before, d.event_id limit ${sql.lit(id ? 1 : mostTogether)} for update of d skip locked`.execute(tx);
  return rows;
}

async function runInside(setting: Setting, tx: Tx, listeners: Listeners, row: Taken): Promise<void> {
  const actor = systemActor(row.subscriber);
  const ctx = { tx, actor, now: setting.now(), keys: setting.keys, records: newRecords() };
  await listeners.get(row.subscriber)?.inside?.(ctx, row);
  await writeRecords(ctx);
}

const lease = (tx: Tx, row: Taken, now: Instant) =>
  sql`
  update platform.deliveries set not_before = ${now}::timestamptz + make_interval(secs => ${leaseSeconds}), tries = tries + 1
  where division_code = ${row.divisionCode} and event_id = ${row.id} and subscriber = ${row.subscriber}`.execute(tx);

/**
 * The ids stand in the condition twice: by the list alone the planner reads the whole division's rows where it has no
 * statistics yet, and keeps that plan under its name; by `any` it goes through the key.
 */
const markDone = (tx: Tx, rows: readonly Taken[], now: Instant) => {
  const ids = rows.map((row) => row.id);
  const subscribers = rows.map((row) => row.subscriber);
  return sql`
  update platform.deliveries d set done_at = ${now}, last_error = null
  where d.division_code = ${rows[0]?.divisionCode} and d.event_id = any(${ids}::uuid[])
    and (d.event_id, d.subscriber) in (select * from unnest(${ids}::uuid[], ${subscribers}::text[]))`.execute(tx);
};

/** Waits 2, 4, 8 … seconds, at most an hour; after ten tries the delivery is parked for a person to look at. */
async function noteFailure(setting: Setting, row: Taken, fault: unknown): Promise<void> {
  const tries = row.tries + 1;
  const waitSeconds = Math.min(2 ** tries, 3600);
  const { name, message } = sayFault(fault);
  const said = `${name ? `${name}: ` : ''}${message}`.slice(0, 500);
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
