import { addDays, civilDateAt, clockTimeAt, type Instant, instantOf } from '@zhengtong/kernel';

/** No phone rings at night because of us: 21:00 to 08:00 in China's time. Sign-in codes are asked for, and go at once. */
const quietFrom = '21:00';
const quietUntil = '08:00';

/** The first instant from `at` on at which an SMS may go out: itself by day, else the next 08:00. */
export function ringableFrom(at: Instant): Instant {
  const time = clockTimeAt(at);
  const on = civilDateAt(at);
  if (time >= quietFrom) return instantOf(addDays(on, 1), quietUntil);
  return time < quietUntil ? instantOf(on, quietUntil) : at;
}
