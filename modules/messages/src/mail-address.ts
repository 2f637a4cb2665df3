import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { lockTries, subjectOf } from '@zhengtong/identity';
import { defineEvent, ok, type Result, refuse } from '@zhengtong/kernel';
import {
  type Ctx,
  emit,
  inRead,
  keep,
  type Listener,
  listenOutside,
  seal,
  systemActor,
  transact,
  unseal,
} from '@zhengtong/platform';
import { parseEmail } from '@zhengtong/standards';
import Type from 'typebox';
import type { MessagePorts } from './channels/channel.ts';
import { changeAddress, findAddressRow, removeAddress, saveAddress } from './store-addresses.ts';
import { addressCodeText } from './wording.ts';

const AddressGiven = defineEvent('message.address-given', Type.Object({ personId: Type.String({ format: 'uuid' }) }));

const validMs = 30 * 60_000;
const dayMs = 86_400_000;
/** A signed-in person must not be able to flood a stranger's box with our mail. */
const mostAsksADay = 5;
const mostTries = 5;

export type GiveAddressRefusal = { readonly kind: 'address-malformed' } | { readonly kind: 'too-many-asks' };
export type ConfirmAddressRefusal = { readonly kind: 'code-wrong' } | { readonly kind: 'nothing-to-confirm' };

const hashOf = ({ keys }: Ctx, subject: string, code: string): string =>
  createHmac('sha256', keys.finding).update(`address\0${subject}\0${code}`).digest('base64url');

/** Where the signed-in person wants mail. A code goes there; no letter does before it came back. */
export async function giveMailAddress(ctx: Ctx, typed: string): Promise<Result<undefined, GiveAddressRefusal>> {
  const parsed = parseEmail(typed);
  if (!parsed.ok) return refuse({ kind: 'address-malformed' });
  const subject = subjectOf(ctx, ctx.actor.id);
  // A hundred at once come one after the other, and the sixth finds the five before it.
  await lockTries(ctx, 'mail-address', subject);
  const old = await findAddressRow(ctx.tx, subject);
  const isSameDay = old && Date.parse(ctx.now) - Date.parse(old.first_ask_at) < dayMs;
  if (isSameDay && old.asks >= mostAsksADay) return refuse({ kind: 'too-many-asks' });
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await saveAddress(ctx.tx, {
    subject,
    address: seal(ctx.keys, 'addresses.address', parsed.value.address),
    code: seal(ctx.keys, 'addresses.code', code),
    code_hash: hashOf(ctx, subject, code),
    tries: 0,
    asks: isSameDay ? old.asks + 1 : 1,
    first_ask_at: isSameDay ? old.first_ask_at : ctx.now,
    asked_at: ctx.now,
    confirmed_at: null,
  });
  const payload = { personId: ctx.actor.id };
  await emit(ctx, { event: AddressGiven, divisionCode: '000000', key: ctx.actor.id, payload });
  return ok();
}

export const sendAddressCode = (ports: MessagePorts): Listener =>
  listenOutside('messages.send-address-code', AddressGiven, async (setting, { personId }, event) => {
    const actor = systemActor('messages');
    const row = await inRead(setting, actor, (ctx) => findAddressRow(ctx.tx, subjectOf(ctx, personId)));
    if (!row?.code || Date.parse(setting.now()) - Date.parse(row.asked_at) > validMs || !ports.mail) return;
    const to = unseal(setting.keys, 'addresses.address', row.address);
    const text = addressCodeText(unseal(setting.keys, 'addresses.code', row.code));
    const sent = await ports.mail.send({ id: event.id, to, ...text });
    if (!sent.ok && sent.refusal.kind === 'away') throw new Error(`the mail channel is away: ${sent.refusal.said}`);
    await transact(setting, actor, async (ctx) => ok(await changeAddress(ctx.tx, row.subject, { code: null })));
  });

/** From now on letters come by mail too. Five wrong codes end the trying; a new one can be asked for. */
export async function confirmMailAddress(ctx: Ctx, typed: string): Promise<Result<undefined, ConfirmAddressRefusal>> {
  const subject = subjectOf(ctx, ctx.actor.id);
  await lockTries(ctx, 'mail-address', subject);
  const row = await findAddressRow(ctx.tx, subject);
  const isOver = !row || Date.parse(ctx.now) - Date.parse(row.asked_at) > validMs || row.tries >= mostTries;
  if (isOver || !row.code_hash) return refuse({ kind: 'nothing-to-confirm' });
  if (!isSame(hashOf(ctx, subject, typed.trim()), row.code_hash)) {
    const tries = row.tries + 1;
    keep(ctx, (tx) => changeAddress(tx, subject, { tries }));
    return refuse({ kind: 'code-wrong' });
  }
  await changeAddress(ctx.tx, subject, { code: null, code_hash: null, confirmed_at: ctx.now });
  return ok();
}

/** The signed-in person's own address and whether mail goes there. */
export async function findMailAddress(ctx: Ctx): Promise<{ address: string; isConfirmed: boolean } | undefined> {
  const row = await findAddressRow(ctx.tx, subjectOf(ctx, ctx.actor.id));
  if (!row) return undefined;
  return { address: unseal(ctx.keys, 'addresses.address', row.address), isConfirmed: row.confirmed_at !== null };
}

/** No more mail. */
export const removeMailAddress = (ctx: Ctx): Promise<void> => removeAddress(ctx.tx, subjectOf(ctx, ctx.actor.id));

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
