import type { CaseState } from './case-state.ts';

export type StepPlan = {
  readonly key: string;
  readonly role: 'reviewer' | 'approver';
  readonly organisationId?: string | undefined;
};

/** Whose turn it is; what the inboxes are sorted by. */
export type Turn = {
  readonly role: 'clerk' | 'reviewer' | 'approver' | null;
  readonly step: string | null;
  readonly organisationId: string;
};

/** The step that comes next after acceptance; undefined once all are done. */
export const nextStep = (state: CaseState, steps: readonly StepPlan[]): StepPlan | undefined =>
  steps.find((step) => !state.stepsDone.includes(step.key));

/** The last step is the decision itself: whoever decides finishes it. */
export const isDecisionDue = (state: CaseState, steps: readonly StepPlan[]): boolean =>
  nextStep(state, steps)?.key === steps.at(-1)?.key;

/**
 * The roles a body needs to go on with a case it is handed. A clerk always: who accepts it, and who delivers the decision
 * (行政许可法 44), since a decided case is handed on no more. Once accepted, also every step of its own still to come.
 */
export function rolesToCome(state: CaseState, steps: readonly StepPlan[]): ReadonlySet<NonNullable<Turn['role']>> {
  const toCome = state.status === 'accepted' ? steps.filter(({ key }) => !state.stepsDone.includes(key)) : [];
  const own = toCome.filter((step) => !step.organisationId);
  return new Set(['clerk', ...own.map((step) => roleOf(step, steps))]);
}

/** The last step is the decision, whoever the item names for it. */
const roleOf = (step: StepPlan, steps: readonly StepPlan[]) =>
  step.key === steps.at(-1)?.key ? 'approver' : step.role;

export function turnOf(state: CaseState, steps: readonly StepPlan[]): Turn {
  const { organisationId, status } = state;
  if (status === 'submitted' || status === 'decided') return { role: 'clerk', step: null, organisationId };
  const step = status === 'accepted' ? nextStep(state, steps) : undefined;
  if (!step) return { role: null, step: null, organisationId };
  return { role: roleOf(step, steps), step: step.key, organisationId: step.organisationId ?? organisationId };
}
