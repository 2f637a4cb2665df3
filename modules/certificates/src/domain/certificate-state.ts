import type { CivilDate } from '@zhengtong/kernel';

export type CertificateStatus = 'valid' | 'suspended' | 'revoked';
/** What a verifier is told; a day outside its validity makes a certificate not valid whatever its status. */
export type Standing = 'valid' | 'suspended' | 'revoked' | 'expired' | 'not-yet-valid';

export type StatusChange = 'suspended' | 'restored' | 'revocation-proposed' | 'revocation-dropped' | 'revoked';

export const statusChanges: readonly StatusChange[] = [
  'suspended',
  'restored',
  'revocation-proposed',
  'revocation-dropped',
  'revoked',
];

/** What was done to a certificate, as far as the next change depends on it. */
export type Done = { readonly kind: string; readonly byId: string };

/** Who proposed the revocation that still waits for a second person; undefined where none does. */
export const proposedBy = (actions: readonly Done[]): string | undefined => {
  const last = actions.findLast(({ kind }) => kind !== 'suspended' && kind !== 'restored');
  return last?.kind === 'revocation-proposed' ? last.byId : undefined;
};

/** From which status each change may come. Revocation is final: a mistake is put right by a new certificate. */
const from: Record<StatusChange, readonly CertificateStatus[]> = {
  suspended: ['valid'],
  restored: ['suspended'],
  'revocation-proposed': ['valid', 'suspended'],
  'revocation-dropped': ['valid', 'suspended'],
  revoked: ['valid', 'suspended'],
};

export type WhyNot = 'wrong-status' | 'not-proposed' | 'proposed-already' | 'proposer-confirms';

/**
 * Why a change cannot be made now; undefined where it can. A revocation takes something away for good, so one officer
 * proposes it and another confirms; either of them, or anybody who may, drops it.
 */
export function whyNot(
  status: CertificateStatus,
  actions: readonly Done[],
  change: StatusChange,
  byId: string,
): WhyNot | undefined {
  if (!from[change].includes(status)) return 'wrong-status';
  const proposer = proposedBy(actions);
  if (change === 'revocation-proposed') return proposer === undefined ? undefined : 'proposed-already';
  if (change !== 'revoked' && change !== 'revocation-dropped') return undefined;
  if (proposer === undefined) return 'not-proposed';
  return change === 'revoked' && proposer === byId ? 'proposer-confirms' : undefined;
}

/** The status a change brings; a proposal changes none. */
export function statusAfter(before: CertificateStatus, change: StatusChange): CertificateStatus {
  if (change === 'suspended' || change === 'revoked') return change;
  return change === 'restored' ? 'valid' : before;
}

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
