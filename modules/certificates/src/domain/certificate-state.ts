import type { CivilDate } from '@zhengtong/kernel';

export type CertificateStatus = 'valid' | 'suspended' | 'revoked';
/** What a verifier is told; a day outside its validity makes a certificate not valid whatever its status. */
export type Standing = 'valid' | 'suspended' | 'revoked' | 'expired' | 'not-yet-valid';

export type StatusChange = 'suspended' | 'restored' | 'revoked';

/** From which status each change may come. Revocation is final: a mistake is put right by a new certificate. */
const from: Record<StatusChange, readonly CertificateStatus[]> = {
  suspended: ['valid'],
  restored: ['suspended'],
  revoked: ['valid', 'suspended'],
};

export const mayChange = (status: CertificateStatus, change: StatusChange): boolean => from[change].includes(status);

export const statusAfter = (change: StatusChange): CertificateStatus => (change === 'restored' ? 'valid' : change);

export function standingOn(
  certificate: {
    readonly status: CertificateStatus;
    readonly validFromOn: string;
    readonly validUntilOn: string | null;
  },
  today: CivilDate,
): Standing {
  if (certificate.status !== 'valid') return certificate.status;
  if (today < certificate.validFromOn) return 'not-yet-valid';
  return certificate.validUntilOn !== null && today > certificate.validUntilOn ? 'expired' : 'valid';
}
