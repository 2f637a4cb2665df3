import { ok, type Result, refuse } from '@zhengtong/kernel';
import type { ActionKind } from './action.ts';
import type { CaseState, CaseStatus } from './case-state.ts';
import { type Doer, transitions } from './transitions.ts';

export type TransitionRefusal =
  | { readonly kind: 'wrong-status'; readonly status: CaseStatus }
  | { readonly kind: 'not-your-part' }
  | { readonly kind: 'clock-stands' }
  | { readonly kind: 'clock-runs' }
  | { readonly kind: 'not-claimed' }
  | { readonly kind: 'held-by-other'; readonly heldBy: string };

export type DoerId = { readonly doers: readonly Doer[]; readonly id: string };

/** Whether an action may happen now, by this doer. Answers why not; objects of other organisations are judged elsewhere. */
export function mayHappen(state: CaseState, action: ActionKind, who: DoerId): Result<undefined, TransitionRefusal> {
  const rule = transitions[action];
  if (!rule.from.includes(state.status)) return refuse({ kind: 'wrong-status', status: state.status });
  if (!who.doers.some((doer) => rule.by.includes(doer))) return refuse({ kind: 'not-your-part' });
  if (rule.clock === 'runs' && state.isPaused) return refuse({ kind: 'clock-stands' });
  if (rule.clock === 'stands' && !state.isPaused) return refuse({ kind: 'clock-runs' });
  const isClock = who.doers.includes('clock');
  const heldByOther = state.heldBy !== undefined && state.heldBy !== who.id ? state.heldBy : undefined;
  if ((rule.isHeld || action === 'claimed') && heldByOther && !isClock) {
    return refuse({ kind: 'held-by-other', heldBy: heldByOther });
  }
  if (rule.isHeld && !isClock && state.heldBy === undefined) return refuse({ kind: 'not-claimed' });
  return ok();
}

/** What this doer may do now: the buttons of the page, before the particulars of each are asked for. */
export function listPossible(state: CaseState, who: DoerId): ActionKind[] {
  return (Object.keys(transitions) as ActionKind[]).filter((action) => mayHappen(state, action, who).ok);
}
