import { subjectOf } from '@zhengtong/identity';
import type { Ctx } from '@zhengtong/platform';
import { type MyCaseLine, toLine } from './my-cases.ts';
import { findDraftRow } from './store-cases.ts';

/** The newest open draft of this item, of the person or the firm they act for: to go on with, instead of a second one. */
export async function findMyDraft(
  ctx: Ctx,
  at: { readonly divisionCode: string; readonly itemId: string },
): Promise<MyCaseLine | undefined> {
  const row = await findDraftRow(ctx.tx, subjectOf(ctx, ctx.actor.firmId ?? ctx.actor.id), at);
  return row && toLine(row);
}
