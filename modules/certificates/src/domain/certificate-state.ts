import type { CivilDate } from '@zhengtong/kernel';

export type CertificateStatus = 'valid' | 'suspended' | 'revoked' | 'cancelled';
/** What is told to whoever was shown the certificate; a day outside its validity makes a certificate not valid whatever its status. */
export type Standing = CertificateStatus | 'expired' | 'not-yet-valid';

/** What takes a certificate away for good: 撤销 (行政许可法 69) and 注销 (70). One officer proposes it, another confirms. */
export type Final = 'revoked' | 'cancelled';

type Step = { readonly final: Final; readonly step: 'proposed' | 'dropped' | 'done' };

const steps = {
  'revocation-proposed': { final: 'revoked', step: 'proposed' },
  'revocation-dropped': { final: 'revoked', step: 'dropped' },
  revoked: { final: 'revoked', step: 'done' },
  'cancellation-proposed': { final: 'cancelled', step: 'proposed' },
  'cancellation-dropped': { final: 'cancelled', step: 'dropped' },
  cancelled: { final: 'cancelled', step: 'done' },
} as const satisfies Record<string, Step>;

export type StatusChange = 'suspended' | 'restored' | keyof typeof steps;

export const statusChanges: readonly StatusChange[] = [
  'suspended',
  'restored',
  ...(Object.keys(steps) as (keyof typeof steps)[]),
];

const stepOf = (kind: string): Step | undefined =>
  Object.hasOwn(steps, kind) ? steps[kind as keyof typeof steps] : undefined;

/** Whether a change is the second person's: to confirm, or to leave it. */
export const isSecondLook = (change: StatusChange): boolean => ['done', 'dropped'].includes(stepOf(change)?.step ?? '');

/** What was done to a certificate, as far as the next change depends on it. */
export type Done = { readonly kind: string; readonly byId: string };

/** The proposal that still waits for a second person; one at a time. */
export const findProposal = (actions: readonly Done[]): { readonly for: Final; readonly byId: string } | undefined => {
  const last = actions.findLast(({ kind }) => stepOf(kind));
  const step = last && stepOf(last.kind);
  return last && step?.step === 'proposed' ? { for: step.final, byId: last.byId } : undefined;
};

/**
 * From which status each change may come. What was taken away for good stays so: a mistake is put right by a new
 * certificate. One that was revoked is still to be struck off (行政许可法 70 item 4).
 */
const from: Record<'suspended' | 'restored' | Final, readonly CertificateStatus[]> = {
  suspended: ['valid'],
  restored: ['suspended'],
  revoked: ['valid', 'suspended'],
  cancelled: ['valid', 'suspended', 'revoked'],
};

export type WhyNot = 'wrong-status' | 'not-proposed' | 'proposed-already' | 'proposer-confirms';

/**
 * Why a change cannot be made now; undefined where it can. What takes something away for good one officer proposes and
 * another confirms; either of them, or anybody who may, drops it.
 */
export function whyNot(
  status: CertificateStatus,
  actions: readonly Done[],
  change: StatusChange,
  byId: string,
): WhyNot | undefined {
  const step = stepOf(change);
  if (!from[step?.final ?? (change as 'suspended' | 'restored')].includes(status)) return 'wrong-status';
  if (!step) return undefined;
  const proposal = findProposal(actions);
  if (step.step === 'proposed') return proposal ? 'proposed-already' : undefined;
  if (proposal?.for !== step.final) return 'not-proposed';
  return step.step === 'done' && proposal.byId === byId ? 'proposer-confirms' : undefined;
}

/** The status a change brings; a proposal changes none. */
export function statusAfter(before: CertificateStatus, change: StatusChange): CertificateStatus {
  if (change === 'suspended' || change === 'revoked' || change === 'cancelled') return change;
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
