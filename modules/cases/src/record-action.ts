import { civilDateAt, defineEvent, drawBytes, type EventKind, type Instant, newId } from '@zhengtong/kernel';
import {
  type Ctx,
  defineJob,
  type News,
  type Part,
  runParts,
  scheduleParts,
  seal,
  tellingPart,
} from '@zhengtong/platform';
import Type from 'typebox';
import * as events from './contract-events.ts';
import type { ActionKind, By, CaseAction, Recorded } from './domain/action.ts';
import { makeOfficialNumber } from './domain/case-number.ts';
import type { CaseState } from './domain/case-state.ts';
import { nextDueDays } from './domain/clocks.ts';
import { applyAction } from './domain/fold-case.ts';
import { nextLook } from './domain/next-look.ts';
import { turnOf } from './domain/turn.ts';
import type { LoadedCase } from './load-case.ts';
import { type ActionRow, type CaseRow, nextActionPart, numberPart, updateCasePart } from './store-cases.ts';
import { letterOf } from './tell-applicant.ts';

type OfCase = typeof events.CaseSubmitted extends EventKind<string, infer S> ? EventKind<string, S> : never;

/** Which actions are told to other rooms. */
const told: Partial<Record<ActionKind, OfCase>> = {
  submitted: events.CaseSubmitted,
  'correction-asked': events.CaseCorrectionAsked,
  'correction-answered': events.CaseCorrected,
  accepted: events.CaseAccepted,
  'not-accepted': events.CaseNotAccepted,
  'step-finished': events.CaseStepFinished,
  decided: events.CaseDecided,
  delivered: events.CaseDelivered,
  withdrawn: events.CaseWithdrawn,
  lapsed: events.CaseLapsed,
  transferred: events.CaseTransferred,
  paused: events.ClockPaused,
  resumed: events.ClockResumed,
  extended: events.ClockExtended,
  warned: events.ClockNear,
  'pause-overdue': events.ClockPauseOverdue,
  escalated: events.ClockOverdue,
};

/** Look at a case's clocks: something may have become due. Looking once too often does no harm. */
export const LookAtCase = defineJob(
  defineEvent('job.cases.look', Type.Object({ caseId: Type.String(), divisionCode: Type.String() })),
);

/** Unique constraints on which a recording fails that somebody else's action came before; or, once in an age, a number. */
export const outdatedBy = ['actions_pkey', 'numbers_pkey'];

/**
 * One action for the log, the state it brings the row to, who is told, and when a clock is to be looked at next, as parts
 * of one statement. The caller has judged that it may happen, on the case as loaded: two actions after the same one have
 * the same place in the log, and the second statement fails as a whole.
 */
export function recordParts(
  ctx: Ctx,
  loaded: LoadedCase,
  action: CaseAction,
  by: By,
): { after: LoadedCase; parts: Part[] } {
  const recorded: Recorded = { ...action, seq: loaded.state.seq + 1, at: ctx.now, by };
  const state = applyAction(loaded.state, recorded);
  const changes: Partial<CaseRow> = { ...columnsOf(ctx, loaded, state), ...numberOf(ctx, loaded, action) };
  const row: CaseRow = { ...loaded.row, ...changes };
  const after = { ...loaded, row, state, actions: [...loaded.actions, recorded] };
  const parts: Part[] = [
    updateCasePart(row, changes),
    nextActionPart(actionRow(ctx, loaded.row, recorded)),
    ...tellingParts(ctx, after, action.kind, loaded.row.organisation_id),
    ...letterOf(ctx, after, action),
    ...lookParts(ctx, after),
  ];
  if (changes.official_number) parts.push(numberPart('official_number', row, changes.official_number));
  return { after, parts };
}

/** Records an action under the row's lock, in the transaction at hand. */
export async function recordAction(ctx: Ctx, loaded: LoadedCase, action: CaseAction, by: By): Promise<LoadedCase> {
  const { after, parts } = recordParts(ctx, loaded, action, by);
  await runParts(ctx.tx, parts);
  return after;
}

