import { ok, type Result, refuse } from '@zhengtong/kernel';
import type { ActionKind } from './action.ts';
import type { CaseState, CaseStatus } from './case-state.ts';
import { type Doer, type Held, transitions } from './transitions.ts';

export type TransitionRefusal =
  | { readonly kind: 'wrong-status'; readonly stands: CaseStatus }
  | { readonly kind: 'not-your-part' }
  | { readonly kind: 'clock-stands' }
  | { readonly kind: 'clock-runs' }
  | { readonly kind: 'not-claimed' }
  | { readonly kind: 'held-by-other'; readonly heldBy: string };

export type DoerId = { readonly doers: readonly Doer[]; readonly id: string };

/** Whether an action may happen now, by this doer. Answers why not; objects of other organisations are judged elsewhere. */
export function mayHappen(state: CaseState, action: ActionKind, who: DoerId): Result<undefined, TransitionRefusal> {
  const rule = transitions[action];
  if (!rule.from.includes(state.status)) return refuse({ kind: 'wrong-status', stands: state.status });
  if (!who.doers.some((doer) => rule.by.includes(doer))) return refuse({ kind: 'not-your-part' });
  if (rule.clock === 'runs' && state.isPaused) return refuse({ kind: 'clock-stands' });
  if (rule.clock === 'stands' && !state.isPaused) return refuse({ kind: 'clock-runs' });
  return judgeHold(state.heldBy, rule.held, who);
}

/** Clocks pass by every hold: the law does not wait for who has the case on the desk. */
function judgeHold(
  heldBy: string | undefined,
  held: Held | undefined,
  { doers, id }: DoerId,
): Result<undefined, TransitionRefusal> {
  if (!held || doers.includes('clock')) return ok();
  if (heldBy === undefined) return held.startsWith('own') ? refuse({ kind: 'not-claimed' }) : ok();
  if (heldBy === id || (held.endsWith('-or-above') && doers.includes('supervisor'))) return ok();
  return refuse({ kind: 'held-by-other', heldBy });
}

/** What this doer may do now: the buttons of the page, before the particulars of each are asked for. */
export function listPossible(state: CaseState, who: DoerId): ActionKind[] {
  return (Object.keys(transitions) as ActionKind[]).filter((action) => mayHappen(state, action, who).ok);
}
