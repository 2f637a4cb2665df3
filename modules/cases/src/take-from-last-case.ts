import type { OnlineItem } from '@zhengtong/catalogue';
import { type Draft, takeOver } from '@zhengtong/forms';
import { subjectOf } from '@zhengtong/identity';
import type { Instant } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { formContextOf } from './form-context.ts';
import { formOf } from './form-of-item.ts';
import { getPinnedItem } from './load-case.ts';
import { readAnswers } from './read-answers.ts';
import { loadPlaces } from './real-places.ts';
import { findLastFiled } from './store-cases.ts';

/**
 * Adds to a new draft what the same person, or the same firm, answered when they filed for the same item last, each answer
 * with that case as its source. A firm's cases give to its own cases only, whoever acts for it, and a person's to theirs.
 * Erased answers give nothing; files and materials are handed in anew. One's own answers are read by oneself: as on the page
 * of that case, no use of them is noted. Nothing is locked: of two drafts begun at once each has its own copy.
 */
export async function takeFromLastCase(ctx: Ctx, item: OnlineItem, draft: Draft): Promise<Draft> {
  const row = await findLastFiled(ctx.tx, subjectOf(ctx, ctx.actor.firmId ?? ctx.actor.id), item);
  if (!row) return draft;
  const { form, values } = readAnswers(ctx, { row, item: await getPinnedItem(ctx, row) });
  const source = { kind: 'case', number: row.number, at: row.submitted_at as Instant } as const;
  // A place has to be right by today's lists, not by those of the day it was filed on.
  const places = await loadPlaces(ctx, item.divisionCode, formOf(item), values);
  const context = formContextOf(ctx, item.divisionCode, { places });
  return takeOver(formOf(item), draft, { form, values, source }, context);
}
