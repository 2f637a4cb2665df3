import { type CivilDate, findCivilDate, ok, type Result } from '@zhengtong/kernel';
import { type CodeRefusal, no, type Sentence } from '../say.ts';
import type { Notice } from './notices.ts';

export type NoticeRefusal = CodeRefusal<'not-a-notice' | 'no-such-day' | 'on-both-sides'>;

type Entry = { readonly on: CivilDate; readonly name: Sentence };

/**
 * A notice as an operator writes it down on the day it comes, before an update of the package carries it:
 * `{ "year": 2027, "off": { "2027-01-01": "元旦" }, "worked": { "2027-02-20": "春节" } }`. Days lie in the year or in
 * the December before.
 */
export function readNotice(given: unknown): Result<Notice, NoticeRefusal> {
  const { year, off, worked } = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  if (
    typeof year !== 'number' ||
    !Number.isInteger(year) ||
    year < 2007 ||
    year > 2099 ||
    !isTable(off) ||
    !isTable(worked)
  )
    return no(
      'not-a-notice',
      '放假安排应写明 year、off 和 worked，日期对应节日名称。',
      'A notice gives year, off and worked, each day with the name of its feast.',
    );
  const days = { off: listEntries(off), worked: listEntries(worked) };
  const wrong = [...days.off, ...days.worked].find(
    ({ on }) => !findCivilDate(on) || (on.slice(0, 4) !== String(year) && on.slice(0, 7) !== `${year - 1}-12`),
  );
  if (wrong)
    return no('no-such-day', `“${wrong.on}”不是 ${year} 年放假安排里的日期。`, `${wrong.on} is no day of that notice.`);
  const twice = days.off.find(({ on }) => days.worked.some((one) => one.on === on));
  if (twice) return no('on-both-sides', `${twice.on} 既放假又上班。`, `${twice.on} is both off and worked.`);
  return ok({ year, ...days });
}

const isTable = (given: unknown): given is Readonly<Record<string, string>> =>
  typeof given === 'object' &&
  given !== null &&
  !Array.isArray(given) &&
  Object.values(given).every((name) => typeof name === 'string' && name !== '');

const listEntries = (table: Readonly<Record<string, string>>): readonly Entry[] =>
  Object.entries(table).map(([on, name]) => ({ on: on as CivilDate, name: { zh: name, en: english[name] ?? name } }));

const english: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明: 'Tomb-sweeping Day',
  清明节: 'Tomb-sweeping Day',
  劳动节: 'Labour Day',
  端午: 'Dragon Boat Festival',
  端午节: 'Dragon Boat Festival',
  中秋: 'Mid-Autumn Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
};
