import { isFixed as isOfRegister } from '@zhengtong/forms';
import { ok, refuse } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { actOnCase } from './act-on-case.ts';
import { openAnswers } from './answers.ts';
import type { CorrectionPoint } from './domain/action.ts';
import { isFixed } from './domain/field-rights.ts';
import { listQuestionKeys } from './question-keys.ts';
import type { CaseRef } from './store-cases.ts';

/**
 * Asks for everything that is missing, once (行政许可法 32(4): 一次告知). After a correction only points of the first
 * letter that are still wrong may be asked again: something new cannot be held against the applicant.
 */
export function askCorrection(ctx: Ctx, ref: CaseRef, given: { points: readonly CorrectionPoint[] }) {
  return actOnCase(ctx, ref, 'correction-asked', ({ row, item, state }) => {
    const points = given.points.map(({ at, problem }) => ({ at, problem: problem.trim() }));
    if (points.length === 0 || points.some((point) => !point.problem)) return refuse({ kind: 'points-missing' });
    const known = new Set([...item.materials.map((material) => material.key), ...listQuestionKeys(item.form)]);
    const unknown = points.filter((point) => !known.has(point.at)).map((point) => point.at);
    if (unknown.length > 0) return refuse({ kind: 'points-unknown', unknown });
    // What a register says only the register can put right: the applicant would be asked for what they cannot change.
    const { answers } = openAnswers(ctx, row.answers);
    const isStuck = (at: string) =>
      isFixed(at, item.process.fieldRights) || (isOfRegister(answers[at]?.source) && !answers[at]?.parts);
    const fixed = points.filter(({ at }) => isStuck(at)).map(({ at }) => at);
    if (fixed.length > 0) return refuse({ kind: 'points-fixed', fixed });
    const before = state.asked && new Set(state.asked.map((point) => point.at));
    const added = before ? points.filter((point) => !before.has(point.at)).map((point) => point.at) : [];
    if (added.length > 0) return refuse({ kind: 'asked-once', added });
    return ok({ kind: 'correction-asked' as const, points });
  });
}
