import { type Instant, toInstant } from '@zhengtong/kernel';

/** Minutes to wait after the first, second … failed try; after the last a person has to look. Half a day in all. */
const waitMinutes = [1, 5, 15, 60, 180, 480] as const;

/** When to try again after `tries` failed ones; undefined when enough was tried. */
export function nextTryAt(tries: number, now: Instant): Instant | undefined {
  const minutes = waitMinutes[tries - 1];
  return minutes === undefined ? undefined : toInstant(Date.parse(now) + minutes * 60_000);
}
