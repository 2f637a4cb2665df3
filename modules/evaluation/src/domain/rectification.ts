import { addDays, type CivilDate, civilDateAt, type Instant, ok, type Result, refuse } from '@zhengtong/kernel';
import { dueOf, type WorkCalendar } from '@zhengtong/standards';
import { daysToRerate, grades, type Stars } from './grades.ts';
import type { Limits } from './limits.ts';
import { type Doer, type RectificationState, transitions } from './transitions.ts';

export type By = { readonly kind: 'applicant' | 'staff' | 'clock'; readonly id?: string; readonly postId?: string };

export type RectificationAction =
  | { readonly kind: 'opened'; readonly isGroup: boolean }
  | { readonly kind: 'contacted' | 'repaired' | 'explained' | 'fed-back'; readonly words: string }
  | { readonly kind: 're-rated'; readonly stars: Stars }
  | { readonly kind: 'appealed'; readonly because: 'mistaken' | 'malicious'; readonly words: string }
  | { readonly kind: 'appeal-upheld' | 'appeal-rejected'; readonly words: string }
  | { readonly kind: 'escalated'; readonly toPostId: string }
  | { readonly kind: 'closed'; readonly because: 'satisfied' | 'no-answer' | 'second-look'; readonly words?: string };

export type Recorded = RectificationAction & { readonly seq: number; readonly at: Instant; readonly by: By };

/** Nothing here that does not follow from the actions. */
export type Rectification = {
  readonly state: RectificationState;
  readonly seq: number;
  readonly isGroup: boolean;
  readonly openedOn: CivilDate;
  readonly settledOn?: CivilDate;
  readonly fedBackOn?: CivilDate;
  readonly feedBack?: string;
  readonly rerated?: { readonly stars: Stars; readonly on: CivilDate };
  /** Why a supervisor closed it after a second poor word. */
  readonly closing?: string;
  readonly appeal?: { readonly byId: string; readonly outcome?: 'upheld' | 'rejected' };
  /** Where it rose to since it is late, in order, and when it last did. */
  readonly escalated?: { readonly toPostIds: readonly string[]; readonly on: CivilDate };
};

export const foldRectification = (actions: readonly Recorded[]): Rectification | undefined =>
  actions.reduce<Rectification | undefined>(applyAction, undefined);

/** The state one action later. Whether it may happen is `mayHappen`'s to say. */
export function applyAction(before: Rectification | undefined, action: Recorded): Rectification {
  const on = civilDateAt(action.at);
  if (action.kind === 'opened') return { state: 'opened', seq: action.seq, isGroup: action.isGroup, openedOn: on };
  if (!before) throw new Error('a rectification begins by being opened');
  const { to } = transitions[action.kind];
  // What was late is done: a later delay rises from the first post again.
  const { escalated: _done, ...moved } = before;
  const after = to === 'same' ? { ...before, seq: action.seq } : { ...moved, seq: action.seq, state: to };
  switch (action.kind) {
    case 'repaired':
    case 'explained':
      return { ...after, settledOn: on };
    case 'fed-back':
      return { ...after, fedBackOn: on, feedBack: action.words };
    case 're-rated':
      return { ...after, rerated: { stars: action.stars, on } };
    case 'appealed':
      return { ...after, appeal: { byId: action.by.id ?? '' } };
    case 'appeal-upheld':
      return { ...after, appeal: { byId: before.appeal?.byId ?? '', outcome: 'upheld' } };
    case 'appeal-rejected':
      return { ...after, appeal: { byId: before.appeal?.byId ?? '', outcome: 'rejected' } };
    case 'closed':
      return action.words ? { ...after, closing: action.words } : after;
    case 'escalated':
      return { ...after, escalated: { toPostIds: [...(before.escalated?.toPostIds ?? []), action.toPostId], on } };
    default:
      return after;
  }
}

export type NotNow =
  | { readonly kind: 'not-now'; readonly state: RectificationState }
  | { readonly kind: 'not-yours' }
  /** Who asked that a rating be set aside does not decide about it. */
  | { readonly kind: 'own-appeal' }
  | { readonly kind: 'appealed-before' };

/** Whether an action may happen; the one place that says so. */
export function mayHappen(
  before: Rectification,
  kind: RectificationAction['kind'],
  doer: { readonly as: readonly Doer[]; readonly id: string },
): Result<undefined, NotNow> {
  const rule = transitions[kind];
  const notNow = { kind: 'not-now', state: before.state } as const;
  if (!rule.by.some((who) => doer.as.includes(who))) return refuse({ kind: 'not-yours' });
  const from = before.isGroup ? (rule.fromForGroup ?? rule.from) : rule.from;
  if (!from.includes(before.state)) return refuse(notNow);
  const isPending = before.appeal !== undefined && before.appeal.outcome === undefined;
  if (kind === 'appealed' && before.appeal) return refuse({ kind: 'appealed-before' });
  if (kind === 'appeal-upheld' || kind === 'appeal-rejected') {
    if (!isPending) return refuse(notNow);
    if (before.appeal?.byId === doer.id) return refuse({ kind: 'own-appeal' });
  }
  // An appeal that is open is decided before the citizen gets an answer that may be void.
  if (kind === 'fed-back' && isPending) return refuse(notNow);
  // The clock closes what satisfied or was left unanswered; a second poor rating is a supervisor's to look at.
  if (kind === 'closed' && !doer.as.includes('clock') && before.state !== 're-rated') return refuse(notNow);
  return ok();
}

/** The last day of what is due now; undefined where nothing is. An appeal stops no clock: the citizen waits either way. */
export function dueDayOf(state: Rectification, limits: Limits, calendar: WorkCalendar): CivilDate | undefined {
  const day = (from: CivilDate | undefined, term: Limits['contact']): CivilDate | undefined => {
    const due = from && dueOf(calendar, { from, term });
    return due && due.kind === 'due' ? due.on : undefined;
  };
  switch (state.state) {
    case 'opened':
      return day(state.openedOn, state.isGroup ? limits.repair : limits.contact);
    case 'contacted':
      return day(state.openedOn, limits.repair);
    case 'repaired':
    case 'explained':
      return day(state.settledOn, limits.feedBack);
    case 're-rated':
      return state.rerated && grades[state.rerated.stars].isPoor ? day(state.rerated.on, limits.repair) : undefined;
    default:
      return undefined;
  }
}

/** The last day on which the citizen may rate the answer. */
export const rerateUntil = (state: Rectification): CivilDate | undefined =>
  state.state === 'fed-back' && state.fedBackOn ? addDays(state.fedBackOn, daysToRerate) : undefined;
