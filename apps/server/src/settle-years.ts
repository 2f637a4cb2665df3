import { adoptBuiltInYears } from '@zhengtong/calendar';
import { isCaseless } from '@zhengtong/cases';
import { ok, refuse } from '@zhengtong/kernel';
import { type Setting, systemActor, transact } from '@zhengtong/platform';
import type { Notice } from '@zhengtong/standards';

const operator = systemActor('operator');

/**
 * The national years this version brings. Where nobody has begun a case they are published at once, days gone by and all:
 * no limit runs that could end in the past, and an installation late in the year asks nothing of its operator. Elsewhere
 * nothing is changed here; answers the years that wait for the operator's word.
 */
export async function settleYears(setting: Setting, notices?: readonly Notice[]): Promise<readonly number[]> {
  const given = notices ? { notices } : {};
  const done = await transact(setting, operator, async (ctx) => {
    const isNew = await isCaseless(ctx.tx);
    const { waiting } = await adoptBuiltInYears(ctx, { ...given, mayWorkPast: isNew });
    // Of a house at work only the answer is wanted: a refusal takes its rows back, and the hourly job publishes.
    return isNew ? ok(waiting) : refuse({ kind: 'only-asked', waiting });
  });
  return done.ok ? done.value : done.refusal.waiting;
}

/** What the operator reads at each start until it is done. */
export const sayWaitingYears = (years: readonly number[]): string[] =>
  years.length === 0
    ? []
    : [
        `  ${years.join('、')} 年的放假安排还没有生效：其中有已经过去的日子会变成工作日，有的期限会因此在过去届满。`,
        '  确定要发布，请运行 npm run zhengtong -- adopt years --past',
        `  The holidays of ${years.join(', ')} are not in force yet: days gone by would become working days, and some limits would`,
        '  run out in the past. To publish them all the same, run npm run zhengtong -- adopt years --past',
      ];
