import { findFirm, findPerson } from '@zhengtong/identity';
import type { Ctx, Language } from '@zhengtong/platform';
import { maskPhone, maskResidentNumber } from '@zhengtong/standards';
import { kindLabels, type SeenAnswer } from './answer-views.ts';
import type { CaseView } from './contract.ts';
import { type Sight, sightOf } from './domain/field-rights.ts';
import type { LoadedCase } from './load-case.ts';

type Secret = SeenAnswer['secrets'][number] & { readonly isOfAccount: boolean };

/**
 * Who applies, as an officer needs it: the name whole, numbers masked, with those that could be shown whole for a
 * reason. The read is noted for the person to see.
 */
export async function describeApplicant(
  ctx: Ctx,
  { row, state }: Pick<LoadedCase, 'row' | 'state'>,
  purpose: string,
  lang: Language = 'zh',
): Promise<{ applicant: CaseView['applicant']; secrets: Secret[] }> {
  const reason = { purpose, caseId: row.id, fields: ['name', 'residentNumber', 'phone', 'answers', 'materials'] };
  const person = await findPerson(ctx, row.applicant_id, reason);
  const sight = sightOf({ key: 'applicant', isPersonal: true }, { status: state.status, roles: ctx.actor.roles });
  const phone = secret('applicant.phone', kindLabels.phone[lang], person?.phone, sight);
  const of = { phone: shown(person?.phone, maskPhone, sight) };
  if (row.owner_id !== row.applicant_id) {
    const firm = await findFirm(ctx, row.owner_id);
    const applicant = { kind: 'firm', name: firm?.name ?? '', number: firm?.creditCode ?? '', ...of };
    return { applicant, secrets: phone };
  }
  const number = person?.residentNumber ?? undefined;
  const applicant = {
    kind: 'person',
    name: person?.name ?? '',
    number: shown(number, maskResidentNumber, sight),
    ...of,
  };
  return {
    applicant,
    secrets: [...secret('applicant.residentNumber', kindLabels['identity-number'][lang], number, sight), ...phone],
  };
}

const shown = (text: string | undefined, mask: (text: string) => string, sight: Sight): string =>
  sight === 'hidden' || !text ? '' : mask(text);

const secret = (field: string, label: string, text: string | undefined, sight: Sight): Secret[] =>
  sight === 'on-reason' && text ? [{ field, label, text, isOfAccount: true }] : [];
