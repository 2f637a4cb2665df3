import { type Ctx, noteRead, unseal } from '@zhengtong/platform';
import { maskName, maskPhone, maskResidentNumber } from '@zhengtong/standards';
import { findPersonRow, type PersonRow } from './store-people.ts';
import { subjectOf } from './subject.ts';

export type Person = {
  readonly id: string;
  readonly name: string | null;
  readonly residentNumber: string | null;
  readonly phone: string;
  readonly isVerified: boolean;
};

export type ReadReason = { readonly purpose: string; readonly caseId?: string; readonly fields: readonly string[] };

/** A person's readable particulars. Every call leaves a row the person can see: who, for what, which fields. */
export async function findPerson(ctx: Ctx, id: string, reason: ReadReason): Promise<Person | undefined> {
  const row = await findPersonRow(ctx.tx, id);
  if (!row) return undefined;
  noteRead(ctx, { subject: subjectOf(ctx, id), ...reason });
  return open(ctx, row);
}

/** The signed-in person's own particulars; reading one's own is not noted. */
export async function getProfile(ctx: Ctx): Promise<Person> {
  const row = await findPersonRow(ctx.tx, ctx.actor.id);
  if (!row) throw new Error('a session without its person');
  return open(ctx, row);
}

/** What a list may show: enough to tell two people apart, not enough to know them. */
export async function findPersonMasked(ctx: Ctx, id: string): Promise<Person | undefined> {
  const row = await findPersonRow(ctx.tx, id);
  if (!row) return undefined;
  const { name, residentNumber, phone, ...rest } = open(ctx, row);
  return {
    ...rest,
    name: name && maskName(name),
    residentNumber: residentNumber && maskResidentNumber(residentNumber),
    phone: maskPhone(phone),
  };
}

function open({ keys }: Ctx, row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name && unseal(keys, 'people.name', row.name),
    residentNumber: row.resident_number && unseal(keys, 'people.resident_number', row.resident_number),
    phone: unseal(keys, 'people.phone', row.phone),
    isVerified: row.verified_at !== null,
  };
}
