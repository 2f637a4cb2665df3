import { findPostAbove, listPostsOf } from '@zhengtong/identity';
import { civilDateAt } from '@zhengtong/kernel';
import { type Ctx, onJob, runParts, slotId } from '@zhengtong/platform';
import { certificateParts, findIssuing } from './decide-case.ts';
import type { CaseAction } from './domain/action.ts';
import { type CaseClocks, isLate, readClocks } from './domain/clocks.ts';
import { listRises } from './domain/rises.ts';
import { turnOf } from './domain/turn.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { LookAtCase, recordAction, scheduleLook } from './record-action.ts';
import { type CaseRef, updateCasePart } from './store-cases.ts';
import { pauseWarningOf, warningOf } from './warn-staff.ts';

const clock = { kind: 'clock', id: 'clock' } as const;

/** Wakes at the instants a case asked for. Looks afresh: what was asked for may be settled, or still to come. */
export const caseClockListener = onJob(LookAtCase, async (ctx, { caseId, divisionCode }) => {
  await tendCase(ctx, { caseId, divisionCode });
});

/** Does what a limit that ran out means by law. Nothing here refuses anybody anything: only people do. */
export async function tendCase(ctx: Ctx, ref: CaseRef): Promise<void> {
  const loaded = await loadCase(ctx, ref, 'change');
  if (!loaded) return;
  const today = civilDateAt(ctx.now);
  const clocks = readClocks(loaded.state, loaded.terms, loaded.calendar, today);
  const action = await actionOfSilence(ctx, loaded, clocks);
  if (action) {
    const after = await recordAction(ctx, loaded, action, clock);
    const issuing = action.kind === 'decided' ? await findIssuing(ctx, after) : undefined;
    const parts = issuing ? await certificateParts(ctx, after, issuing) : [];
    if (parts.length > 0) await runParts(ctx.tx, parts);
    return;
  }
  // Nobody to rise to: it is late all the same, and stands among what is.
  if (isLate(clocks) && !loaded.row.is_overdue) {
    await runParts(ctx.tx, [updateCasePart(loaded.row, { is_overdue: true })]);
  }
  // Each action asked for a look, and each look asks for the next: those of one instant become one here, where none of
  // that instant can be over yet.
  await scheduleLook(ctx, loaded, (at) => slotId(`look ${loaded.row.id}`, at));
}

async function actionOfSilence(ctx: Ctx, loaded: LoadedCase, clocks: CaseClocks): Promise<CaseAction | undefined> {
  const { state, item } = loaded;
  // 32(4): not told within five days what is missing means accepted from the day of receipt.
  if (clocks.acceptance?.isOverdue) return { kind: 'accepted', isDeemed: true };
  if (clocks.correction?.isOverdue) return { kind: 'lapsed', because: 'correction-unanswered' };
  if (state.isPaused) return pauseWarningOf(ctx, loaded);
  if (clocks.legal?.isOverdue && item.process.silence === 'approve') {
    // 50(2): undecided at the end of the limit counts as approved, where a law says so.
    return { kind: 'decided', outcome: 'approved', reasons: '逾期未作决定，依法视为准予', laws: [], isBySilence: true };
  }
  return isLate(clocks) ? escalation(ctx, loaded) : warningOf(ctx, loaded);
}

/**
 * Overdue work rises to the post above, one post a day, until somebody acts or the top is reached: in the body whose turn
 * it is (the row's), which is another one where the item gives it a step of its own.
 */
async function escalation(ctx: Ctx, loaded: LoadedCase): Promise<CaseAction | undefined> {
  const { row, actions, item } = loaded;
  const { division_code: divisionCode, organisation_id: organisationId } = row;
  const rises = listRises(item.organisationId, actions, item.process.steps);
  const last = rises.at(-1);
  if (last && civilDateAt(last.at) === civilDateAt(ctx.now)) return undefined;
  const deskId = await postAtWork(ctx, loaded);
  const risenTo = rises.map(({ toPostId }) => toPostId);
  const toPostId = await findPostAbove(ctx, { divisionCode, organisationId, deskId, risenTo });
  const fromPostId = last?.toPostId ?? deskId;
  return toPostId
    ? { kind: 'escalated', ...(fromPostId ? { fromPostId } : {}), toPostId, because: 'overdue' }
    : undefined;
}

/** The post of who holds the case; where nobody does, or nobody who still works here, the first whose turn it is. */
async function postAtWork(ctx: Ctx, { row, state, item }: LoadedCase): Promise<string | undefined> {
  const at = { divisionCode: row.division_code, organisationId: row.organisation_id };
  const due = turnOf(state, item.process.steps).role;
  const posts = [];
  // Where the post whose turn it is stands empty, another desk of the body has the case lying about.
  for (const role of new Set([due ?? 'approver', 'approver', 'reviewer', 'clerk'] as const))
    posts.push(...(await listPostsOf(ctx, { ...at, role })));
  return (posts.find((post) => post.staff_id === state.heldBy) ?? posts[0])?.id;
}
