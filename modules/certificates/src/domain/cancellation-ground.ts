import type { CivilDate } from '@zhengtong/kernel';
import type { CertificateStatus } from './certificate-state.ts';

/** The six items of 行政许可法第七十条, in its order. */
export type CancellationGround =
  | 'term-ended'
  | 'holder-died-or-incapable'
  | 'firm-ended'
  | 'revoked-or-withdrawn'
  | 'force-majeure'
  | 'other-law';

type Held = {
  readonly status: CertificateStatus;
  readonly holderKind: 'person' | 'firm';
  readonly validUntilOn: string | null;
};

/**
 * Whether the certificate itself contradicts a ground: a term that runs, a firm that is said to have died. A revoked one
 * is struck off as revoked and on no other ground. What only the world knows, the officers answer for.
 */
export function isGroundMet(ground: CancellationGround, held: Held, today: CivilDate): boolean {
  if (held.status === 'revoked') return ground === 'revoked-or-withdrawn';
  if (ground === 'term-ended') return held.validUntilOn !== null && today > held.validUntilOn;
  if (ground === 'holder-died-or-incapable') return held.holderKind === 'person';
  return ground !== 'firm-ended' || held.holderKind === 'firm';
}
