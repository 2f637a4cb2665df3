import { listCertificates, standingOn } from '@zhengtong/certificates';
import type { Form, Known } from '@zhengtong/forms';
import { findFirm, type Person } from '@zhengtong/identity';
import { civilDateAt, type Instant } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';

const register = (ctx: Ctx, zh: string, en: string, isFixed: boolean) => ({
  kind: 'register' as const,
  name: { zh, en },
  at: ctx.now,
  isFixed,
});

/** What the house knows of who applies, with where it knows it from; asked again by no form. */
export async function listKnown(ctx: Ctx, form: Form, profile: Person): Promise<Known[]> {
  const real = register(ctx, '实名认证', 'real-name check', true);
  const account = register(ctx, '账户手机号', 'phone of the account', false);
  // Chosen when the case was begun. Not fixed: a sole trader's shop has a credit code, too, and applies as a person.
  const acting = register(ctx, '您选择的办事身份', 'whom you chose to act for', false);
  const known: Known[] = [
    { path: 'person.name', value: profile.name, source: real },
    { path: 'person.idKind', value: 'resident', source: real },
    { path: 'person.idNumber', value: profile.residentNumber, source: real },
    { path: 'person.residentNumber', value: profile.residentNumber, source: real },
    { path: 'person.phone', value: profile.phone, source: account },
    { path: 'applicant.kind', value: ctx.actor.firmId ? 'firm' : 'person', source: acting },
  ];
  const firm = ctx.actor.firmId ? await findFirm(ctx, ctx.actor.firmId) : undefined;
  if (firm) {
    const listed = register(ctx, '企业登记', 'register of firms', true);
    known.push({ path: 'firm.name', value: firm.name, source: listed });
    known.push({ path: 'firm.creditCode', value: firm.creditCode, source: listed });
    known.push({ path: 'firm.legalRepresentative', value: profile.name, source: listed });
  }
  return [...known.filter((one) => one.value !== null), ...(await listCertified(ctx, form))];
}

/**
 * What stands on the certificates in the wallet of who applies that are valid today: `certificate.business-licence.name`.
 * Asked only where a form wants it. Of two of a type the newer one speaks; it may be changed, since a shop may have a second
 * licence from elsewhere.
 */
async function listCertified(ctx: Ctx, form: Form): Promise<Known[]> {
  if (![...form.questions.values()].some(({ prefill }) => prefill?.startsWith('certificate.'))) return [];
  const today = civilDateAt(ctx.now);
  const own = await listCertificates(ctx, ctx.actor.firmId ?? ctx.actor.id);
  return own
    .filter((one) => standingOn(one, today) === 'valid')
    .reverse()
    .flatMap(({ type, name, nameEn, identifier, issuedAt, lines }) => {
      const source = {
        kind: 'certificate',
        name: { zh: name, en: nameEn },
        identifier,
        at: issuedAt as Instant,
      } as const;
      return lines.map(({ key, value }) => ({ path: `certificate.${type}.${key}`, value, source }));
    });
}
