import type { CivilDate } from '@zhengtong/kernel';
import { dayNumber, weekdayOf } from '../calendar/day-number.ts';
import type { Sentence } from '../say.ts';
import type { Due } from './limit.ts';

/** A due date in one sentence: `2026年12月1日（星期二）前`. */
export function sayDue(due: Due): Sentence {
  if (due.kind === 'standing') {
    return {
      zh: `计时已于 ${sayDay(due.since).zh} 停止，尚余 ${due.left} 日`,
      en: `The clock has stood since ${due.since}; ${due.left} ${due.left === 1 ? 'day is' : 'days are'} left`,
    };
  }
  const day = sayDay(due.on);
  const noon = due.until === 'noon';
  const [maybeZh, maybeEn] = due.isProvisional
    ? ['（放假安排公布后可能调整）', ' (may change with the yearly notice)']
    : ['', ''];
  return {
    zh: `${day.zh}${noon ? '中午 12 时' : ''}前${maybeZh}`,
    en: `by ${noon ? 'noon on ' : ''}${day.en}${maybeEn}`,
  };
}

const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

const weekdays = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'];

/** `2026年11月23日（星期一）`, `23 November 2026` */
export function sayDay(on: CivilDate): Sentence {
  const [year = '', month = '', day = ''] = on.split('-').map((part) => String(Number(part)));
  const weekday = weekdays[weekdayOf(dayNumber(on))] ?? '';
  return { zh: `${year}年${month}月${day}日（${weekday}）`, en: english.format(Date.parse(`${on}T00:00:00Z`)) };
}
