import { workCalendarAt } from '@zhengtong/calendar';
import {
  addDays,
  type CivilDate,
  civilDateAt,
  defineEvent,
  type EventKind,
  type Instant,
  instantOf,
  newId,
  type PayloadOf,
} from '@zhengtong/kernel';
import { type Ctx, defineJob, emit, schedule, seal, unseal } from '@zhengtong/platform';
import Type from 'typebox';
import { RectificationClosed, type RectificationOpened, RectificationOverdue } from './contract-events.ts';
import { isLimitsName, limitPresets, usualLimits } from './domain/limits.ts';
import {
  applyAction,
  type By,
  dueDayOf,
  foldRectification,
  type Recorded,
  type Rectification,
  type RectificationAction,
  rerateUntil,
} from './domain/rectification.ts';
import {
  findRectificationRow,
  insertAction,
  listActionRows,
  lockRectificationRow,
  type RectificationPlace,
  type RectificationRow,
  updateRectification,
} from './store-rectifications.ts';

export type Loaded = {
  readonly row: RectificationRow;
  readonly state: Rectification;
  readonly actions: readonly Recorded[];
};

/** Look at a rectification's clock. Looking once too often does no harm. */
export const LookAtRectification = defineJob(
  defineEvent('job.evaluation.look', Type.Object({ rectificationId: Type.String({ format: 'uuid' }) })),
);

export async function loadRectification(
  ctx: Ctx,
  at: RectificationPlace,
  purpose: 'read' | 'change',
): Promise<Loaded | undefined> {
  const row = await (purpose === 'change' ? lockRectificationRow : findRectificationRow)(ctx.tx, at);
  if (!row) return undefined;
  const actions = (await listActionRows(ctx.tx, at)).map((one): Recorded => {
    const action = JSON.parse(unseal(ctx.keys, 'rectification_actions.body', one.body)) as RectificationAction;
    const by: By = { kind: one.by_kind, ...(one.by_id ? { id: one.by_id } : {}) };
    return { ...action, seq: one.seq, at: one.at as Recorded['at'], by };
  });
  const state = foldRectification(actions);
  if (!state) throw new Error('a rectification without its opening');
  return { row, state, actions };
}

/** Puts one action into the log and brings the row to the state it makes. The caller has judged that it may happen. */
export async function recordAction(
  ctx: Ctx,
  { row, state: before, actions }: Loaded,
  action: RectificationAction,
  by: By,
): Promise<Loaded> {
  const recorded: Recorded = { ...action, seq: before.seq + 1, at: ctx.now, by };
  const state = applyAction(before, recorded);
  await saveAction(ctx, row, recorded);
  const isClosed = state.state === 'closed';
  const changes = {
    ...(await columnsOf(ctx, row, state)),
    is_overdue: action.kind === 'escalated' || (row.is_overdue && state.state === before.state),
    ...(isClosed ? { closed_at: ctx.now as string } : {}),
  };
  await updateRectification(ctx.tx, { divisionCode: row.division_code, id: row.id }, changes);
  const after = { row: { ...row, ...changes }, state, actions: [...actions, recorded] };
  if (isClosed) await tell(ctx, after.row, RectificationClosed);
  if (action.kind === 'escalated') await tell(ctx, after.row, RectificationOverdue);
  await scheduleLook(ctx, after);
  return after;
}

export const saveAction = (ctx: Ctx, row: RectificationRow, { seq, at, by, ...action }: Recorded): Promise<void> =>
  insertAction(ctx.tx, {
    division_code: row.division_code,
    rectification_id: row.id,
    seq,
    kind: action.kind,
    at,
    by_kind: by.kind,
    by_id: by.kind === 'applicant' ? null : (by.id ?? null),
    post_id: by.postId ?? null,
    body: seal(ctx.keys, 'rectification_actions.body', JSON.stringify(action)),
  });

/** The row's copy of the state. */
export const columnsOf = async (ctx: Ctx, row: Placed, state: Rectification) => ({
  state: state.state,
  seq: state.seq,
  is_appealed: state.appeal !== undefined && state.appeal.outcome === undefined,
  due_on: (await dueOn(ctx, row, state)) ?? null,
});

type Placed = Pick<RectificationRow, 'limits' | 'division_code'>;

export async function dueOn(ctx: Ctx, row: Placed, state: Rectification): Promise<CivilDate | undefined> {
  const limits = limitPresets[isLimitsName(row.limits) ? row.limits : usualLimits];
  return dueDayOf(state, limits, await workCalendarAt(ctx, row.division_code));
}

export const tell = <E extends typeof RectificationOpened | typeof RectificationClosed | typeof RectificationOverdue>(
  ctx: Ctx,
  row: RectificationRow,
  event: E,
): Promise<void> => {
  const payload: PayloadOf<typeof RectificationOpened> = {
    rectificationId: row.id,
    organisationId: row.organisation_id,
    caseId: row.case_id,
  };
  const news = { event: event as EventKind<string, (typeof RectificationOpened)['payload']>, payload };
  return emit(ctx, { ...news, divisionCode: row.division_code, key: row.id });
};

/** Wakes at the midnight that ends the day something is due on, or on which the citizen may still rate the answer. */
export async function scheduleLook(
  ctx: Ctx,
  { row, state }: Loaded,
  idOf: (at: Instant) => string = () => newId(),
): Promise<void> {
  const last = (await dueOn(ctx, row, state)) ?? rerateUntil(state);
  if (!last) return;
  const atMidnight = instantOf(addDays(last, 1));
  // Already late: the clock looks every day from now on.
  const tomorrow = instantOf(addDays(dayOf(ctx), 1));
  const payload = { rectificationId: row.id };
  const job = { event: LookAtRectification, divisionCode: row.division_code, key: row.id, payload };
  const at = atMidnight > ctx.now ? atMidnight : tomorrow;
  await schedule(ctx, job, at, idOf(at));
}

const dayOf = ({ now }: Ctx) => civilDateAt(now);
