import { findPerson, subjectOf } from '@zhengtong/identity';
import { type Ctx, noteRead } from '@zhengtong/platform';
import { listAnswers } from './answer-views.ts';
import { sightOf } from './domain/field-rights.ts';
import type { LoadedCase } from './load-case.ts';

const ofAccount = { 'applicant.residentNumber': 'residentNumber', 'applicant.phone': 'phone' } as const;

const accountField = (field: string) =>
  Object.hasOwn(ofAccount, field) ? ofAccount[field as keyof typeof ofAccount] : undefined;

/** Whether the table of rights lets this post see a masked field whole in this state, under the name the view gave it. */
export async function isRevealable(ctx: Ctx, loaded: LoadedCase, field: string): Promise<boolean> {
  if (!accountField(field)) return (await findAnswer(ctx, loaded, field)) !== undefined;
  const reader = { status: loaded.state.status, roles: ctx.actor.roles };
  return sightOf({ key: 'applicant', isPersonal: true }, reader) === 'on-reason';
}

/** What stands there. The read is noted with its purpose for the applicant to see. */
export async function readSecret(
  ctx: Ctx,
  loaded: LoadedCase,
  field: string,
  purpose: string,
): Promise<string | undefined> {
  if (!(await isRevealable(ctx, loaded, field))) return undefined;
  const { row } = loaded;
  const account = accountField(field);
  if (account) {
    const person = await findPerson(ctx, row.applicant_id, { purpose, caseId: row.id, fields: [account] });
    return person?.[account] ?? undefined;
  }
  const { text, named } = (await findAnswer(ctx, loaded, field)) ?? {};
  // The applicant reads which of the answers it was, by what the form calls it.
  if (named) noteRead(ctx, { subject: subjectOf(ctx, row.applicant_id), purpose, caseId: row.id, fields: [named] });
  return text;
}

async function findAnswer(
  ctx: Ctx,
  loaded: LoadedCase,
  field: string,
): Promise<{ text: string; named: string } | undefined> {
  for (const { label, secrets } of await listAnswers(ctx, loaded)) {
    const secret = secrets.find((one) => one.field === field);
    if (secret) return { text: secret.text, named: label === secret.label ? label : `${label}：${secret.label}` };
  }
  return undefined;
}
