import { addDays, type CivilDate, civilDateAt, clockTimeAt, type Instant, instantOf } from '@zhengtong/kernel';
import type { Sentence } from '../say.ts';
import { dayNumber, weekdayOf } from './day-number.ts';
import { dayAt, type WorkCalendar } from './work-calendar.ts';

/** From `opens` up to, not with, `closes`; `HH:MM` in China's legal time, on one day. */
export type OpenHours = { readonly opens: string; readonly closes: string };

/**
 * When a hall is open. A half day is a day with the morning's hours alone. Being open on a Saturday does not make it a
 * working day: limits go by the calendar, and only their closing hour by the hall.
 */
export type HallHours = {
  readonly workingDays: readonly OpenHours[];
  /** 延时服务, 周末不打烊. A Saturday that is worked for a holiday has the hours of a working day. */
  readonly saturdays?: readonly OpenHours[];
  readonly sundays?: readonly OpenHours[];
  readonly holidays?: readonly OpenHours[];
  /** By weekday, 1 Monday … 5 Friday, where one working day differs: closed on Friday afternoon. */
  readonly byWeekday?: Readonly<Record<number, readonly OpenHours[]>>;
  /** Single days, before every other rule. */
  readonly exceptions?: readonly {
    readonly on: CivilDate;
    readonly hours: readonly OpenHours[];
    readonly why?: Sentence;
  }[];
};

/** The hours of a day; none where the hall is closed. */
export function listOpenHours(calendar: WorkCalendar, hall: HallHours, on: CivilDate): readonly OpenHours[] {
  const exception = hall.exceptions?.find((one) => one.on === on);
  if (exception) return exception.hours;
  const day = dayAt(calendar, on);
  const weekday = weekdayOf(dayNumber(on));
  if (day.isWorking) return (weekday < 5 ? hall.byWeekday?.[weekday + 1] : undefined) ?? hall.workingDays;
  if (day.kind === 'weekend') return (weekday === 5 ? hall.saturdays : hall.sundays) ?? [];
  return hall.holidays ?? [];
}

export function isHallOpen(calendar: WorkCalendar, hall: HallHours, at: Instant): boolean {
  const time = clockTimeAt(at);
  return listOpenHours(calendar, hall, civilDateAt(at)).some(({ opens, closes }) => time >= opens && time < closes);
}

/** The instant itself while open, else the next opening; undefined where none comes within a year. */
export function findNextOpening(calendar: WorkCalendar, hall: HallHours, at: Instant): Instant | undefined {
  if (isHallOpen(calendar, hall, at)) return at;
  const today = civilDateAt(at);
  for (let ahead = 0; ahead <= 366; ahead++) {
    const on = addDays(today, ahead);
    if (on > calendar.lastOn) return undefined;
    const starts = listOpenHours(calendar, hall, on).map(({ opens }) => instantOf(on, opens));
    const next = starts.filter((start) => start > at).sort()[0];
    if (next) return next;
  }
  return undefined;
}

/** When business closes on a day (民法典 203); undefined where the hall does not open. */
export const findClosing = (calendar: WorkCalendar, hall: HallHours, on: CivilDate): string | undefined =>
  listOpenHours(calendar, hall, on)
    .map(({ closes }) => closes)
    .sort()
    .at(-1);
