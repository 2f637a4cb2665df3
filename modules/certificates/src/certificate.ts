import { type CivilDate, civilDateAt, type Instant } from '@zhengtong/kernel';
import { type Ctx, unseal } from '@zhengtong/platform';
import type { CertificateStatus } from './domain/certificate-state.ts';
import type { Line } from './domain/pick-fields.ts';
import type { CertificateRow } from './store.ts';

/** What is sealed in the row. */
export type Particulars = {
  readonly name: string;
  readonly nameEn: string;
  readonly holderName: string;
  readonly holderNumber: string;
  readonly lines: readonly Line[];
  readonly signedBy: { readonly id: string; readonly name: string };
};

/** A certificate as its holder sees it. */
export type Certificate = Particulars & {
  readonly id: string;
  /** The code of its type: `business-licence`. */
  readonly type: string;
  readonly divisionCode: string;
  readonly identifier: string;
  readonly organisationName: string;
  readonly caseId: string;
  readonly status: CertificateStatus;
  readonly issuedAt: string;
  readonly issuedOn: CivilDate;
  readonly validFromOn: string;
  readonly validUntilOn: string | null;
  /** For the QR code: who has it may see the whole. */
  readonly secret: string;
};

export function openCertificate({ keys }: Pick<Ctx, 'keys'>, row: CertificateRow): Certificate {
  return {
    ...(JSON.parse(unseal(keys, 'certificates.particulars', row.particulars)) as Particulars),
    id: row.id,
    type: row.type,
    divisionCode: row.division_code,
    identifier: row.identifier,
    organisationName: row.organisation_name,
    caseId: row.case_id,
    status: row.status,
    issuedAt: row.issued_at,
    issuedOn: civilDateAt(row.issued_at as Instant),
    validFromOn: row.valid_from,
    validUntilOn: row.valid_until,
    secret: unseal(keys, 'certificates.secret', row.secret),
  };
}
