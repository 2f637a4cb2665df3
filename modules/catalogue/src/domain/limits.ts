/** A limit as items write it. */
type Limit = { readonly amount: number; readonly unit: 'working-days' | 'days' | 'months' };

/**
 * How long a limit is in calendar days at the least: five working days are a week, a month has 28 days. Good enough to
 * see that one limit is longer than another of another unit; due dates are the clock's affair.
 */
export const leastDays = ({ amount, unit }: Limit): number =>
  unit === 'working-days' ? (amount / 5) * 7 : unit === 'months' ? amount * 28 : amount;

const mostDays = ({ amount, unit }: Limit): number =>
  unit === 'working-days' ? (amount / 5) * 7 + 2 : unit === 'months' ? amount * 31 : amount;

/** Whether the first is longer than the second whatever the calendar. */
export const isLonger = (first: Limit, second: Limit): boolean =>
  first.unit === second.unit ? first.amount > second.amount : leastDays(first) > mostDays(second);

/** Whole half working days that fit into a limit. */
export const halfDaysIn = (limit: Limit): number =>
  limit.unit === 'working-days' ? limit.amount * 2 : Math.floor((leastDays(limit) / 7) * 5) * 2;
