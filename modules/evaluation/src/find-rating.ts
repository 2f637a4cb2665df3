import { subjectOf } from '@zhengtong/identity';
import { civilDateAt, isId } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { grades, type Stars } from './domain/grades.ts';
import { rerateUntil } from './domain/rectification.ts';
import type { RectificationState } from './domain/transitions.ts';
import { findRatingOf, type OwnRating, openRating } from './rating.ts';
import { loadRectification } from './record-action.ts';
import { findOwnRatable } from './store-ratables.ts';
import { findOfRating } from './store-rectifications.ts';

/** What the rating page of a case needs. */
export type MyRating = {
  readonly caseId: string;
  readonly rateUntilOn: string;
  /** Not rated yet, and in time. */
  readonly mayRate: boolean;
  /** Absent is not rated; it is never filled in by anybody else. */
  readonly rating?: OwnRating;
  readonly rectification?: {
    readonly state: RectificationState;
    /** The answer, once there is one. */
    readonly feedBack?: string;
    /** What the supervisor found who looked again after a second poor word. */
    readonly closing?: string;
    /** Until when the answer may be rated; absent where it may not. */
    readonly rerateUntilOn?: string;
  };
};

/** The signed-in person's rating of their case; undefined where the case is not theirs or has not ended. */
export async function findRating(ctx: Ctx, caseId: string): Promise<MyRating | undefined> {
  if (!isId(caseId)) return undefined;
  const ratable = await findOwnRatable(ctx.tx, subjectOf(ctx, ctx.actor.id), caseId);
  if (!ratable?.rate_until) return undefined;
  const today = civilDateAt(ctx.now);
  const row = await findRatingOf(ctx, ratable);
  const mine = { caseId, rateUntilOn: ratable.rate_until, mayRate: !row && today <= ratable.rate_until };
  if (!row) return mine;
  const found = grades[row.stars as Stars].isPoor ? await findOfRating(ctx.tx, row) : undefined;
  const at = found && { divisionCode: found.division_code, id: found.id };
  const loaded = at && (await loadRectification(ctx, at, 'read'));
  const until = loaded && row.again_stars === null ? rerateUntil(loaded.state) : undefined;
  return {
    ...mine,
    rating: openRating(ctx, row),
    ...(loaded && {
      rectification: {
        state: loaded.state.state,
        ...(loaded.state.feedBack ? { feedBack: loaded.state.feedBack } : {}),
        ...(loaded.state.closing ? { closing: loaded.state.closing } : {}),
        ...(until && today <= until ? { rerateUntilOn: until } : {}),
      },
    }),
  };
}
