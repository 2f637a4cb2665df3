import { addDays, type CivilDate } from '@zhengtong/kernel';
import { dayAt, type WorkCalendar } from '../calendar/work-calendar.ts';
import type { Due, Limit } from '../clock/limit.ts';
import { addMonths } from '../clock/month.ts';

/**
 * The same law, written the slow way: one day after another, each asked whether it counts. Nothing of the fast
 * arithmetic is used, so that an error in one of the two shows as a difference. `isWorked` may come from the announcements
 * themselves, so that the making of the calendar is judged too.
 */
export function makeOracle(
  calendar: WorkCalendar,
  isWorked: (on: CivilDate) => boolean = (on) => dayAt(calendar, on).isWorking,
): (limit: Limit) => Due {
  const { dates, places } = listDays(calendar);
  const works = dates.map(isWorked);
  return (limit) => {
    const { unit } = limit.term;
    const pauses = (limit.pauses ?? []).map(({ from, to }) => ({ from, to: to ?? ('9999-12-31' as CivilDate) }));
    const isPaused = (on: CivilDate): boolean => pauses.some(({ from, to }) => from < on && on <= to);
    const standsAtEndOf = (on: CivilDate): boolean => pauses.some(({ from, to }) => from <= on && on < to);
    let place = places.get(limit.from) as number;
    let total = limit.term.count;
    if (unit === 'month' || unit === 'year') {
      const end = addMonths(limit.from, unit === 'month' ? total : total * 12);
      total = 0;
      for (let on = limit.from; on < end; on = addDays(on, 1)) total++;
    }
    let counted = 0;
    let full = counted >= total ? place : -1;
    for (;;) {
      const on = dates[place];
      if (on === undefined) throw new RangeError('outside the calendar');
      if (full < 0 && on > limit.from && !isPaused(on) && (unit !== 'working-day' || works[place])) {
        counted += 1;
        if (counted >= total) full = place;
      }
      if (full >= 0 && works[place] && !standsAtEndOf(on)) {
        const isMoved = place !== full;
        const until = !isMoved && counted > total ? 'noon' : 'end-of-day';
        return { kind: 'due', on, until, isMoved, isProvisional: on >= calendar.provisionalFrom };
      }
      const open = pauses.find(({ from, to }) => to === '9999-12-31' && from <= on);
      if (open) {
        const stands = pauses.filter(({ to }) => to === '9999-12-31').map(({ from }) => from);
        return {
          kind: 'standing',
          since: firstStanding(stands, pauses, limit.from),
          left: Math.max(0, total - counted),
        };
      }
      place++;
    }
  };
}

type Days = { readonly dates: readonly CivilDate[]; readonly places: ReadonlyMap<CivilDate, number> };
let listed: Days | undefined;

/** Every day of a calendar in order; all calendars reach from one day to one other. */
function listDays({ firstOn, lastOn }: WorkCalendar): Days {
  if (listed?.dates[0] === firstOn && listed.dates.at(-1) === lastOn) return listed;
  const dates: CivilDate[] = [];
  for (let on = firstOn; on <= lastOn; on = addDays(on, 1)) dates.push(on);
  listed = { dates, places: new Map(dates.map((on, place) => [on, place])) };
  return listed;
}

/** The clock stands since the first day from which, going back, every day was one of standing. */
function firstStanding(
  open: readonly CivilDate[],
  pauses: readonly { from: CivilDate; to: CivilDate }[],
  start: CivilDate,
): CivilDate {
  let since = open.toSorted()[0] as CivilDate;
  for (let moved = true; moved; ) {
    const before = pauses.find(({ from, to }) => from < since && to >= since && to > from);
    moved = before !== undefined;
    if (before) since = before.from;
  }
  return since < start ? start : since;
}

/** Whether two answers say the same, without the cost of a deep comparison: drills compare millions. */
export function isSameDue(a: Due, b: Due): boolean {
  if (a.kind === 'standing') return b.kind === 'standing' && a.since === b.since && a.left === b.left;
  return (
    b.kind === 'due' &&
    a.on === b.on &&
    a.until === b.until &&
    a.isMoved === b.isMoved &&
    a.isProvisional === b.isProvisional
  );
}
