import type { CivilDate } from '@zhengtong/kernel';
import { isWithinDivision } from '../divisions/division-code.ts';
import type { Sentence } from '../say.ts';
import { dateOfDay, dayNumber, weekdayOf } from './day-number.ts';
import { announcedNotices, type Notice } from './notices.ts';
import { listStatutoryDays } from './statutory.ts';

/** A day of one area: 壮族三月三 in Guangxi, a fair, a flood. Beats the notice of the state for places inside it. */
export type LocalDay = {
  /** Any division code; the day holds for every division inside. */
  readonly division: string;
  readonly on: CivilDate;
  readonly isWorking: boolean;
  readonly name: Sentence;
  /** The document that says so: 示例市人民政府〔2027〕3号. */
  readonly document?: string;
};

export type DayKind = 'working' | 'make-up' | 'weekend' | 'holiday' | 'local-holiday' | 'local-working';

export type Day = {
  readonly on: CivilDate;
  readonly kind: DayKind;
  readonly isWorking: boolean;
  /** Absent for ordinary working days and weekends. */
  readonly name?: Sentence;
  /** What it rests on, where that was given. */
  readonly document?: string;
  /** No notice covers the day yet: the answer follows from the law alone and may change. */
  readonly isProvisional: boolean;
};

type SpecialDay = { readonly kind: DayKind; readonly name: Sentence; readonly document?: string };

/** Made by `makeWorkCalendar`; the arrays are for the clock beside this folder. */
export type WorkCalendar = {
  readonly firstOn: CivilDate;
  readonly lastOn: CivilDate;
  /** The last year whose notice is known. */
  readonly announcedThrough: number;
  /** Days from this one on are provisional. */
  readonly provisionalFrom: CivilDate;
  readonly first: number;
  readonly last: number;
  /** By day since `first`: how many working days lie between `first` and it, both counted. */
  readonly workedUpTo: Int32Array;
  /** Day numbers of the working days, in order. */
  readonly workingDays: Int32Array;
  readonly special: ReadonlyMap<number, SpecialDay>;
};

export type WorkCalendarOptions = {
  /** Notices known to the operator before the package: they replace a built-in one of the same year. */
  readonly notices?: readonly Notice[];
  /** Where two speak of one day the later one holds. */
  readonly localDays?: readonly LocalDay[];
  /** Whose local days hold. Without it none do. */
  readonly division?: string;
  /** Built-in notices of later years are left out: what was known on a day before they came. */
  readonly builtInThrough?: number;
};

const firstYear = 2007;
const lastYear = 2099;

/**
 * 工作日 from 2007 to 2099: weekends, the State Council's holidays and make-up days, after the last notice the holidays
 * of the law alone (said to be provisional), local days over all. Takes some milliseconds: make one a division, keep it.
 */
export function makeWorkCalendar(options: WorkCalendarOptions = {}): WorkCalendar {
  const { builtInThrough = lastYear } = options;
  const builtIn = announcedNotices.filter(({ year }) => year <= builtInThrough);
  const notices = new Map(builtIn.map((notice) => [notice.year, notice]));
  for (const notice of options.notices ?? []) notices.set(notice.year, notice);
  const announcedThrough = lastInRow(notices);
  const special = new Map<number, SpecialDay>();
  for (let year = firstYear; year <= lastYear; year++) {
    const notice = notices.get(year);
    if (!notice) {
      for (const { on, name } of listStatutoryDays(year)) special.set(dayNumber(on), { kind: 'holiday', name });
      continue;
    }
    const source = sourceOf(notice);
    for (const { on, name } of notice.off) special.set(dayNumber(on), { kind: 'holiday', name, ...source });
    for (const { on, name } of notice.worked) special.set(dayNumber(on), { kind: 'make-up', name, ...source });
  }
  const division = options.division;
  for (const day of division === undefined ? [] : (options.localDays ?? [])) {
    if (!isWithinDivision(division ?? '', day.division)) continue;
    const kind = day.isWorking ? 'local-working' : 'local-holiday';
    special.set(dayNumber(day.on), { kind, name: day.name, ...sourceOf(day) });
  }
  const firstOn = `${firstYear}-01-01` as CivilDate;
  const lastOn = `${lastYear}-12-31` as CivilDate;
  const provisionalFrom = `${announcedThrough}-12-25` as CivilDate;
  return {
    firstOn,
    lastOn,
    announcedThrough,
    provisionalFrom,
    special,
    ...count(dayNumber(firstOn), dayNumber(lastOn), special),
  };
}

