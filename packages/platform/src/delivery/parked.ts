import { newId, ok, type Result, refuse } from '@zhengtong/kernel';
import { sql } from 'kysely';
import type { Ctx } from '../context.ts';

export type OpenDelivery = {
  divisionCode: string;
  eventId: string;
  subscriber: string;
  name: string;
  key: string;
  tries: number;
  lastError: string | null;
  parkedAt: string | null;
  occurredAt: string;
};

/** Deliveries that failed at least once and are not done: the parked ones first, 50 a page. */
export async function listFailedDeliveries(ctx: Ctx, divisionCode: string, beforeId?: string): Promise<OpenDelivery[]> {
  const { rows } = await sql<OpenDelivery>`
    select d.division_code as "divisionCode", d.event_id as "eventId", d.subscriber, e.name, e.key, d.tries,
           d.last_error as "lastError", d.parked_at as "parkedAt", e.occurred_at as "occurredAt"
    from platform.deliveries d
    join platform.events e on e.division_code = d.division_code and e.id = d.event_id
    where d.division_code = ${divisionCode} and d.done_at is null and d.tries > 0 and d.last_error is not null
      and d.event_id < ${beforeId ?? newId()}::uuid
    order by d.event_id desc limit 50`.execute(ctx.tx);
  return rows;
}

/** Puts a parked delivery back on the list, due now. Pressing twice does no harm: only a parked one moves. */
export async function tryDeliveryAgain(
  ctx: Ctx,
  id: { divisionCode: string; eventId: string; subscriber: string },
): Promise<Result<undefined, { kind: 'not-parked' }>> {
  const { numAffectedRows } = await sql`
    update platform.deliveries set parked_at = null, tries = 0, not_before = ${ctx.now}
    where division_code = ${id.divisionCode} and event_id = ${id.eventId}::uuid and subscriber = ${id.subscriber}
      and parked_at is not null`.execute(ctx.tx);
  return numAffectedRows === 1n ? ok() : refuse({ kind: 'not-parked' });
}
