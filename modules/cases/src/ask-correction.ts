import type { OnlineItem } from '@zhengtong/catalogue';
import { isFixed as isOfRegister } from '@zhengtong/forms';
import { ok, refuse, saidOf } from '@zhengtong/kernel';
import type { Ctx, Language } from '@zhengtong/platform';
import { actOnCase } from './act-on-case.ts';
import type { CorrectionPoint } from './domain/action.ts';
import { isFixed } from './domain/field-rights.ts';
import { listStanding } from './list-standing.ts';
import { listNeeded } from './needed-materials.ts';
import { openedBy } from './opened-by-correction.ts';
import { listApplying, listQuestionKeys, listQuestionLabels } from './question-keys.ts';
import { readAnswers } from './read-answers.ts';
import type { CaseRef } from './store-cases.ts';

/**
 * Asks for everything that is missing, once (行政许可法 32(4): 一次告知). After a correction only points of the first
 * letter that are still wrong may be asked again: something new cannot be held against the applicant.
 */
export function askCorrection(ctx: Ctx, ref: CaseRef, given: { points: readonly CorrectionPoint[] }) {
  return actOnCase(ctx, ref, 'correction-asked', async ({ row, item, state }) => {
    const points = given.points.map(({ at, problem }) => ({ at, problem: saidOf(problem) }));
    if (points.length === 0 || points.some((point) => !point.problem)) return refuse({ kind: 'points-missing' });
    const known = new Set([...item.materials.map((material) => material.key), ...listQuestionKeys(item.form)]);
    const unknown = points.filter((point) => !known.has(point.at)).map((point) => point.at);
    if (unknown.length > 0) return refuse({ kind: 'points-unknown', unknown, about: named(item, unknown) });
    // What is hidden by the other answers the applicant would never be shown, and so could never put right.
    const answered = readAnswers(ctx, { row, item });
    const shown = new Set([...listApplying(answered), ...listNeeded(item, answered.values)].map(({ key }) => key));
    const needless = points.filter((point) => !shown.has(point.at)).map((point) => point.at);
    if (needless.length > 0) return refuse({ kind: 'points-needless', needless, about: named(item, needless) });
    // What a register says only the register can put right: the applicant would be asked for what they cannot change.
    const { answers } = answered.draft;
    const isStuck = (at: string) =>
      isFixed(at, item.process.fieldRights) || (isOfRegister(answers[at]?.source) && !answers[at]?.parts);
    const fixed = points.filter(({ at }) => isStuck(at)).map(({ at }) => at);
    if (fixed.length > 0) return refuse({ kind: 'points-fixed', fixed, about: named(item, fixed) });
    const before = state.asked && new Set(state.asked.map((point) => point.at));
    const added = before ? points.filter((point) => !before.has(point.at)).map((point) => point.at) : [];
    if (added.length > 0) return refuse({ kind: 'asked-once', added, about: named(item, added) });
    const opened = openedBy(item, points).map(({ at }) => at);
    const was = await listStanding(ctx, { row, item }, opened);
    return ok({ kind: 'correction-asked' as const, points, was });
  });
}

/** The points by what people call them, the strange ones by what was sent. */
function named(item: OnlineItem, keys: readonly string[]): { readonly zh: string; readonly en: string } {
  const say = (lang: Language, comma: string) => {
    const labels = listQuestionLabels(item, lang);
    return keys.map((key) => labels.get(key) ?? key).join(comma);
  };
  return { zh: say('zh', '、'), en: say('en', ', ') };
}
