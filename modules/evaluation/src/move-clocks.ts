import { CalendarPublished } from '@zhengtong/calendar/contract';
import { civilDateAt, defineEvent, toInstant } from '@zhengtong/kernel';
import { type Ctx, defineJob, listen, onJob, schedule } from '@zhengtong/platform';
import Type from 'typebox';
import { dueOn, loadRectification, scheduleLook } from './record-action.ts';
import { listOpenRectifications, type RectificationPlace, updateRectification } from './store-rectifications.ts';

/** Looks at the open rectifications of an area, a few at a time, from one place on. */
const MoveClocks = defineJob(
  defineEvent(
    'job.evaluation.move-clocks',
    Type.Object({
      area: Type.String(),
      after: Type.Optional(Type.Object({ divisionCode: Type.String(), id: Type.String() })),
    }),
  ),
);

const atOnce = 20;
/** As cases do: whatever began before the announcement was in force has ended by then. */
const waitMs = 5_000;

export const calendarListener = listen(
  'evaluation.on-calendar-published',
  CalendarPublished,
  async (ctx, { divisionCode, announcementId, movesClocks }) => {
    if (!movesClocks) return;
    const job = { event: MoveClocks, divisionCode, key: announcementId, payload: { area: divisionCode } };
    await schedule(ctx, job, toInstant(Date.parse(ctx.now) + waitMs));
  },
);

export const moveClocksListener = onJob(MoveClocks, async (ctx, { area, after }, { divisionCode, key }) => {
  const places = await listOpenRectifications(ctx.tx, area, after, atOnce);
  for (const place of places) await moveClock(ctx, place);
  const last = places.length === atOnce ? places.at(-1) : undefined;
  if (last) await schedule(ctx, { event: MoveClocks, divisionCode, key, payload: { area, after: last } }, ctx.now);
});

/** The day the office owes its next step; no date was promised to the citizen, so nobody is written to. */
async function moveClock(ctx: Ctx, place: RectificationPlace): Promise<void> {
  const loaded = await loadRectification(ctx, place, 'change');
  if (!loaded || loaded.state.state === 'closed') return;
  const due = (await dueOn(ctx, loaded.row, loaded.state)) ?? null;
  if (due === loaded.row.due_on) return;
  const isOverdue = loaded.row.is_overdue && due !== null && civilDateAt(ctx.now) > due;
  await updateRectification(ctx.tx, place, { due_on: due, is_overdue: isOverdue });
  await scheduleLook(ctx, loaded);
}
