import { findPersonMasked, findWhoToTell, subjectOf } from '@zhengtong/identity';
import { defineEvent, type Instant, newId } from '@zhengtong/kernel';
import { type Ctx, defineJob, type Listener, listen, schedule, seal, unseal } from '@zhengtong/platform';
import { maskEmail } from '@zhengtong/standards';
import Type from 'typebox';
import type { MessagePorts } from './channels/channel.ts';
import { MessageWritten } from './contract-events.ts';
import { ringableFrom } from './domain/quiet-hours.ts';
import { findAddressRow } from './store-addresses.ts';
import { addSending, type SendingRow } from './store-sendings.ts';

type Channel = SendingRow['channel'];

/** One message on one channel is due. */
export const SendDue = defineJob(
  defineEvent('job.messages.send', Type.Object({ sendingId: Type.String({ format: 'uuid' }) })),
);

export const dueFrom = (channel: Channel, at: Instant): Instant => (channel === 'sms' ? ringableFrom(at) : at);

/** Decides which channels a letter takes, once, in one transaction: a crash can neither double nor lose one. */
export const planSendings = (ports: MessagePorts): Listener =>
  listen('messages.plan-sendings', MessageWritten, async (ctx, { letterId, personId: to, firmId, template }, event) => {
    const { divisionCode } = event;
    const personId = firmId ? await findWhoToTell(ctx, { firmId, personId: to }) : to;
    // Nobody acts for the firm just now: the letter lies in its box.
    if (!personId) return;
    const receivers: Partial<Record<Channel, string | undefined>> = {
      ...(ports.sms ? { sms: (await findPersonMasked(ctx, personId))?.phone } : {}),
      ...(ports.mail ? { mail: await findMaskedAddress(ctx, personId) } : {}),
    };
    for (const [channel, receiver] of Object.entries(receivers) as [Channel, string | undefined][]) {
      // Nobody to send to is no failure: the letter lies in the box.
      if (receiver === undefined) continue;
      const id = newId();
      const dueAt = dueFrom(channel, ctx.now);
      const whose = { letter_id: letterId, person_id: personId, firm_id: firmId ?? null };
      await addSending(ctx.tx, {
        division_code: divisionCode,
        id,
        ...whose,
        template,
        channel,
        receiver: seal(ctx.keys, 'sendings.receiver', receiver),
        planned_at: ctx.now,
        due_at: dueAt,
      });
      await scheduleSending(ctx, { divisionCode, sendingId: id }, dueAt);
    }
  });

export const scheduleSending = (
  ctx: Ctx,
  { divisionCode, sendingId }: { divisionCode: string; sendingId: string },
  dueAt: Instant,
): Promise<void> => schedule(ctx, { event: SendDue, divisionCode, key: sendingId, payload: { sendingId } }, dueAt);

async function findMaskedAddress(ctx: Ctx, personId: string): Promise<string | undefined> {
  const row = await findAddressRow(ctx.tx, subjectOf(ctx, personId));
  return row?.confirmed_at ? maskEmail(unseal(ctx.keys, 'addresses.address', row.address)) : undefined;
}
