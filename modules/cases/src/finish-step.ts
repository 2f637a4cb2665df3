import { ok, refuse, saidOf } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { actOnCase } from './act-on-case.ts';
import { isDecisionDue, nextStep } from './domain/turn.ts';
import type { CaseRef } from './store-cases.ts';

/** Finishes the step that is due, with an opinion. The last step is the decision and is finished by deciding. */
export function finishStep(ctx: Ctx, ref: CaseRef, given: { step: string; agrees: boolean; note: string }) {
  return actOnCase(ctx, ref, 'step-finished', ({ state, item }) => {
    const due = nextStep(state, item.process.steps);
    if (!due || due.key !== given.step || isDecisionDue(state, item.process.steps))
      return refuse({ kind: 'step-not-due' });
    if (!ctx.actor.roles.includes(due.role)) return refuse({ kind: 'not-your-part' });
    const note = saidOf(given.note);
    if (!given.agrees && !note) return refuse({ kind: 'reason-missing' });
    return ok({ kind: 'step-finished' as const, step: due.key, agrees: given.agrees, note });
  });
}

/** Sends a case back to a step that was finished, with what is to be done again. */
export function returnToStep(ctx: Ctx, ref: CaseRef, given: { toStep: string; reason: string }) {
  return actOnCase(ctx, ref, 'sent-back', ({ state }) => {
    if (!state.stepsDone.includes(given.toStep)) return refuse({ kind: 'step-not-done' });
    const reason = saidOf(given.reason);
    if (!reason) return refuse({ kind: 'reason-missing' });
    return ok({ kind: 'sent-back' as const, toStep: given.toStep, reason });
  });
}
