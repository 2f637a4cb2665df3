import type { Instant } from '@zhengtong/kernel';

export type SessionKind = 'person' | 'staff';

/** Idle: a counter's screen is left alone sooner than a phone. Absolute: one working day. */
const idleMs: Record<SessionKind, number> = { staff: 15 * 60_000, person: 30 * 60_000 };
const absoluteMs = 12 * 3_600_000;

export type SessionTimes = {
  readonly kind: SessionKind;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly endedAt: string | null;
};

export function isSessionAlive(session: SessionTimes, now: Instant): boolean {
  const at = Date.parse(now);
  return (
    session.endedAt === null &&
    at - Date.parse(session.seenAt) < idleMs[session.kind] &&
    at - Date.parse(session.startedAt) < absoluteMs
  );
}

/** How long a session stands: unused, and from its start whatever is done; milliseconds. */
export const limitsOf = (kind: SessionKind) => ({ idleMs: idleMs[kind], absoluteMs });

/** Each request would write a row if every sight were noted; a minute is exact enough for fifteen. */
export const isSightDue = (session: SessionTimes, now: Instant): boolean =>
  Date.parse(now) - Date.parse(session.seenAt) > 60_000;
