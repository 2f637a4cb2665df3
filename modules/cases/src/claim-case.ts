import { ok } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { actOnCase } from './act-on-case.ts';
import type { CaseRef } from './store-cases.ts';

/** Takes a case on one's own desk; a colleague who comes a moment later is told who has it. */
export const claimCase = (ctx: Ctx, ref: CaseRef) => actOnCase(ctx, ref, 'claimed', () => ok({ kind: 'claimed' }));

/** Gives it back to the queue: who holds it, or the supervisor, who alone may take it off somebody else's desk. */
export const releaseCase = (ctx: Ctx, ref: CaseRef) => actOnCase(ctx, ref, 'released', () => ok({ kind: 'released' }));