const sourceOf = ({ document }: { readonly document?: string }): { readonly document?: string } =>
  document === undefined ? {} : { document };

function lastInRow(notices: ReadonlyMap<number, Notice>): number {
  let year = firstYear;
  while (notices.has(year + 1)) year++;
  return year;
}

function count(first: number, last: number, special: WorkCalendar['special']) {
  const workedUpTo = new Int32Array(last - first + 1);
  const working = new Int32Array(last - first + 1);
  let worked = 0;
  for (let day = first; day <= last; day++) {
    const kind = special.get(day)?.kind;
    const isOff = kind ? kind === 'holiday' || kind === 'local-holiday' : weekdayOf(day) >= 5;
    if (!isOff) working[worked++] = day;
    workedUpTo[day - first] = worked;
  }
  return { first, last, workedUpTo, workingDays: working.slice(0, worked) };
}

/** Throws a RangeError outside the calendar's years: a date there is a mistake of the program, not of a person. */
export function checkedDay(calendar: WorkCalendar, on: CivilDate): number {
  const day = dayNumber(on);
  if (!(day >= calendar.first && day <= calendar.last))
    throw new RangeError(`${on} is outside the working-day calendar (${calendar.firstOn} to ${calendar.lastOn})`);
  return day;
}

/** What a day is, with its name and whether that is certain. */
export function dayAt(calendar: WorkCalendar, on: CivilDate): Day {
  const day = checkedDay(calendar, on);
  const special = calendar.special.get(day);
  const kind = special?.kind ?? (weekdayOf(day) >= 5 ? 'weekend' : 'working');
  const isWorking = kind === 'working' || kind === 'make-up' || kind === 'local-working';
  const isProvisional = on >= calendar.provisionalFrom;
  return { on, kind, isWorking, isProvisional, ...(special ? { name: special.name, ...sourceOf(special) } : {}) };
}

/** Whether work is done on a day in the calendar's division. */
export function isWorkingDay(calendar: WorkCalendar, on: CivilDate): boolean {
  const day = checkedDay(calendar, on);
  return isWorkingNumber(calendar, day);
}

export function isWorkingNumber(calendar: WorkCalendar, day: number): boolean {
  const at = day - calendar.first;
  return calendar.workedUpTo[at] !== (at > 0 ? calendar.workedUpTo[at - 1] : 0);
}

/** Working days after `from` up to and including `to`; negative where `to` is earlier. */
export function countWorkingDays(calendar: WorkCalendar, from: CivilDate, to: CivilDate): number {
  const upTo = (on: CivilDate): number => calendar.workedUpTo[checkedDay(calendar, on) - calendar.first] as number;
  return upTo(to) - upTo(from);
}

/**
 * The n-th working day after a day, which is itself not counted (民法典 201). Negative counts back, to the n-th working
 * day before it. 0 is the day itself or, where it is none, the next working day.
 */
export function addWorkingDays(calendar: WorkCalendar, from: CivilDate, days: number): CivilDate {
  if (!Number.isInteger(days)) throw new RangeError(`${days} is not a whole number of days; halves belong to a term`);
  const day = checkedDay(calendar, from);
  const upTo = calendar.workedUpTo[day - calendar.first] as number;
  const isWorked = isWorkingNumber(calendar, day);
  const index = days > 0 ? upTo + days - 1 : upTo + days - (isWorked ? 1 : 0);
  const found = calendar.workingDays[index];
  if (found === undefined) throw new RangeError(`${days} working days from ${from} leave the calendar`);
  return dateOfDay(found);
}
