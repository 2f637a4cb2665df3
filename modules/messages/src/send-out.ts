import { findPerson, findWhoToTell, subjectOf } from '@zhengtong/identity';
import { ok, refuse } from '@zhengtong/kernel';
import {
  type Ctx,
  emit,
  inRead,
  type Listener,
  listenOutside,
  noteRead,
  type Setting,
  systemActor,
  transact,
  unseal,
} from '@zhengtong/platform';
import type { MessagePorts, SendResult } from './channels/channel.ts';
import { MessageFailed } from './contract-events.ts';
import { nextTryAt } from './domain/retries.ts';
import { dueFrom, SendDue, scheduleSending } from './plan-sendings.ts';
import { findAddressRow } from './store-addresses.ts';
import { findLetter } from './store-letters.ts';
import { findSending, noteTry, type SendingPlace, type SendingRow, settleRow } from './store-sendings.ts';
import type { Content } from './templates/index.ts';
import { mailText, smsText } from './wording.ts';

const actor = systemActor('messages');

/**
 * Sends with no transaction open, then writes what came of it. A crash between the two sends once more under the same
 * id; the channel's far side lets that go.
 */
export const sendOut = (ports: MessagePorts): Listener =>
  listenOutside(SendDue.name, SendDue, async (setting, { sendingId }, { divisionCode }) => {
    const at = { divisionCode, sendingId };
    if (await isPutOff(setting, at)) return;
    const send = await inRead(setting, actor, (ctx) => prepare(ctx, ports, at));
    if (!send) return;
    const sent = await send();
    await settle(setting, at, sent);
  });

/**
 * What was due by day may come to its turn at night, when the program stood still or much was before it: no phone rings
 * for that. It goes out in the morning, and no try is counted.
 */
async function isPutOff(setting: Setting, at: SendingPlace): Promise<boolean> {
  if (dueFrom('sms', setting.now()) === setting.now()) return false;
  const put = await transact(setting, actor, async (ctx) => {
    const row = await findSending(ctx.tx, at);
    const dueAt = row?.outcome === 'waiting' ? dueFrom(row.channel, ctx.now) : ctx.now;
    if (!row || dueAt === ctx.now) return ok(false);
    await noteTry(ctx.tx, at, { tries: row.tries, said: row.last_error, dueAt });
    await scheduleSending(ctx, at, dueAt);
    return ok(true);
  });
  return put.ok && put.value;
}

/** What to do to send it; undefined where it has ended already or nothing is left to send. */
async function prepare(
  ctx: Ctx,
  ports: MessagePorts,
  at: SendingPlace,
): Promise<(() => Promise<SendResult>) | undefined> {
  const row = await findSending(ctx.tx, at);
  if (row?.outcome !== 'waiting' || !row.letter_id || !row.person_id) return undefined;
  const { person_id: personId, firm_id: firmId } = row;
  // What waited for the morning may find that they act for the firm no more.
  if (firmId && (await findWhoToTell(ctx, { firmId, personId })) !== personId) return noReceiver;
  const letter = await findLetter(ctx.tx, subjectOf(ctx, firmId ?? personId), row.letter_id);
  if (!letter) return async () => refuse({ kind: 'refused', said: 'letter-erased' });
  const content = JSON.parse(unseal(ctx.keys, 'letters.content', letter.content)) as Content;
  const caseId = letter.case_id ?? undefined;
  return row.channel === 'sms'
    ? prepareSms(ctx, ports, { row, personId, caseId, content })
    : prepareMail(ctx, ports, { row, personId, caseId, content });
}

type Prepared = {
  readonly row: SendingRow;
  readonly personId: string;
  readonly caseId: string | undefined;
  readonly content: Content;
};

const noReceiver = async (): Promise<SendResult> => refuse({ kind: 'refused', said: 'no-receiver' });
const noChannel = async (): Promise<SendResult> => refuse({ kind: 'refused', said: 'no-channel' });

async function prepareSms(ctx: Ctx, { sms }: MessagePorts, { row, personId, caseId, content }: Prepared) {
  if (!sms) return noChannel;
  const reason = { purpose: '发送短信通知', fields: ['phone'], ...(caseId ? { caseId } : {}) };
  const person = await findPerson(ctx, personId, reason);
  if (!person) return noReceiver;
  return () => sms.send({ id: row.id, phone: person.phone, text: smsText(content) });
}

async function prepareMail(ctx: Ctx, { mail, siteUrl }: MessagePorts, { row, personId, caseId, content }: Prepared) {
  if (!mail) return noChannel;
  const subject = subjectOf(ctx, personId);
  const address = await findAddressRow(ctx.tx, subject);
  if (!address?.confirmed_at) return noReceiver;
  noteRead(ctx, { subject, purpose: '发送邮件通知', fields: ['mailAddress'], ...(caseId ? { caseId } : {}) });
  const to = unseal(ctx.keys, 'addresses.address', address.address);
  return () => mail.send({ id: row.id, to, ...mailText(content, siteUrl) });
}

async function settle(setting: Setting, at: SendingPlace, sent: SendResult): Promise<void> {
  await transact(setting, actor, async (ctx) => {
    await writeOutcome(ctx, at, sent);
    return ok();
  });
}

async function writeOutcome(ctx: Ctx, at: SendingPlace, sent: SendResult): Promise<void> {
  const row = await findSending(ctx.tx, at);
  if (row?.outcome !== 'waiting') return;
  if (sent.ok) {
    await settleRow(ctx.tx, at, { outcome: 'sent', said: null, now: ctx.now });
    return;
  }
  const { kind, said } = sent.refusal;
  const tries = row.tries + 1;
  const next = kind === 'away' ? nextTryAt(tries, ctx.now) : undefined;
  if (next === undefined) return giveUp(ctx, row, said);
  const dueAt = dueFrom(row.channel, next);
  await noteTry(ctx.tx, at, { tries, said, dueAt });
  await scheduleSending(ctx, at, dueAt);
}

/** The end of trying; staff see it and may try again. */
export async function giveUp(ctx: Ctx, row: SendingRow, said: string): Promise<void> {
  const at = { divisionCode: row.division_code, sendingId: row.id };
  if (!(await settleRow(ctx.tx, at, { outcome: 'failed', said, now: ctx.now }))) return;
  const payload = { sendingId: row.id, channel: row.channel, template: row.template };
  await emit(ctx, { event: MessageFailed, divisionCode: row.division_code, key: row.id, payload });
}
