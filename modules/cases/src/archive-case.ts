import { ok } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { actOnCase } from './act-on-case.ts';
import type { CaseRef } from './store-cases.ts';

/** Closes the book of a case that ended. Its log stays. */
export const archiveCase = (ctx: Ctx, ref: CaseRef) => actOnCase(ctx, ref, 'archived', () => ok({ kind: 'archived' }));
