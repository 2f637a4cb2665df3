import { identityModule, subjectOf } from '@zhengtong/identity';
import { type Ctx, type Module, unseal } from '@zhengtong/platform';
import { type Certificate, openCertificate } from './certificate.ts';
import type { StatusChange } from './domain/certificate-state.ts';
import type { FieldDefinition } from './domain/pick-fields.ts';
import { certificateRoutes } from './routes.ts';
import * as store from './store.ts';

export const certificatesModule: Module = {
  name: 'certificates',
  migrations: new URL('../migrations/', import.meta.url),
  requires: [identityModule],
  routes: certificateRoutes,
};

export type CertificateType = {
  readonly divisionCode: string;
  readonly code: string;
  /** 证照类型代码 of GB/T 36904: credit code of the defining organ and three digits. */
  readonly typeCode: string;
  readonly name: string;
  readonly nameEn: string;
  readonly fields: readonly FieldDefinition[];
  readonly validMonths: number | null;
};

/** Keeps a certificate type; the same code again changes what certificates issued from now on look like. */
export const saveCertificateType = (ctx: Ctx, type: CertificateType): Promise<void> =>
  store.saveType(ctx.tx, {
    division_code: type.divisionCode,
    code: type.code,
    type_code: type.typeCode,
    name: type.name,
    name_en: type.nameEn,
    fields: type.fields,
    valid_months: type.validMonths,
  });

/** Whether an item may name this type: a decision could issue it. */
export const hasCertificateType = async (
  ctx: Ctx,
  at: Pick<CertificateType, 'divisionCode' | 'code'>,
): Promise<boolean> => (await store.findType(ctx.tx, at.divisionCode, at.code)) !== undefined;

/** A holder's own certificates, newest first. */
export async function listCertificates(ctx: Ctx, holderId: string): Promise<Certificate[]> {
  return (await store.listWallet(ctx.tx, subjectOf(ctx, holderId))).map((row) => openCertificate(ctx, row));
}

/** One of a holder's own certificates; anybody else's is not there. */
export async function findOwnCertificate(
  ctx: Ctx,
  holderId: string,
  certificateId: string,
): Promise<Certificate | undefined> {
  const row = await store.findInWallet(ctx.tx, subjectOf(ctx, holderId), certificateId);
  return row && openCertificate(ctx, row);
}

export async function findCertificateOfCase(
  ctx: Ctx,
  at: { divisionCode: string; caseId: string },
): Promise<Certificate | undefined> {
  const row = await store.findByCase(ctx.tx, at.divisionCode, at.caseId);
  return row && openCertificate(ctx, row);
}

/** Why a certificate was changed last: what its holder is told. */
export async function findLastChange(
  ctx: Ctx,
  at: { divisionCode: string; id: string },
  kind: StatusChange,
): Promise<{ readonly reason: string; readonly law: string } | undefined> {
  const last = (await store.listActions(ctx.tx, at)).findLast((action) => action.kind === kind);
  if (!last?.reason) return undefined;
  return { reason: unseal(ctx.keys, 'actions.reason', last.reason), law: last.law ?? '' };
}

export type { Certificate } from './certificate.ts';
export { changeCertificate } from './change-certificate.ts';
export { describePaper } from './describe-paper.ts';
export type { CancellationGround } from './domain/cancellation-ground.ts';
export { type Standing, standingOn } from './domain/certificate-state.ts';
export type { FieldDefinition, Line } from './domain/pick-fields.ts';
export { findIssuer, type IssueGiven, type Issuer, issueParts } from './issue-certificate.ts';
export { readCertificateTypes, type TypesRefusal } from './read-types.ts';
export { verifyCertificate } from './verify-certificate.ts';
