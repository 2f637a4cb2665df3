import { type Instant, newId, ok, type Result, refuse } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { parseCreditCode } from '@zhengtong/standards';
import {
  addMember,
  endRepresentativesBefore,
  type FirmRow,
  findFirmName,
  findFirmRow,
  findMemberToTell,
  findPersonRow,
  keepFirm,
  listFirmRowsOf,
  saveFirmName,
} from './store-people.ts';
import { saveFirm } from './store-sessions.ts';

export type Firm = { readonly id: string; readonly creditCode: string; readonly name: string };

const toFirm = (row: FirmRow): Firm => ({ id: row.id, creditCode: row.credit_code, name: row.name });

/** A firm as its register calls it now, or as it was called at an instant. */
export async function findFirm(ctx: Ctx, id: string, at?: Instant): Promise<Firm | undefined> {
  const row = await findFirmRow(ctx.tx, id);
  const nameThen = row && at && (await findFirmName(ctx.tx, id, at));
  return row && toFirm(nameThen ? { ...row, name: nameThen } : row);
}

/**
 * The id of who is told of a firm's matter: the person named while they may act for it, else its legal representative;
 * undefined where nobody may act for it.
 */
export const findWhoToTell = (ctx: Ctx, of: { firmId: string; personId: string }): Promise<string | undefined> =>
  findMemberToTell(ctx.tx, of.firmId, of.personId);

/** Firms a person may act for, with the capacity in which they do. */
export async function listFirmsOf(ctx: Ctx, personId: string): Promise<(Firm & { capacity: string })[]> {
  return (await listFirmRowsOf(ctx.tx, personId)).map((row) => ({ ...toFirm(row), capacity: row.capacity }));
}

/**
 * Says what a firm is called and who legally represents it, as its register does; asked by the program that fills firms, never by a page
 * people type into. A firm has one legal representative (民法典第六十一条): whoever was it before acts for it no more.
 */
export async function registerFirm(
  ctx: Ctx,
  given: { creditCode: string; name: string; legalRepresentativeId: string },
): Promise<Result<Firm, { kind: 'credit-code-malformed' } | { kind: 'representative-unverified' }>> {
  const parsed = parseCreditCode(given.creditCode);
  if (!parsed.ok) return refuse({ kind: 'credit-code-malformed' });
  const person = await findPersonRow(ctx.tx, given.legalRepresentativeId);
  if (!person?.verified_at) return refuse({ kind: 'representative-unverified' });
  const row = await keepFirm(ctx.tx, {
    id: newId(),
    credit_code: parsed.value.code,
    name: given.name,
    joined_at: ctx.now,
  });
  if ((await findFirmName(ctx.tx, row.id, ctx.now)) !== given.name)
    await saveFirmName(ctx.tx, { firmId: row.id, name: given.name, at: ctx.now });
  await addMember(ctx.tx, { firm_id: row.id, person_id: person.id, capacity: 'legal-representative', since: ctx.now });
  await endRepresentativesBefore(ctx.tx, { firmId: row.id, personId: person.id, at: ctx.now });
  return ok(toFirm({ ...row, name: given.name }));
}

/** From now on the session acts for a firm, or for the person again. */
export async function chooseFirm(
  ctx: Ctx,
  firmId: string | undefined,
): Promise<Result<undefined, { kind: 'not-a-member' }>> {
  const { id, sessionId } = ctx.actor;
  if (!sessionId) throw new Error('only a session can choose a firm');
  const firms = firmId ? await listFirmsOf(ctx, id) : [];
  if (firmId && !firms.some((firm) => firm.id === firmId)) return refuse({ kind: 'not-a-member' });
  await saveFirm(ctx.tx, sessionId, firmId ?? null);
  return ok();
}
