import { type CivilDate, civilDateAt, clockTimeAt, type Instant } from '@zhengtong/kernel';
import type { Lang } from '@zhengtong/ui';

const names = { zh: ['一', '二', '三', '四', '五', '六', '日'], en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] };
const months = 'January February March April May June July August September October November December'.split(' ');

/** 1 is Monday. */
export const weekdayOf = (on: string): number => new Date(`${on}T00:00:00Z`).getUTCDay() || 7;

const parts = (on: string): [number, number, number] => {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  return [year, month, day];
};

/** "2026年11月30日", "30 November 2026". */
export function sayDay(on: string, lang: Lang): string {
  const [year, month, day] = parts(on);
  return lang === 'zh' ? `${year}年${month}月${day}日` : `${day} ${months[month - 1]} ${year}`;
}

/** "11月30日 周一", "Mon 30 November": within a year nobody needs to be told. */
export function sayWeekday(on: string, lang: Lang): string {
  const [, month, day] = parts(on);
  const name = names[lang][weekdayOf(on) - 1];
  return lang === 'zh' ? `${month}月${day}日 周${name}` : `${name} ${day} ${months[month - 1]}`;
}

/** "2026年11月30日 周一", "Mon 30 November 2026". */
export function sayWeekdayOfYear(on: string, lang: Lang): string {
  const [year] = parts(on);
  return lang === 'zh' ? `${year}年${sayWeekday(on, lang)}` : `${sayWeekday(on, lang)} ${year}`;
}

/** "09:30", as the wall clock in China shows it. */
export const clockOf = (at: string): string => clockTimeAt(at as Instant);

export const dayOf = (at: string): CivilDate => civilDateAt(at as Instant);

/** To the second, where two things of one minute must be told apart. */
export const saySecond = (at: string, lang: Lang): string => `${sayMoment(at, lang)}:${at.slice(17, 19)}`;

/** An instant as the wall clock in China shows it. */
export const sayMoment = (at: string, lang: Lang): string => `${sayDay(dayOf(at), lang)} ${clockTimeAt(at as Instant)}`;
