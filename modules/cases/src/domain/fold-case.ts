import { civilDateAt } from '@zhengtong/kernel';
import type { Recorded } from './action.ts';
import type { CaseState } from './case-state.ts';

/** A case before anything happened to it, in the organisation its item belongs to. */
export const emptyCase = (organisationId: string): CaseState => ({
  status: 'draft',
  seq: 0,
  organisationId,
  isDeemedAccepted: false,
  checks: {},
  pauses: [],
  isPaused: false,
  isPauseOverdue: false,
  extensionDays: 0,
  stepsDone: [],
});

/** The state is a fold over the actions, in their order. The row in the table is a copy of this for reading. */
export const foldCase = (organisationId: string, actions: readonly Recorded[]): CaseState =>
  actions.reduce(applyAction, emptyCase(organisationId));

/** What one action makes of a case. Whether it may happen was judged before; here everything is taken as it came. */
export function applyAction(before: CaseState, action: Recorded): CaseState {
  const on = civilDateAt(action.at);
  const next = { ...before, seq: action.seq };
  switch (action.kind) {
    case 'started':
    case 'escalated':
    case 'original-compared':
      return next;
    case 'submitted':
      return { ...next, status: 'submitted', receivedOn: on };
    case 'material-checked': {
      const { isFine, note } = action;
      return {
        ...next,
        checks: { ...before.checks, [`${action.material}/${action.check}`]: note ? { isFine, note } : { isFine } },
      };
    }
    case 'correction-asked':
      return {
        ...without(without(next, 'heldBy'), 'was'),
        status: 'correction',
        asked: action.points,
        askedOn: on,
        ...(action.was ? { was: action.was } : {}),
      };
    case 'correction-answered':
      return { ...next, status: 'submitted', receivedOn: on, checks: keepChecks(before) };
    case 'accepted':
      // 32(4): not told in time means accepted from the day the materials came in. The next step is another post's, so
      // the case lies free for it, whatever the clerk remembers to do.
      return {
        ...without(next, 'heldBy'),
        status: 'accepted',
        isDeemedAccepted: action.isDeemed,
        acceptedOn: action.isDeemed ? (before.receivedOn ?? on) : on,
      };
    case 'not-accepted':
      return { ...without(next, 'heldBy'), status: 'not-accepted', reasons: action.reason };
    case 'claimed':
      return { ...next, heldBy: action.by.id };
    case 'warned':
      return { ...next, warnedOf: action.lastOn };
    case 'pause-overdue':
      return { ...next, isPauseOverdue: true };
    case 'released':
      return without(next, 'heldBy');
    case 'paused': {
      const reason = {
        zh: `${action.name}：${action.reason}（${action.law}）`,
        en: `${action.nameEn ?? action.name}: ${action.reason} (${action.law})`,
      };
      return { ...next, isPaused: true, pausedFor: action.procedure, pauses: [...before.pauses, { from: on, reason }] };
    }
    case 'resumed':
      return {
        ...without(next, 'pausedFor'),
        isPaused: false,
        isPauseOverdue: false,
        pauses: before.pauses.map((pause) => (pause.to ? pause : { ...pause, to: on })),
      };
    case 'extended':
      return { ...next, extensionDays: before.extensionDays + action.workingDays };
    case 'step-finished':
      return { ...without(next, 'heldBy'), stepsDone: [...before.stepsDone, action.step] };
    case 'sent-back': {
      const at = before.stepsDone.indexOf(action.toStep);
      return { ...without(next, 'heldBy'), stepsDone: at < 0 ? before.stepsDone : before.stepsDone.slice(0, at) };
    }
    case 'transferred':
      return { ...without(next, 'heldBy'), organisationId: action.organisationId };
    case 'decided': {
      const { outcome, reasons, laws, conditions } = action;
      const decided = {
        status: 'decided' as const,
        outcome,
        reasons,
        laws,
        decidedOn: on,
        ...(conditions ? { conditions } : {}),
      };
      return { ...without(next, 'heldBy'), ...decided };
    }
    case 'delivered':
      return { ...without(next, 'heldBy'), status: 'delivered', deliveredOn: on };
    case 'withdrawn':
      return { ...without(next, 'heldBy'), status: 'withdrawn' };
    case 'lapsed':
      return { ...without(next, 'heldBy'), status: 'lapsed' };
    case 'archived':
      return { ...next, status: 'archived' };
  }
}

function without<K extends keyof CaseState>(state: CaseState, key: K): Omit<CaseState, K> & CaseState {
  const { [key]: _gone, ...rest } = state;
  return rest as Omit<CaseState, K> & CaseState;
}

/** What was found wrong is looked at again; what was fine stays fine. */
function keepChecks({ checks, asked = [] }: CaseState): CaseState['checks'] {
  const corrected = new Set(asked.map((point) => point.at));
  return Object.fromEntries(Object.entries(checks).filter(([key]) => !corrected.has(key.split('/')[0] ?? '')));
}
