import { addDays, type CivilDate, type Instant, instantOf } from '@zhengtong/kernel';
import { dayNumber } from '../calendar/day-number.ts';
import { addWorkingDays, countWorkingDays, isWorkingDay, type WorkCalendar } from '../calendar/work-calendar.ts';
import { daysOfTerm, dueOf, joinPauses } from './due.ts';
import type { Due, Limit, Pause } from './limit.ts';

export type ClockReading = {
  readonly due: Due;
  /** Days of the term used up by the end of the day asked about, never more than the term. */
  readonly used: number;
  readonly left: number;
  readonly isStanding: boolean;
  readonly isOverdue: boolean;
  /** Working days past the last day; 0 while in time. */
  readonly overdueBy: number;
};

/** Where a limit stands on a day: what the case page shows beside the form. */
export function readClock(calendar: WorkCalendar, limit: Limit, on: CivilDate): ClockReading {
  const due = dueOf(calendar, limit);
  const total = daysOfTerm(limit.from, limit.term);
  const used = Math.min(total, usedBy(calendar, limit, on));
  const isOverdue = due.kind === 'due' && on > due.on;
  const day = dayNumber(on);
  return {
    due,
    used,
    left: total - used,
    isStanding: joinPauses(limit.pauses ?? []).some(({ from, to }) => day >= from && day < to),
    isOverdue,
    overdueBy: isOverdue ? countWorkingDays(calendar, due.on, on) : 0,
  };
}

function usedBy(calendar: WorkCalendar, limit: Limit, on: CivilDate): number {
  if (on <= limit.from) return 0;
  const start = dayNumber(limit.from);
  const end = dayNumber(on);
  const between = (from: number, to: number): number =>
    limit.term.unit === 'working-day'
      ? countWorkingDays(calendar, addDays(limit.from, from - start), addDays(limit.from, to - start))
      : to - from;
  let used = between(start, end);
  for (const pause of joinPauses(limit.pauses ?? [])) {
    const [from, to] = [Math.max(pause.from, start), Math.min(pause.to, end)];
    if (to > from) used -= between(from, to);
  }
  return used;
}

/**
 * Last days of steps that follow one another inside a promise (0.5 + 0.5 + 2 + 1 + 1): each runs to the sum of those up
 * to it, so that two halves share one day and the last step ends with the whole.
 */
export function planSteps(
  calendar: WorkCalendar,
  from: CivilDate,
  steps: readonly number[],
  pauses: readonly Pause[] = [],
): readonly Due[] {
  let count = 0;
  return steps.map((step) => {
    count += step;
    return dueOf(calendar, { from, term: { unit: 'working-day', count }, pauses });
  });
}

/** The working day some working days before the last one: when to warn. Never before `notBefore`. */
export function warnOn(calendar: WorkCalendar, lastOn: CivilDate, daysBefore: number, notBefore: CivilDate): CivilDate {
  if (daysBefore === 0) return lastOn;
  const on = addWorkingDays(calendar, lastOn, -daysBefore);
  return on < notBefore ? notBefore : on;
}

/**
 * The instant a limit runs out, in China's legal time: noon, the closing of business where there are hours
 * (民法典 203, `closes` as HH:MM), or midnight at the end of the day.
 */
export function instantOfDue(due: Due & { kind: 'due' }, closes?: string): Instant {
  if (due.until === 'noon') return instantOf(due.on, '12:00');
  return closes ? instantOf(due.on, closes) : instantOf(addDays(due.on, 1));
}

/** The first working day on or after a day: when something filed on a Sunday is first seen. */
export const workingDayFrom = (calendar: WorkCalendar, on: CivilDate): CivilDate =>
  isWorkingDay(calendar, on) ? on : addWorkingDays(calendar, on, 1);
