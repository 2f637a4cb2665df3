import type { Role } from '@zhengtong/kernel';
import type { ActionKind } from './action.ts';
import type { CaseStatus } from './case-state.ts';

export type Doer = 'applicant' | 'clock' | Extract<Role, 'clerk' | 'reviewer' | 'approver' | 'supervisor'>;

/**
 * Who may act as to the hold, so that two officers do not both work on a case. `own`: only who claimed it. `free`: nobody
 * else may have it claimed. With `-or-above` the supervisor alone may also act on a case somebody else holds.
 */
export type Held = 'own' | 'own-or-above' | 'free' | 'free-or-above';

export type Transition = {
  readonly from: readonly CaseStatus[];
  readonly to: CaseStatus | 'same';
  readonly by: readonly Doer[];
  /** Whether the clock must run, must stand, or does not matter. */
  readonly clock?: 'runs' | 'stands';
  readonly held?: Held;
  /** The law it carries out. */
  readonly law?: string;
};

/** What may happen to a case, when, and by whom. The README shows this table; a test holds the two together. */
export const transitions: Readonly<Record<ActionKind, Transition>> = {
  started: { from: ['draft'], to: 'draft', by: ['applicant'] },
  submitted: { from: ['draft'], to: 'submitted', by: ['applicant'], law: '行政许可法29' },
  'material-checked': {
    from: ['submitted', 'accepted'],
    to: 'same',
    by: ['clerk', 'reviewer', 'approver'],
    held: 'own',
  },
  'original-compared': {
    from: ['submitted', 'accepted'],
    to: 'same',
    by: ['clerk', 'reviewer', 'approver'],
    held: 'own',
    law: '国办函〔2016〕108号',
  },
  'correction-asked': { from: ['submitted'], to: 'correction', by: ['clerk'], held: 'own', law: '行政许可法32(4)' },
  'correction-answered': { from: ['correction'], to: 'submitted', by: ['applicant'], law: '行政许可法32(4)' },
  accepted: { from: ['submitted'], to: 'accepted', by: ['clerk', 'clock'], held: 'own', law: '行政许可法32(4)(5)' },
  'not-accepted': { from: ['submitted'], to: 'not-accepted', by: ['clerk'], held: 'own', law: '行政许可法32(1)(2)' },
  claimed: {
    from: ['submitted', 'accepted', 'decided'],
    to: 'same',
    by: ['clerk', 'reviewer', 'approver'],
    held: 'free',
  },
  released: {
    from: ['submitted', 'accepted', 'decided'],
    to: 'same',
    by: ['clerk', 'reviewer', 'approver', 'supervisor', 'clock'],
    held: 'own-or-above',
  },
  paused: {
    from: ['accepted'],
    to: 'same',
    by: ['clerk', 'reviewer', 'approver'],
    clock: 'runs',
    held: 'own',
    law: '行政许可法45',
  },
  resumed: {
    from: ['accepted'],
    to: 'same',
    by: ['clerk', 'reviewer', 'approver'],
    clock: 'stands',
    held: 'own',
    law: '行政许可法45',
  },
  extended: { from: ['accepted'], to: 'same', by: ['supervisor'], clock: 'runs', law: '行政许可法42' },
  'step-finished': {
    from: ['accepted'],
    to: 'same',
    by: ['reviewer', 'approver'],
    clock: 'runs',
    held: 'own',
    law: '行政许可法34',
  },
  'sent-back': { from: ['accepted'], to: 'same', by: ['reviewer', 'approver'], clock: 'runs', held: 'own' },
  transferred: {
    from: ['submitted', 'accepted'],
    to: 'same',
    by: ['clerk', 'reviewer', 'approver', 'supervisor'],
    clock: 'runs',
    held: 'free-or-above',
  },
  decided: {
    from: ['accepted'],
    to: 'decided',
    by: ['approver', 'clock'],
    clock: 'runs',
    held: 'own',
    law: '行政许可法38',
  },
  warned: {
    from: ['submitted', 'accepted', 'decided'],
    to: 'same',
    by: ['clock'],
    clock: 'runs',
    law: '行政许可法32, 42, 44',
  },
  'pause-overdue': { from: ['accepted'], to: 'same', by: ['clock'], clock: 'stands', law: '行政许可法45' },
  escalated: { from: ['accepted', 'decided'], to: 'same', by: ['clock'], law: '行政许可法42, 44' },
  delivered: { from: ['decided'], to: 'delivered', by: ['clerk'], held: 'free', law: '行政许可法44' },
  withdrawn: { from: ['draft', 'submitted', 'correction', 'accepted'], to: 'withdrawn', by: ['applicant'] },
  lapsed: { from: ['draft', 'correction'], to: 'lapsed', by: ['clock'] },
  archived: {
    from: ['delivered', 'not-accepted', 'withdrawn', 'lapsed'],
    to: 'archived',
    by: ['clerk', 'supervisor'],
  },
};
