import { findPersonMasked, subjectOf } from '@zhengtong/identity';
import { defineEvent, type Instant, newId } from '@zhengtong/kernel';
import { type Ctx, defineJob, type Listener, listen, schedule, seal, unseal } from '@zhengtong/platform';
import { maskEmail } from '@zhengtong/standards';
import Type from 'typebox';
import type { MessagePorts } from './channels/channel.ts';
import { MessageWritten } from './contract-events.ts';
import { ringableFrom } from './domain/quiet-hours.ts';
import { findAddressRow } from './store-addresses.ts';
import { addDispatch, type DispatchRow } from './store-dispatches.ts';

type Channel = DispatchRow['channel'];

/** One message on one channel is due. */
export const SendDispatch = defineJob(
  defineEvent('job.messages.send', Type.Object({ dispatchId: Type.String({ format: 'uuid' }) })),
);

export const dueFrom = (channel: Channel, at: Instant): Instant => (channel === 'sms' ? ringableFrom(at) : at);

/** Decides which channels a letter takes, once, in one transaction: a crash can neither double nor lose one. */
export const planDispatches = (ports: MessagePorts): Listener =>
  listen('messages.plan-dispatches', MessageWritten, async (ctx, { letterId, personId, template }, event) => {
    const { divisionCode } = event;
    const receivers: Partial<Record<Channel, string | undefined>> = {
      ...(ports.sms ? { sms: (await findPersonMasked(ctx, personId))?.phone } : {}),
      ...(ports.mail ? { mail: await findMaskedAddress(ctx, personId) } : {}),
    };
    for (const [channel, receiver] of Object.entries(receivers) as [Channel, string | undefined][]) {
      // Nobody to send to is no failure: the letter lies in the box.
      if (receiver === undefined) continue;
      const id = newId();
      const dueAt = dueFrom(channel, ctx.now);
      const row = { division_code: divisionCode, id, letter_id: letterId, person_id: personId, template, channel };
      await addDispatch(ctx.tx, {
        ...row,
        receiver: seal(ctx.keys, 'dispatches.receiver', receiver),
        planned_at: ctx.now,
        due_at: dueAt,
      });
      await scheduleDispatch(ctx, { divisionCode, dispatchId: id }, dueAt);
    }
  });

export const scheduleDispatch = (
  ctx: Ctx,
  { divisionCode, dispatchId }: { divisionCode: string; dispatchId: string },
  dueAt: Instant,
): Promise<void> =>
  schedule(ctx, { event: SendDispatch, divisionCode, key: dispatchId, payload: { dispatchId } }, dueAt);

async function findMaskedAddress(ctx: Ctx, personId: string): Promise<string | undefined> {
  const row = await findAddressRow(ctx.tx, subjectOf(ctx, personId));
  return row?.confirmed_at ? maskEmail(unseal(ctx.keys, 'addresses.address', row.address)) : undefined;
}
