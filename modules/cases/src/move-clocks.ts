import { CalendarPublished } from '@zhengtong/calendar/contract';
import { defineEvent, type Instant, toInstant } from '@zhengtong/kernel';
import { type Ctx, defineJob, emit, listen, onJob, runParts, schedule } from '@zhengtong/platform';
import Type from 'typebox';
import { ClockMoved } from './contract-events.ts';
import { loadCase } from './load-case.ts';
import { columnsOf, newsOf, scheduleLook } from './record-action.ts';
import { type CaseRef, listRunningCases, updateCasePart } from './store-cases.ts';
import { tellMoved } from './tell-applicant.ts';

/** Looks at the open cases of an area, a few at a time, from one place on. */
export const MoveClocks = defineJob(
  defineEvent(
    'job.cases.move-clocks',
    Type.Object({
      area: Type.String(),
      after: Type.Optional(Type.Object({ divisionCode: Type.String(), caseId: Type.String() })),
    }),
  ),
);

/** Cases locked at once: an officer who wants one of them waits for a few, not for all. */
const atOnce = 20;
/** Commands that began before the announcement was in force have ended by then, and their cases are found. */
const waitMs = 5_000;

const later = (at: Instant, ms: number): Instant => toInstant(Date.parse(at) + ms);

/** A calendar published late moves the last days of open cases: to where they would be had it been known. */
export const calendarListener = listen(
  'cases.on-calendar-published',
  CalendarPublished,
  async (ctx, { divisionCode, announcementId, movesClocks }) => {
    if (!movesClocks) return;
    const job = { event: MoveClocks, divisionCode, key: announcementId, payload: { area: divisionCode } };
    await schedule(ctx, job, later(ctx.now, waitMs));
  },
);

export const moveClocksListener = onJob(MoveClocks, async (ctx, { area, after }, { divisionCode, key }) => {
  const refs = await listRunningCases(ctx.tx, area, after, atOnce);
  for (const ref of refs) await moveClock(ctx, ref);
  const last = refs.length === atOnce ? refs.at(-1) : undefined;
  if (!last) return;
  await schedule(ctx, { event: MoveClocks, divisionCode, key, payload: { area, after: last } }, ctx.now);
});

/** Brings one case to the calendar as it is now; nothing happens where no day moves. */
async function moveClock(ctx: Ctx, ref: CaseRef): Promise<void> {
  const loaded = await loadCase(ctx, ref, 'change');
  if (!loaded) return;
  const { row, state } = loaded;
  const { due_on, legal_due_on, warn_on, is_overdue } = columnsOf(ctx, loaded, state);
  const isSame = row.due_on === due_on && row.legal_due_on === legal_due_on && row.warn_on === warn_on;
  if (isSame) return;
  const changes = { due_on, legal_due_on, warn_on, is_overdue, changed_at: ctx.now as string };
  const after = { ...loaded, row: { ...row, ...changes } };
  await runParts(ctx.tx, [updateCasePart(after.row, changes)]);
  await emit(ctx, newsOf(after, ClockMoved));
  if (row.due_on !== due_on) await tellMoved(ctx, after, row.due_on);
  await scheduleLook(ctx, after);
}
