import type { Ctx } from '@zhengtong/platform';
import { isNobodyKnown } from './store-people.ts';

/** Whether nobody is known here, not even a table for them: the one moment a demonstration city may be built. */
export const isHouseEmpty = (ctx: Pick<Ctx, 'tx'>): Promise<boolean> => isNobodyKnown(ctx.tx);
