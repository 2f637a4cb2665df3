import { sendMessage } from '@zhengtong/messages';
import type { Ctx } from '@zhengtong/platform';
import { grades, type Stars } from './domain/grades.ts';
import { rerateUntil } from './domain/rectification.ts';
import { nameItem } from './ratable-cases.ts';
import { openRater } from './rating.ts';
import type { Loaded } from './record-action.ts';
import { findRatable } from './store-ratables.ts';
import { findRatingRow, listOfGroup, type RatingRow } from './store-ratings.ts';

/** Whose poor ratings it is about: one person's, or everybody's in a group of anonymous ones. */
export async function listPoorRatings(ctx: Ctx, { row }: Pick<Loaded, 'row'>): Promise<RatingRow[]> {
  if (row.group_id) {
    const group = await listOfGroup(ctx.tx, row.division_code, row.group_id);
    return group.filter((rating) => grades[rating.stars as Stars].isPoor);
  }
  const rating = row.rating_id ? await findRatingRow(ctx.tx, row.division_code, row.rating_id) : undefined;
  return rating ? [rating] : [];
}

/** Writes each of them the answer. The program knows to whom; whoever wrote the answer does not. */
export async function answerRaters(ctx: Ctx, after: Loaded, reason: string): Promise<void> {
  const dueOn = rerateUntil(after.state);
  if (!dueOn) throw new Error('an answer is given before it can be rated');
  for (const { envelope, values } of await addressRaters(ctx, after)) {
    await sendMessage(ctx, { ...envelope, template: 'rectification-fed-back', values: { ...values, reason, dueOn } });
  }
}

export async function tellSetAside(ctx: Ctx, after: Loaded, reason: string): Promise<void> {
  for (const { envelope, values } of await addressRaters(ctx, after)) {
    await sendMessage(ctx, { ...envelope, template: 'rating-set-aside', values: { ...values, reason } });
  }
}

/** What a supervisor found, asked to look again by a second poor word: whoever said it twice is owed the last answer. */
export async function tellClosed(ctx: Ctx, after: Loaded, reason: string): Promise<void> {
  for (const { envelope, values } of await addressRaters(ctx, after)) {
    await sendMessage(ctx, { ...envelope, template: 'rectification-closed', values: { ...values, reason } });
  }
}

async function addressRaters(ctx: Ctx, after: Loaded) {
  const divisionCode = after.row.division_code;
  const addressed = [];
  for (const rating of await listPoorRatings(ctx, after)) {
    const { personId, caseId } = openRater(ctx, rating);
    const ratable = await findRatable(ctx.tx, { divisionCode, caseId });
    if (!ratable) throw new Error('a rating without its case');
    const values = { ...(await nameItem(ctx, ratable)), caseId };
    addressed.push({ envelope: { to: personId, caseId, divisionCode }, values });
  }
  return addressed;
}
