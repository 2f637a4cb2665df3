import { civilDate, findCivilDate, instantOf, ok, type Result, refuse } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { addMonths } from '@zhengtong/standards';
import { grades, type Stars, smallestGroup } from './domain/grades.ts';
import { countEnded } from './store-ratables.ts';
import { countByGrade } from './store-ratings.ts';

export type Summary = {
  /** Cases that ended; those not rated are in no grade. */
  readonly ended: number;
  /** Ratings that count; null where there are fewer than five. */
  readonly rated: number | null;
  readonly grades: Readonly<Record<Stars, number>> | null;
  /** Share of fairly satisfied or better, 0 to 1. */
  readonly satisfied: number | null;
};

/**
 * Ratings by grade over whole months (`2026-09`, both counted). Fewer than five are not told. Anonymous ones count by
 * organisation from the day their group was released, and by item never: few apply for one item.
 */
export async function summariseRatings(
  ctx: Ctx,
  asked: {
    readonly divisionCode: string;
    readonly organisationId?: string | undefined;
    readonly itemId?: string | undefined;
    readonly fromMonth: string;
    readonly toMonth: string;
  },
): Promise<Result<Summary, { kind: 'months-wrong' }>> {
  const from = findCivilDate(`${asked.fromMonth}-01`);
  const last = findCivilDate(`${asked.toMonth}-01`);
  if (!from || !last || last < from) return refuse({ kind: 'months-wrong' });
  const before = civilDate(addMonths(last, 1));
  const place = { divisionCode: asked.divisionCode, organisationId: asked.organisationId, itemId: asked.itemId };
  const counts = await countByGrade(ctx.tx, { ...place, fromOn: from, beforeOn: before });
  const ended = await countEnded(ctx.tx, { ...place, from: instantOf(from), to: instantOf(before) });
  const byGrade: Record<Stars, number> = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  for (const { stars, n } of counts) byGrade[stars as Stars] += n;
  const rated = Object.values(byGrade).reduce((sum, n) => sum + n, 0);
  if (rated < smallestGroup) return ok({ ended, rated: null, grades: null, satisfied: null });
  const poor = ([1, 2, 3, 4, 5] as const).reduce((sum, stars) => sum + (grades[stars].isPoor ? byGrade[stars] : 0), 0);
  return ok({ ended, rated, grades: byGrade, satisfied: (rated - poor) / rated });
}
