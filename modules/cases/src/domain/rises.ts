import type { Recorded } from './action.ts';
import { applyAction, emptyCase } from './fold-case.ts';
import { type StepPlan, turnOf } from './turn.ts';

export type Rise = Extract<Recorded, { readonly kind: 'escalated' }>;

/**
 * To whom an overdue case rose, in order, in the body that has it now: begun anew after a decision, and where another body
 * got it, by a transfer or with a step of its own.
 */
export function listRises(
  organisationId: string,
  actions: readonly Recorded[],
  steps: readonly StepPlan[],
): readonly Rise[] {
  let state = emptyCase(organisationId);
  let rises: readonly Rise[] = [];
  for (const action of actions) {
    const wasWith = turnOf(state, steps).organisationId;
    state = applyAction(state, action);
    if (action.kind === 'escalated') rises = [...rises, action];
    else if (action.kind === 'decided' || turnOf(state, steps).organisationId !== wasWith) rises = [];
  }
  return rises;
}
