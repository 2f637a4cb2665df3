import type { CivilDate } from '@zhengtong/kernel';

/** The corresponding day some months later, or the last day of that month where there is none (民法典 202). */
export function addMonths(from: CivilDate, months: number): CivilDate {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const lastDay = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${toYear}-${two(toMonth)}-${two(Math.min(day, lastDay))}` as CivilDate;
}
