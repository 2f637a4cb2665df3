import { findPostAbove } from '@zhengtong/identity';
import { civilDateAt } from '@zhengtong/kernel';
import { type Ctx, onJob, slotId } from '@zhengtong/platform';
import { rerateUntil } from './domain/rectification.ts';
import {
  dueOn,
  type Loaded,
  LookAtRectification,
  loadRectification,
  recordAction,
  scheduleLook,
} from './record-action.ts';
import { updateRectification } from './store-rectifications.ts';

const clock = { kind: 'clock' } as const;

/** Wakes when a limit ran out. Looks afresh: what was due may be done. */
export const rectificationClock = onJob(LookAtRectification, async (ctx, { rectificationId }, { divisionCode }) => {
  const loaded = await loadRectification(ctx, { divisionCode, id: rectificationId }, 'change');
  if (!loaded || loaded.state.state === 'closed') return;
  const today = civilDateAt(ctx.now);
  const until = rerateUntil(loaded.state);
  if (until && today > until) {
    await recordAction(ctx, loaded, { kind: 'closed', because: 'no-answer' }, clock);
    return;
  }
  const due = await dueOn(ctx, loaded.row, loaded.state);
  // Several looks may be due at once (each step asked for one): the day's rise happens once.
  if (!due || today <= due || loaded.state.escalated?.on === today) return;
  const toPostId = await findNextPost(ctx, loaded);
  if (toPostId) await recordAction(ctx, loaded, { kind: 'escalated', toPostId }, clock);
  else {
    // Nobody to rise to, yet or any more: it is late all the same, and tomorrow there may be somebody.
    await updateRectification(ctx.tx, { divisionCode, id: rectificationId }, { is_overdue: true });
    // As many looks as there were actions become one.
    await scheduleLook(ctx, loaded, (at) => slotId(`look ${loaded.row.id}`, at));
  }
});

/** Overdue work rises a post a day: it lies on no desk, so first to the organisation's supervisor, then up to the top. */
const findNextPost = (ctx: Ctx, { row, state }: Loaded): Promise<string | undefined> =>
  findPostAbove(ctx, {
    divisionCode: row.division_code,
    organisationId: row.organisation_id,
    risenTo: state.escalated?.toPostIds ?? [],
  });
