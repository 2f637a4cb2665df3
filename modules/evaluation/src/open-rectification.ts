import { newId } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { RectificationOpened } from './contract-events.ts';
import { isLimitsName, type LimitsName, usualLimits } from './domain/limits.ts';
import { applyAction, type Recorded } from './domain/rectification.ts';
import { columnsOf, saveAction, scheduleLook, tell } from './record-action.ts';
import {
  findChosenLimits,
  insertRectification,
  type RectificationRow,
  saveChosenLimits,
} from './store-rectifications.ts';

type Subject = Pick<
  RectificationRow,
  'division_code' | 'organisation_id' | 'rating_id' | 'group_id' | 'case_id' | 'item_id' | 'item_name'
>;

/** Opens it under the limits the division goes by today; a later choice does not move the days of this one. */
export async function openRectification(ctx: Ctx, of: Subject): Promise<string> {
  const chosen = await findChosenLimits(ctx.tx, of.division_code);
  const limits = chosen && isLimitsName(chosen) ? chosen : usualLimits;
  const by = { kind: 'clock' } as const;
  const opened: Recorded = { kind: 'opened', isGroup: of.group_id !== null, seq: 1, at: ctx.now, by };
  const state = applyAction(undefined, opened);
  const row: RectificationRow = {
    ...of,
    id: newId(),
    limits,
    is_overdue: false,
    opened_at: ctx.now,
    closed_at: null,
    ...(await columnsOf(ctx, { limits, division_code: of.division_code }, state)),
  };
  await insertRectification(ctx.tx, row);
  await saveAction(ctx, row, opened);
  await tell(ctx, row, RectificationOpened);
  await scheduleLook(ctx, { row, state, actions: [opened] });
  return row.id;
}

/** Which limits rectifications of a division get from now on. */
export const chooseLimits = (ctx: Ctx, divisionCode: string, name: LimitsName): Promise<void> =>
  saveChosenLimits(ctx.tx, divisionCode, name);
