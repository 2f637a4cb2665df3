import { toInstant } from '@zhengtong/kernel';
import type { RecurringJob } from '@zhengtong/platform';
import { eraseLettersBefore } from './store-letters.ts';
import { eraseSendingsBefore } from './store-sendings.ts';

const dayMs = 86_400_000;
/** Kept no longer than they serve (个人信息保护法 19): letters as long as most remedies run, the log of sending a year. */
const letterDays = 3 * 365;
const sendingDays = 365;

export const eraseOld: RecurringJob = {
  name: 'job.messages.erase-old',
  everyMinutes: 24 * 60,
  run: async (ctx) => {
    const before = (days: number) => toInstant(Date.parse(ctx.now) - days * dayMs);
    await eraseLettersBefore(ctx.tx, before(letterDays));
    await eraseSendingsBefore(ctx.tx, before(sendingDays));
  },
};
