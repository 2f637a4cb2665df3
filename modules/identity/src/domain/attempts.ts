import type { Instant } from '@zhengtong/kernel';

export type Attempts = { readonly failures: number; readonly since: string; readonly lockedUntil: string | null };

/** Six wrong tries within a quarter of an hour lock for a quarter of an hour (ASVS 6.3.1). */
const mostFailures = 6;
/** Of what many share, a network or a whole account: so many that the mistakes of a busy hall do not reach it. */
export const mostShared = 60;
const windowMs = 900_000;

const later = (at: Instant | string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

export const isLocked = (attempts: Attempts | undefined, now: Instant): boolean =>
  attempts?.lockedUntil != null && attempts.lockedUntil > now;

/** The counters after one more failure. A lock once set keeps its end: knocking on it must not shut the owner out for ever. */
export function afterFailure(before: Attempts | undefined, now: Instant, most = mostFailures): Attempts {
  if (before && isLocked(before, now)) return before;
  const isSameWindow = before && !before.lockedUntil && later(before.since, windowMs) > now;
  const failures = isSameWindow ? before.failures + 1 : 1;
  return {
    failures,
    since: isSameWindow ? before.since : now,
    lockedUntil: failures >= most ? later(now, windowMs) : null,
  };
}

/** The counters with one failure less; a lock that this failure had closed is open again. */
export const givenBack = ({ failures, since }: Attempts): Attempts => ({
  failures: Math.max(0, failures - 1),
  since,
  lockedUntil: null,
});