export function actionRow(ctx: Ctx, row: Pick<CaseRow, 'division_code' | 'id'>, recorded: Recorded): ActionRow {
  const { seq, at, by, ...action } = recorded;
  return {
    division_code: row.division_code,
    case_id: row.id,
    seq,
    kind: recorded.kind,
    at,
    by_kind: by.kind,
    by_id: by.id,
    post_id: by.postId ?? null,
    body: seal(ctx.keys, 'actions.body', JSON.stringify(action)),
  };
}

export function tellingParts(ctx: Ctx, at: LoadedCase, kind: ActionKind, wasWith?: string): Part[] {
  const event = told[kind];
  return event ? [tellingPart(ctx, newsOf(at, event, wasWith))] : [];
}

/** `wasWith`: the organisation that had the case before what is told. */
export function newsOf(at: Pick<LoadedCase, 'row' | 'state'>, event: OfCase, wasWith?: string): News<OfCase> {
  const { row, state } = at;
  const payload = {
    caseId: row.id,
    divisionCode: row.division_code,
    organisationId: row.organisation_id,
    ...(wasWith && wasWith !== row.organisation_id ? { leftOrganisationId: wasWith } : {}),
    itemId: row.item_id,
    itemVersion: row.item_version,
    applicantId: row.applicant_id,
    ...(row.owner_id === row.applicant_id ? {} : { firmId: row.owner_id }),
    seq: state.seq,
  };
  return { event, divisionCode: row.division_code, key: row.id, payload };
}

/** The row's copy of the state. */
export function columnsOf(
  ctx: Ctx,
  { item, terms, calendar }: Pick<LoadedCase, 'item' | 'terms' | 'calendar'>,
  state: CaseState,
) {
  const turn = turnOf(state, item.process.steps);
  const { dueOn, legalDueOn, warnOn } = nextDueDays(state, terms, calendar);
  return {
    status: state.status,
    seq: state.seq,
    organisation_id: turn.organisationId,
    is_paused: state.isPaused,
    is_pause_overdue: state.isPauseOverdue,
    outcome: state.outcome ?? null,
    held_by: state.heldBy ?? null,
    step: turn.step,
    role_due: turn.role,
    received_on: state.receivedOn ?? null,
    accepted_on: state.acceptedOn ?? null,
    decided_on: state.decidedOn ?? null,
    due_on: dueOn,
    legal_due_on: legalDueOn,
    warn_on: warnOn,
    is_overdue: ['accepted', 'decided'].includes(state.status) && dueOn !== null && civilDateAt(ctx.now) > dueOn,
    changed_at: ctx.now as string,
  };
}

function numberOf(ctx: Ctx, { row }: LoadedCase, action: CaseAction): Partial<CaseRow> {
  if (action.kind === 'submitted') return { submitted_at: ctx.now };
  if (action.kind !== 'accepted') return {};
  return { official_number: makeOfficialNumber(row.division_code, civilDateAt(ctx.now), drawBytes) };
}

export async function scheduleLook(ctx: Ctx, at: LoadedCase, idOf?: (at: Instant) => string): Promise<void> {
  const parts = lookParts(ctx, at, idOf);
  if (parts.length > 0) await runParts(ctx.tx, parts);
}

/** Asks, as parts of a statement, to be woken when a clock next says something; none where no clock runs. */
export function lookParts(
  ctx: Ctx,
  { row, state, terms, calendar }: LoadedCase,
  idOf: (at: Instant) => string = () => newId(),
): Part[] {
  const at: Instant | undefined = nextLook(state, terms, calendar, ctx.now);
  if (!at) return [];
  const payload = { caseId: row.id, divisionCode: row.division_code };
  const job = { event: LookAtCase, divisionCode: row.division_code, key: row.id, payload };
  return [scheduleParts(ctx, 'look', job, at, idOf(at))];
}
