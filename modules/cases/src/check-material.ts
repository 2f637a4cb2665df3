import { ok, refuse, saidOf } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { actOnCase } from './act-on-case.ts';
import type { CaseRef } from './store-cases.ts';

export type CheckGiven = {
  readonly material: string;
  readonly check: string;
  readonly isFine: boolean;
  readonly note?: string;
};

/** Pre-review (预审): one look at one point of one material, kept with the case so that nobody looks twice. */
export function checkMaterial(ctx: Ctx, ref: CaseRef, given: CheckGiven) {
  return actOnCase(ctx, ref, 'material-checked', ({ item }) => {
    const material = item.materials.find((one) => one.key === given.material);
    if (!material?.checks.some((check) => check.key === given.check)) return refuse({ kind: 'no-such-check' });
    const { note: typed, ...rest } = given;
    const note = saidOf(typed);
    if (!given.isFine && !note) return refuse({ kind: 'note-missing' });
    return ok({ kind: 'material-checked' as const, ...rest, ...(note ? { note } : {}) });
  });
}
