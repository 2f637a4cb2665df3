import type { CivilDate } from '@zhengtong/kernel';
// The notices of the General Office of the State Council, kept by an npm package that follows them. A test compares
// every day from 2007 on with a second, independent table where that is at hand.
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Sentence } from '../say.ts';

/** What one yearly notice says: days off, and weekend days that are worked for them. Both may lie in December before. */
export type Notice = {
  readonly year: number;
  readonly off: readonly { readonly on: CivilDate; readonly name: Sentence }[];
  readonly worked: readonly { readonly on: CivilDate; readonly name: Sentence }[];
  /** Title and number of the notice, where the operator gave it. */
  readonly document?: string;
};

type Entry = { on: CivilDate; name: Sentence };

// `"2026-02-15": "Spring Festival,春节,4"`
const entries = (from: Record<string, string>): Entry[] =>
  Object.entries(from).map(([on, text]) => {
    const [en = '', zh = ''] = text.split(',');
    return { on: on as CivilDate, name: { zh, en } };
  });

const off = entries(announced.holidays);
const worked = entries(announced.workdays);

// A day of late December that belongs to New Year was set by the notice of the year that begins.
const noticeYear = ({ on, name }: Entry): number =>
  Number(on.slice(0, 4)) + (on.slice(5, 7) === '12' && name.zh === '元旦' ? 1 : 0);

const years = [...new Set(off.map(noticeYear))].sort();

/** The notices built in, 2007 on; a later one can be given as an argument before this package carries it. */
export const announcedNotices: readonly Notice[] = years
  .filter((year) => year >= 2007)
  .map((year) => ({
    year,
    off: off.filter((entry) => noticeYear(entry) === year),
    worked: worked.filter((entry) => noticeYear(entry) === year),
  }));
