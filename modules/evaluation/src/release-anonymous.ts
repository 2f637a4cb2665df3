import { addDays, civilDateAt, newId } from '@zhengtong/kernel';
import { type Ctx, emit, type RecurringJob } from '@zhengtong/platform';
import { RatingGiven } from './contract-events.ts';
import { anonymousDelayDays, grades, type Stars, smallestGroup } from './domain/grades.ts';
import { openRectification } from './open-rectification.ts';
import { listGroupsDue, releaseGroup } from './store-ratings.ts';

/**
 * Lets anonymous ratings be seen: those of five or more people about one organisation at once, the youngest three days
 * old. Fewer wait for more. From then on they count, and the poor ones among them open one rectification for the group.
 */
export const releaseAnonymous = {
  name: 'job.evaluation.release-anonymous',
  everyMinutes: 24 * 60,
  run: async (ctx: Ctx) => {
    const on = addDays(civilDateAt(ctx.now), -anonymousDelayDays);
    for (const at of await listGroupsDue(ctx.tx, { on, smallest: smallestGroup })) await release(ctx, at, on);
  },
} satisfies RecurringJob;

async function release(
  ctx: Ctx,
  { divisionCode, organisationId }: { divisionCode: string; organisationId: string },
  givenUpTo: string,
): Promise<void> {
  const group = {
    division_code: divisionCode,
    id: newId(),
    organisation_id: organisationId,
    released_on: civilDateAt(ctx.now),
  };
  const ratings = await releaseGroup(ctx.tx, group, givenUpTo);
  for (const { id: ratingId, stars } of ratings) {
    const payload = { ratingId, organisationId, itemId: null, caseId: null, stars };
    await emit(ctx, { event: RatingGiven, divisionCode, key: ratingId, payload });
  }
  if (!ratings.some(({ stars }) => grades[stars as Stars].isPoor)) return;
  await openRectification(ctx, {
    division_code: divisionCode,
    organisation_id: organisationId,
    rating_id: null,
    group_id: group.id,
    case_id: null,
    item_id: null,
    item_name: null,
  });
}
