import { workCalendarAt } from '@zhengtong/calendar';
import { getPinnedVersion, type OnlineItem } from '@zhengtong/catalogue';
import type { Instant } from '@zhengtong/kernel';
import { type Ctx, unseal } from '@zhengtong/platform';
import type { WorkCalendar } from '@zhengtong/standards';
import type { CaseAction, Recorded } from './domain/action.ts';
import type { CaseState } from './domain/case-state.ts';
import type { CaseTerms } from './domain/clocks.ts';
import { foldCase } from './domain/fold-case.ts';
import {
  type ActionRow,
  type CaseRef,
  type CaseRow,
  type CaseWithActions,
  findCaseWithActions,
  listActionRows,
  lockCaseRow,
} from './store-cases.ts';
import { termsOf } from './terms.ts';

/** A case with everything a decision about it needs. */
export type LoadedCase = {
  readonly row: CaseRow;
  readonly actions: readonly Recorded[];
  readonly state: CaseState;
  readonly item: OnlineItem;
  readonly terms: CaseTerms;
  readonly calendar: WorkCalendar;
};

/** Loads a case for reading, or locked for change. Row and actions are always of the same moment. */
export async function loadCase(ctx: Ctx, ref: CaseRef, purpose: 'read' | 'change'): Promise<LoadedCase | undefined> {
  const found = await findWhole(ctx, ref, purpose);
  if (!found) return undefined;
  const { row } = found;
  const actions = found.rows.map((action) => openAction(ctx, action));
  const item = await getPinnedItem(ctx, row);
  const state = foldCase(item.organisationId, actions);
  const calendar = await workCalendarAt(ctx, row.division_code);
  return { row, actions, state, item, terms: termsOf(item), calendar };
}

/** In one look, so that no action comes between row and log; under a lock the log is read after it is held. */
async function findWhole(ctx: Ctx, ref: CaseRef, purpose: 'read' | 'change'): Promise<CaseWithActions | undefined> {
  if (purpose === 'read') return await findCaseWithActions(ctx.tx, ref);
  const row = await lockCaseRow(ctx.tx, ref);
  return row && { row, rows: await listActionRows(ctx.tx, ref) };
}

/** The version the case was filed under; publication proved that it has all an online item needs. */
export async function getPinnedItem(
  ctx: Ctx,
  row: Pick<CaseRow, 'division_code' | 'item_id' | 'item_version'>,
): Promise<OnlineItem> {
  const which = { divisionCode: row.division_code, itemId: row.item_id, version: row.item_version };
  return (await getPinnedVersion(ctx, which)) as OnlineItem;
}

export function openAction({ keys }: Pick<Ctx, 'keys'>, row: ActionRow): Recorded {
  const action = JSON.parse(unseal(keys, 'actions.body', row.body)) as CaseAction;
  const by = { kind: row.by_kind, id: row.by_id, ...(row.post_id ? { postId: row.post_id } : {}) };
  return { ...action, seq: row.seq, at: row.at as Instant, by };
}
