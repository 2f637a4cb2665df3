import { ok, refuse, saidOf } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { actOnCase } from './act-on-case.ts';
import type { Law } from './domain/action.ts';
import type { CaseRef } from './store-cases.ts';

/**
 * Accepts a case (受理): the promised clock starts, the first day not counted. A point found wrong is asked to be
 * corrected instead; what nobody has looked at yet stands open until the decision, where it is confirmed or not.
 */
export function acceptCase(ctx: Ctx, ref: CaseRef) {
  return actOnCase(ctx, ref, 'accepted', ({ state }) => {
    const wrong = Object.entries(state.checks)
      .filter(([, check]) => !check.isFine)
      .map(([key]) => key);
    if (wrong.length > 0) return refuse({ kind: 'checks-failed', wrong });
    return ok({ kind: 'accepted' as const, isDeemed: false });
  });
}

/** 32(1)(2): the matter needs no permission, or another body is in charge. The applicant is told why and where to go. */
export function refuseAcceptance(ctx: Ctx, ref: CaseRef, given: { reason: string; law?: Law }) {
  return actOnCase(ctx, ref, 'not-accepted', () => {
    const reason = saidOf(given.reason);
    if (!reason) return refuse({ kind: 'reason-missing' });
    return ok({ kind: 'not-accepted' as const, reason, ...(given.law ? { law: given.law } : {}) });
  });
}
