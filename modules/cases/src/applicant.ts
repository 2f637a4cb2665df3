import { findFirm, findPerson } from '@zhengtong/identity';
import type { Ctx } from '@zhengtong/platform';
import { maskPhone, maskResidentNumber } from '@zhengtong/standards';
import type { CaseView } from './contract.ts';
import type { LoadedCase } from './load-case.ts';

/** Who applies, as an officer needs it: the name whole, numbers masked. The read is noted for the person to see. */
export async function describeApplicant(
  ctx: Ctx,
  { row }: Pick<LoadedCase, 'row'>,
  purpose: string,
): Promise<CaseView['applicant']> {
  const reason = { purpose, caseId: row.id, fields: ['name', 'residentNumber', 'phone', 'answers', 'materials'] };
  const person = await findPerson(ctx, row.applicant_id, reason);
  const phone = maskPhone(person?.phone ?? '');
  if (row.owner_id !== row.applicant_id) {
    const firm = await findFirm(ctx, row.owner_id);
    return { kind: 'firm', name: firm?.name ?? '', number: firm?.creditCode ?? '', phone };
  }
  return { kind: 'person', name: person?.name ?? '', number: maskResidentNumber(person?.residentNumber ?? ''), phone };
}
