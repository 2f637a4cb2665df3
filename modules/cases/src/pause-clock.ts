import { ok, refuse, saidOf } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { actOnCase } from './act-on-case.ts';
import { mostExtensionDays } from './domain/clocks.ts';
import type { CaseRef } from './store-cases.ts';

/** Stops the clock for a procedure the law does not count (行政许可法 45); only those the item names. */
export function pauseClock(ctx: Ctx, ref: CaseRef, given: { procedure: string; reason: string }) {
  return actOnCase(ctx, ref, 'paused', ({ item }) => {
    const procedure = item.process.excluded.find((one) => one.key === given.procedure);
    if (!procedure) return refuse({ kind: 'no-such-procedure' });
    const reason = saidOf(given.reason);
    if (!reason) return refuse({ kind: 'reason-missing' });
    const { key, name, nameEn, law } = procedure;
    const named = { name, ...(nameEn ? { nameEn } : {}) };
    return ok({ kind: 'paused' as const, procedure: key, ...named, reason, law });
  });
}

export const resumeClock = (ctx: Ctx, ref: CaseRef) => actOnCase(ctx, ref, 'resumed', () => ok({ kind: 'resumed' }));

/** 行政许可法 42: once, at most ten working days, by the head of the body, with a reason the applicant is told. */
export function extendClock(ctx: Ctx, ref: CaseRef, given: { workingDays: number; reason: string }) {
  return actOnCase(ctx, ref, 'extended', ({ state, item }) => {
    // Ten working days go onto twenty working days; where a law counts in days or months its own limit stands (42, last words).
    if ([item.legalLimit, item.promisedLimit].some(({ unit }) => unit !== 'working-days'))
      return refuse({ kind: 'extension-not-by-law' });
    if (state.extensionDays > 0) return refuse({ kind: 'extended-already' });
    if (!Number.isInteger(given.workingDays) || given.workingDays < 1 || given.workingDays > mostExtensionDays) {
      return refuse({ kind: 'extension-too-long', most: mostExtensionDays });
    }
    const reason = saidOf(given.reason);
    if (!reason) return refuse({ kind: 'reason-missing' });
    return ok({ kind: 'extended' as const, workingDays: given.workingDays, reason });
  });
}
