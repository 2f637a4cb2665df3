import { ok } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { actOnCase } from './act-on-case.ts';
import type { CaseRef } from './store-cases.ts';

/** Hands over the result (行政许可法 44): at the counter, by post, or on line where the applicant has opened it. */
export function deliverCase(ctx: Ctx, ref: CaseRef, given: { way: 'online' | 'counter' | 'post' }) {
  return actOnCase(ctx, ref, 'delivered', () => ok({ kind: 'delivered' as const, way: given.way }));
}
