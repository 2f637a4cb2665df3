import type { CivilDate } from '@zhengtong/kernel';
import { dateOfDay, dayNumber } from '../calendar/day-number.ts';
import { checkedDay, isWorkingNumber, type WorkCalendar } from '../calendar/work-calendar.ts';
import { checkTerm, type Due, type Limit, type Pause, type Term } from './limit.ts';
import { addMonths } from './month.ts';

/** Pauses as day numbers: days after `from` up to and with `to` are not counted. Sorted, apart, none empty. */
export type Stretch = { readonly from: number; readonly to: number };

export function joinPauses(pauses: readonly Pause[]): readonly Stretch[] {
  if (pauses.length === 0) return [];
  const sorted = pauses
    .map(({ from, to }) => ({ from: dayNumber(from), to: to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to) }))
    .filter(isStretch)
    .sort((a, b) => a.from - b.from);
  const joined: { from: number; to: number }[] = [];
  for (const one of sorted) {
    const last = joined.at(-1);
    if (last && one.from <= last.to) last.to = Math.max(last.to, one.to);
    else joined.push({ ...one });
  }
  return joined;
}

/** A pause opened and closed on one day takes no time; one that closes before it opens is a mistake of the program. */
function isStretch({ from, to }: Stretch): boolean {
  if (!(to >= from))
    throw new RangeError(`a pause cannot end before it begins: ${dateOfDay(from)} to ${dateOfDay(to)}`);
  return to > from;
}

/** Days a term takes, in its own counting: months and years become the natural days to their corresponding day. */
export function daysOfTerm(from: CivilDate, term: Term): number {
  if (term.unit === 'working-day' || term.unit === 'natural-day') return term.count;
  const months = term.unit === 'month' ? term.count : term.count * 12;
  return dayNumber(addMonths(from, months)) - dayNumber(from);
}

/**
 * The last day of a limit. One rule behind it: a day counts if the clock was running when the day began; the last day
 * is the first on which the count is full, that is no day of rest, and at whose end the clock does not stand. A limit
 * of 0 days is to be met on the spot: the day itself, or the next working day.
 * Throws a RangeError for dates outside the calendar.
 */
export function dueOf(calendar: WorkCalendar, limit: Limit): Due {
  checkTerm(limit.term);
  const start = checkedDay(calendar, limit.from);
  const byWork = limit.term.unit === 'working-day';
  const total = daysOfTerm(limit.from, limit.term);
  // The day on which the count is full after `from`, and how much a stretch of days holds.
  const reach = (from: number, days: number): number => (byWork ? nthWorkingDay(calendar, from, days) : from + days);
  const held = (from: number, to: number): number => (byWork ? workedBetween(calendar, from, to) : to - from);
  let from = start;
  let left = total;
  let isMoved = false;
  for (const pause of limit.pauses ? joinPauses(limit.pauses) : []) {
    if (pause.to <= from) continue;
    const stopsAt = Math.max(pause.from, from);
    const full = reach(from, Math.ceil(left));
    const last = nextWorkingDay(calendar, full);
    if (last < stopsAt) break;
    // Full on the very day the pause opens: nothing is left, yet a limit does not run out while the clock stands.
    if (full <= stopsAt) {
      isMoved = true;
      left = 0;
    } else left -= held(from, stopsAt);
    if (pause.to === Number.POSITIVE_INFINITY) return { kind: 'standing', since: dateOfDay(stopsAt), left };
    from = pause.to;
  }
  const full = reach(from, Math.ceil(left));
  const last = nextWorkingDay(calendar, full);
  const on = dateOfDay(last);
  return {
    kind: 'due',
    on,
    until: !isMoved && last === full && left % 1 !== 0 ? 'noon' : 'end-of-day',
    isMoved: isMoved || last !== full,
    isProvisional: on >= calendar.provisionalFrom,
  };
}

function workedBetween(calendar: WorkCalendar, from: number, to: number): number {
  const at = (day: number): number => {
    const worked = calendar.workedUpTo[day - calendar.first];
    if (worked === undefined) throw outside(calendar, day);
    return worked;
  };
  return at(to) - at(from);
}

function nthWorkingDay(calendar: WorkCalendar, from: number, days: number): number {
  if (days === 0) return from;
  const worked = calendar.workedUpTo[from - calendar.first];
  const found = worked === undefined ? undefined : calendar.workingDays[worked + days - 1];
  if (found === undefined) throw outside(calendar, from);
  return found;
}

/** The day itself or the first working day after it (民法典 203: the day after the rest has ended). */
function nextWorkingDay(calendar: WorkCalendar, day: number): number {
  for (let at = day; at <= calendar.last; at++) if (isWorkingNumber(calendar, at)) return at;
  throw outside(calendar, day);
}

const outside = (calendar: WorkCalendar, day: number): RangeError =>
  new RangeError(`${dateOfDay(day)} is outside the working-day calendar (to ${calendar.lastOn})`);
