import type { CivilDate } from '@zhengtong/kernel';

// Day numbers count from 2000-01-01 = 0. Working on numbers makes a due date cost a few array reads; the strings are
// made once a day and kept, because most answers fall on the same few thousand days.
const epoch = Date.UTC(2000, 0, 1);
const dayMs = 86_400_000;

const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
};

/** Days since 2000-01-01, by the civil calendar's own arithmetic (years begin in March, so February ends a year). */
export function dayNumber(date: CivilDate): number {
  const month = digits(date, 5, 7);
  const year = digits(date, 0, 4) - (month <= 2 ? 1 : 0);
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(date, 8, 10) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + ofYear - 730_425;
}

const dates: CivilDate[] = [];

export function dateOfDay(day: number): CivilDate {
  const kept = dates[day];
  if (kept !== undefined) return kept;
  const date = new Date(epoch + day * dayMs).toISOString().slice(0, 10) as CivilDate;
  if (day >= 0 && day < 40_000) dates[day] = date;
  return date;
}

/** 0 Monday … 6 Sunday. 2000-01-01 was a Saturday. */
export const weekdayOf = (day: number): number => (((day + 5) % 7) + 7) % 7;
