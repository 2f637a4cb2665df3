import { findFirm, findPerson } from '@zhengtong/identity';
import type { Ctx } from '@zhengtong/platform';
import type { LoadedCase } from './load-case.ts';

/** Whose certificate it is, with the identity number the national format wants (GB/T 36903: 111 resident, 001 firm). */
export type HolderOfCase = {
  readonly holder: {
    readonly kind: 'person' | 'firm';
    readonly id: string;
    readonly name: string;
    readonly number: string;
  };
};

/** Reads the holder's name and number for the certificate; the read is noted. */
export async function describeHolder(ctx: Ctx, { row }: Pick<LoadedCase, 'row'>): Promise<HolderOfCase> {
  if (row.owner_id !== row.applicant_id) {
    const firm = await findFirm(ctx, row.owner_id);
    if (!firm) throw new Error(`case ${row.id} is owned by no firm`);
    return { holder: { kind: 'firm', id: firm.id, name: firm.name, number: firm.creditCode } };
  }
  const reason = { purpose: '制发电子证照', caseId: row.id, fields: ['name', 'residentNumber'] };
  const person = await findPerson(ctx, row.applicant_id, reason);
  if (!person) throw new Error(`case ${row.id} has no applicant`);
  return { holder: { kind: 'person', id: person.id, name: person.name ?? '', number: person.residentNumber ?? '' } };
}
