import type { CivilDate } from '@zhengtong/kernel';
import chineseDays from 'chinese-days';
import type { Sentence } from '../say.ts';
import { dateOfDay, dayNumber, weekdayOf } from './day-number.ts';

export type StatutoryDay = { readonly on: CivilDate; readonly name: Sentence; readonly isSubstitute: boolean };

const names = {
  newYear: { zh: '元旦', en: "New Year's Day" },
  spring: { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明节', en: 'Qingming' },
  labour: { zh: '劳动节', en: 'Labour Day' },
  dragonBoat: { zh: '端午节', en: 'Dragon Boat Festival' },
  midAutumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  national: { zh: '国庆节', en: 'National Day' },
} as const;

const lunar = (year: number, month: string, day: string): number =>
  dayNumber(chineseDays.getSolarDateFromLunar(`${year}-${month}-${day}`).date as CivilDate);

/**
 * The days everybody has off by 全国年节及纪念日放假办法 (revised 2024-11-10, in force 2025-01-01) article 2, and by
 * article 6 a day off on a working day for each that falls on a Saturday or Sunday: the next one free, as every
 * notice since has done. Two feasts on one day (2031-10-01) are treated alike. Which days are exchanged with weekends
 * (调休) is for the State Council's yearly notice and cannot be computed.
 */
export function listStatutoryDays(year: number): readonly StatutoryDay[] {
  const day = (monthDay: string): number => dayNumber(`${year}-${monthDay}` as CivilDate);
  const firstOfYear = lunar(year, '01', '01');
  const qingming = dayNumber(chineseDays.getSolarTermDate(year, 4, 'pure_brightness') as CivilDate);
  const feasts: [number, Sentence][] = [
    [day('01-01'), names.newYear],
    ...[-1, 0, 1, 2].map((offset): [number, Sentence] => [firstOfYear + offset, names.spring]),
    [qingming, names.qingming],
    [day('05-01'), names.labour],
    [day('05-02'), names.labour],
    [lunar(year, '05', '05'), names.dragonBoat],
    [lunar(year, '08', '15'), names.midAutumn],
    [day('10-01'), names.national],
    [day('10-02'), names.national],
    [day('10-03'), names.national],
  ];
  feasts.sort(([a], [b]) => a - b);
  const feastDays = new Set(feasts.map(([at]) => at));
  const taken = new Set<number>();
  const found: StatutoryDay[] = [];
  for (const [at, name] of feasts) {
    const isSecondFeast = taken.has(at);
    taken.add(at);
    if (!isSecondFeast) found.push({ on: dateOfDay(at), name, isSubstitute: false });
    if (isSecondFeast || weekdayOf(at) >= 5)
      found.push({ on: nextFree(at, feastDays, taken), name: substitute(name), isSubstitute: true });
  }
  return found.sort((a, b) => (a.on < b.on ? -1 : 1));
}

const substitute = (name: Sentence): Sentence => ({ zh: `${name.zh}补假`, en: `${name.en} (substitute day)` });

function nextFree(after: number, feasts: ReadonlySet<number>, taken: Set<number>): CivilDate {
  let at = after + 1;
  while (weekdayOf(at) >= 5 || feasts.has(at) || taken.has(at)) at++;
  taken.add(at);
  return dateOfDay(at);
}
