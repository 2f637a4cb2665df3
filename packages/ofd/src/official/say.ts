import type { DocumentNumber } from './document.ts';

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1–99 as Chinese numbers head sections: 一, 十, 十一, 二十, 二十一. */
function sayChinese(n: number): string {
  if (n < 10) return digits[n] as string;
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`;
}

/** The number before a heading of that level (7.3.3). */
export function sayHeadingNumber(level: 1 | 2 | 3 | 4, n: number): string {
  if (level === 1) return `${sayChinese(n)}、`;
  if (level === 2) return `（${sayChinese(n)}）`;
  return level === 3 ? `${n}.` : `（${n}）`;
}

/** 7.3.5: Arabic digits, the year whole, no zero before month and day. Takes `2026-01-05`. */
export function sayDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** 7.2.5: the year in 六角括号, no 第, no leading zero. An order's number alone is 第×号 (10.2). */
export const sayNumber = ({ code, year, sequence }: DocumentNumber): string =>
  code === '' ? `第${sequence}号` : `${code}〔${year}〕${sequence}号`;
