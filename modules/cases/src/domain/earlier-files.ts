import type { CivilDate, Instant } from '@zhengtong/kernel';
import { civilDateAt } from '@zhengtong/kernel';
import { addMonths } from '@zhengtong/standards';
import type { Recorded } from './action.ts';
import type { CaseState } from './case-state.ts';

/**
 * Whether the office found fault with a material: with something that is looked at in it, or by a correction that was
 * never answered. What came in answer to one stands as new.
 */
export function isFoundWrong(
  material: string,
  { state, actions }: { readonly state: Pick<CaseState, 'checks'>; readonly actions: readonly Recorded[] },
): boolean {
  const isWrong = Object.entries(state.checks).some(([key, { isFine }]) => key.startsWith(`${material}/`) && !isFine);
  const last = actions.findLast(({ kind }) => kind === 'correction-asked' || kind === 'correction-answered');
  return isWrong || (last?.kind === 'correction-asked' && last.points.some(({ at }) => at === material));
}

/** Whether a paper sent at this moment is certainly past its validity: it was not made after it was sent. */
export const isPastValidity = (
  { validMonths }: { readonly validMonths?: number | undefined },
  receivedAt: Instant,
  today: CivilDate,
): boolean => validMonths !== undefined && addMonths(civilDateAt(receivedAt), validMonths) < today;
