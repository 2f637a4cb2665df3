import { createHmac, randomInt } from 'node:crypto';
import { newId, ok, type Result, refuse, toInstant } from '@zhengtong/kernel';
import { type Ctx, emit, findingHash, seal, unseal } from '@zhengtong/platform';
import { parsePhone } from '@zhengtong/standards';
import { CodeRequested } from './contract.ts';
import { findPause } from './domain/code-pause.ts';
import { blockOf, networkOf } from './domain/network.ts';
import { addCodeRow, countCodesOf, findCodeRow, listCodesSince, lockAttempts, wipeCode } from './store-sessions.ts';

export type RequestCodeRefusal =
  | { readonly kind: 'no-texts' }
  | { readonly kind: 'phone-malformed' }
  | { readonly kind: 'too-many-codes'; readonly until: string }
  | { readonly kind: 'network-busy' }
  | { readonly kind: 'house-busy' };

const validMs = 10 * 60_000;
const ceilingMs = 10 * 60_000;
const everywhere = '000000';

/**
 * Codes within ten minutes, from one address and from all. Messages cost money, and who is paid by them orders codes for
 * endless phones. A hall, or a phone network that puts many behind one address, shares a ceiling; the short window lets people in again
 * soon.
 */
export type CodeCeilings = { readonly network: number; readonly house: number };
export const usualCeilings: CodeCeilings = { network: 120, house: 1000 };

/** How this city sends codes. `hasTexts: false` where no way for text messages is set up: no code is made that nobody could get. */
export type CodeSending = { readonly ceilings?: CodeCeilings; readonly hasTexts?: boolean };

export const phoneHashOf = (ctx: Pick<Ctx, 'keys'>, phone: string): string => findingHash(ctx.keys, 'phone', phone);

/** A code is a secret of six digits: its hash is keyed, or a thief of the table would try them all. */
export const codeHashOf = (ctx: Pick<Ctx, 'keys'>, id: string, code: string): string =>
  createHmac('sha256', ctx.keys.finding).update(`code\0${id}\0${code}`).digest('base64url');

/** Where an address counts as, unreadable as it lies. */
export const networkHashOf = (ctx: Pick<Ctx, 'keys'>, address: string): string =>
  findingHash(ctx.keys, 'network', networkOf(address));

/** Three tenths of all: whoever floods from a block they hold leaves the rest of the city the other seven. */
const blockShare = 0.3;

/**
 * Makes a sign-in code for a phone, known or not: the answer is the same, so that nobody learns who has an account.
 * The code goes out through the outbox; nobody on this side of the channel can read it. Whoever asked keeps `codeId` and
 * shows it with the code: what others guess is counted against the codes that they asked for.
 */
export async function requestCode(
  ctx: Ctx,
  {
    phone: typed,
    address,
    ceilings = usualCeilings,
    hasTexts = true,
  }: { phone: string; address: string } & CodeSending,
): Promise<Result<{ codeId: string; expiresAt: string }, RequestCodeRefusal>> {
  if (!hasTexts) return refuse({ kind: 'no-texts' });
  const parsed = parsePhone(typed);
  if (!parsed.ok || parsed.value.kind !== 'mobile') return refuse({ kind: 'phone-malformed' });
  const phone = parsed.value.number;
  const phoneHash = phoneHashOf(ctx, phone);
  const network = networkHashOf(ctx, address);
  const block = findingHash(ctx.keys, 'network', blockOf(address));
  // Looked at twice: who is over a ceiling does not queue, and of those who ask in the same instant each sees the last.
  for (const isQueued of [false, true]) {
    if (isQueued) await lockAttempts(ctx.tx, { kind: 'codes', key: 'all', now: ctx.now });
    const over = await findCeiling(ctx, { phoneHash, network, block, ceilings });
    if (over) return refuse(over);
  }

  const id = newId();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const expiresAt = toInstant(Date.parse(ctx.now) + validMs);
  await addCodeRow(ctx.tx, {
    id,
    phone_hash: phoneHash,
    phone: seal(ctx.keys, 'sign_in_codes.phone', phone),
    code: seal(ctx.keys, 'sign_in_codes.code', code),
    code_hash: codeHashOf(ctx, id, code),
    tries: 0,
    made_at: ctx.now,
    expires_at: expiresAt,
    used_at: null,
    network,
    block,
  });
  await emit(ctx, { event: CodeRequested, divisionCode: everywhere, key: id, payload: { codeId: id } });
  return ok({ codeId: id, expiresAt });
}

async function findCeiling(
  { tx, now }: Ctx,
  asked: { phoneHash: string; network: string; block: string; ceilings: CodeCeilings },
): Promise<Exclude<RequestCodeRefusal, { kind: 'phone-malformed' | 'no-texts' }> | undefined> {
  const { phoneHash, network, block, ceilings } = asked;
  const anHourAgo = toInstant(Date.parse(now) - 3_600_000);
  const until = findPause(await listCodesSince(tx, phoneHash, anHourAgo), network, now);
  if (until) return { kind: 'too-many-codes', until };
  const since = toInstant(Date.parse(now) - ceilingMs);
  // One place before all: what one attacker does is not said to be everybody's.
  const { network: most, house } = ceilings;
  if ((await countCodesOf(tx, { network, since, most })) >= most) return { kind: 'network-busy' };
  const mostOfBlock = Math.max(most, Math.ceil(house * blockShare));
  if ((await countCodesOf(tx, { block, since, most: mostOfBlock })) >= mostOfBlock) return { kind: 'network-busy' };
  if ((await countCodesOf(tx, { since, most: house })) >= house) return { kind: 'house-busy' };
  return undefined;
}

/** For the channel that sends it. The readable code is wiped by `forgetCode` once it is out. */
export async function takeCode(
  ctx: Pick<Ctx, 'tx' | 'keys' | 'now'>,
  id: string,
): Promise<{ phone: string; code: string } | undefined> {
  const row = await findCodeRow(ctx.tx, id);
  if (!row?.code || row.used_at || row.expires_at <= ctx.now) return undefined;
  return {
    phone: unseal(ctx.keys, 'sign_in_codes.phone', row.phone),
    code: unseal(ctx.keys, 'sign_in_codes.code', row.code),
  };
}

export const forgetCode = (ctx: Pick<Ctx, 'tx'>, id: string): Promise<void> => wipeCode(ctx.tx, id);
