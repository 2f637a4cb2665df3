import { workCalendarAt } from '@zhengtong/calendar';
import { getPinnedVersion, type OnlineItem } from '@zhengtong/catalogue';
import type { Instant } from '@zhengtong/kernel';
import { type Ctx, unseal } from '@zhengtong/platform';
import type { WorkCalendar } from '@zhengtong/standards';
import type { CaseAction, Recorded } from './domain/action.ts';
import type { CaseState } from './domain/case-state.ts';
import type { CaseTerms } from './domain/clocks.ts';
import { foldCase } from './domain/fold-case.ts';
import { type ActionRow, type CaseRef, type CaseRow, findCaseRow, listActionRows, lockCaseRow } from './store-cases.ts';
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

type Whole = { readonly row: CaseRow; readonly rows: readonly ActionRow[] };

const mostLooks = 10;

/** Two looks without a lock can have an action between them: then both are taken again. A row that stays apart is shown so. */
async function findWhole(ctx: Ctx, ref: CaseRef, purpose: 'read' | 'change'): Promise<Whole | undefined> {
  for (let looks = 1; ; looks++) {
    const row = await (purpose === 'change' ? lockCaseRow(ctx.tx, ref) : findCaseRow(ctx.tx, ref));
    if (!row) return undefined;
    const rows = await listActionRows(ctx.tx, ref);
    if (rows.at(-1)?.seq === row.seq || looks === mostLooks) return { row, rows };
  }
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
