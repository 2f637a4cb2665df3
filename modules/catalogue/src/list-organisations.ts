import type { Ctx } from '@zhengtong/platform';
import { countByOrganisation } from './store-lists.ts';

/** Organisations of a division that offer something, with how much; for the list by department. */
export const listOrganisationsWithItems = (ctx: Ctx, divisionCode: string) => countByOrganisation(ctx.tx, divisionCode);
