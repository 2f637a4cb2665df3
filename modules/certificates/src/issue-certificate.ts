import { createHash, randomBytes } from 'node:crypto';
import { findOrganisation, type Organisation, subjectOf } from '@zhengtong/identity';
import { addDays, type CivilDate, newId, ok, type Result, refuse } from '@zhengtong/kernel';
import { type Ctx, type Part, seal, tellingPart, together } from '@zhengtong/platform';
import { addMonths, makeCertificateIdentifier } from '@zhengtong/standards';
import { type Certificate, openCertificate, type Particulars } from './certificate.ts';
import { CertificateIssued } from './contract.ts';
import { type FieldDefinition, pickFields } from './domain/pick-fields.ts';
import { type CertificateRow, findType, insertCertificateParts, type TypeRow } from './store.ts';

export type IssueGiven = {
  readonly divisionCode: string;
  readonly organisationId: string;
  /** Where the organisation has gone from the register. */
  readonly organisationName: string;
  readonly caseId: string;
  readonly holder: {
    readonly kind: 'person' | 'firm';
    readonly id: string;
    readonly name: string;
    readonly number: string;
  };
  readonly answers: Readonly<Record<string, unknown>>;
  readonly validFromOn: CivilDate;
  readonly signedBy: { readonly id: string; readonly name: string; readonly postId?: string };
};

export type IssueRefusal = { readonly kind: 'no-such-type' };

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** What a certificate is made from besides its case: its type, and who issues it. */
export type Issuer = { readonly type: TypeRow; readonly organisation: Organisation | undefined };

export type Issued = { readonly certificate: Certificate; readonly parts: readonly Part[] };

/** The type and the organisation as they stand now; nothing personal is read, so it may be asked before it is sure. */
export async function findIssuer(
  ctx: Ctx,
  at: { readonly divisionCode: string; readonly typeCode: string; readonly organisationId: string },
): Promise<Result<Issuer, IssueRefusal>> {
  const { divisionCode, typeCode, organisationId } = at;
  const [type, organisation] = await together(
    findType(ctx.tx, divisionCode, typeCode),
    findOrganisation(ctx, { divisionCode, id: organisationId }),
  );
  return type ? ok({ type, organisation }) : refuse({ kind: 'no-such-type' });
}

/** Issues a certificate as parts of the caller's statement: the approval and the certificate stand or fall together. */
export function issueParts(ctx: Ctx, { type, organisation }: Issuer, given: IssueGiven): Issued {
  const { divisionCode } = given;
  const id = newId();
  const secret = randomBytes(16).toString('base64url');
  const particulars: Particulars = {
    name: type.name,
    nameEn: type.name_en,
    holderName: given.holder.name,
    holderNumber: given.holder.number,
    lines: pickFields(type.fields as FieldDefinition[], given.answers),
    signedBy: { id: given.signedBy.id, name: given.signedBy.name },
  };
  const row: CertificateRow = {
    division_code: divisionCode,
    id,
    identifier: nameCertificate(type.type_code, divisionCode, organisation),
    type: type.code,
    subject: subjectOf(ctx, given.holder.id),
    holder_kind: given.holder.kind,
    organisation_id: given.organisationId,
    organisation_name: organisation?.name ?? given.organisationName,
    case_id: given.caseId,
    particulars: seal(ctx.keys, 'certificates.particulars', JSON.stringify(particulars)),
    secret: seal(ctx.keys, 'certificates.secret', secret),
    secret_hash: hashSecret(secret),
    status: 'valid',
    issued_at: ctx.now,
    valid_from: given.validFromOn,
    // Five years from 21 September end on 20 September: both days hold.
    valid_until: type.valid_months === null ? null : addDays(addMonths(given.validFromOn, type.valid_months), -1),
  };
  const { id: by, postId } = given.signedBy;
  const signed = { by_id: by, post_id: postId ?? null, reason: null, law: null, ground: null };
  const log = {
    division_code: divisionCode,
    certificate_id: id,
    seq: 1,
    kind: 'issued' as const,
    at: ctx.now,
    ...signed,
  };
  const payload = { certificateId: id, divisionCode, caseId: given.caseId };
  const news = tellingPart(ctx, { event: CertificateIssued, divisionCode, key: id, payload });
  return { certificate: openCertificate(ctx, row), parts: [insertCertificateParts(row, log), news] };
}

/** GB/T 36904. The serial is random: nobody can count certificates, and no counter is shared. */
function nameCertificate(typeCode: string, divisionCode: string, organisation?: Organisation): string {
  const code = organisation?.codes.find((one) => one.kind === 'credit-code')?.code;
  return makeCertificateIdentifier({
    type: typeCode,
    // Older organs without a credit code stand under their division's code (seen in real identifiers).
    issuer: code ?? divisionCode,
    serial: randomBytes(10).toString('hex').toUpperCase(),
    version: '001',
  });
}
