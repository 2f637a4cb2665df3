import { type Decimal, decimalOf, formatDecimal, whole } from './values/decimal.ts';
import { multiply, quotient } from './values/decimal-arithmetic.ts';

const digits = '零一二三四五六七八九';
const financial: Record<string, string> = {
  ...{ 〇: '零', 两: '二', 壹: '一', 贰: '二', 叁: '三', 肆: '四', 伍: '五', 陆: '六', 柒: '七', 捌: '八', 玖: '九' },
  ...{ 拾: '十', 佰: '百', 仟: '千' },
};
const small: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const large: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

/** `一千零六十`, `壹仟零陆拾`, `十二万`; undefined for anything else. */
function readNumerals(written: string): number | undefined {
  const plain = [...written].map((one) => financial[one] ?? one);
  let [total, section, digit] = [0, 0, 0];
  for (const one of plain) {
    if (digits.includes(one)) digit = digits.indexOf(one);
    else if (small[one] !== undefined) {
      section += (digit || 1) * small[one];
      digit = 0;
    } else if (large[one] !== undefined) {
      total = (total + section + digit) * large[one];
      [section, digit] = [0, 0];
    } else return undefined;
  }
  return plain.length === 0 ? undefined : total + section + digit;
}

function readMeant(text: string): Decimal | undefined {
  const percent = /^(?:(.+)%|百分之(.+))$/.exec(text);
  if (percent) {
    const of = readMeant(percent[1] ?? percent[2] ?? '');
    return of && multiply(of, quotient(1n, 100n));
  }
  const match = /^(-?[\d.]+)([十百千万亿]*)$/.exec(text);
  if (!match) {
    const numerals = readNumerals(text);
    return numerals === undefined ? undefined : whole(numerals);
  }
  const number = decimalOf(match[1] ?? '');
  const times = [...(match[2] ?? '')].reduce((all, one) => all * (small[one] ?? large[one] ?? 1), 1);
  return number && multiply(number, whole(times));
}

/** The number somebody meant who wrote `１０６０`, `1，060`, `1060元`, `0.1万元`, `30％` or `壹仟`; null where nothing is meant. */
export function guessNumber(written: string): string | null {
  const plain = written.normalize('NFKC').replace(/[\s,、¥￥]/g, '');
  // What is counted follows the number: 元/人·月, 人, 平方米 …
  const bare = plain.replace(/(元|圆|块|人|户|个|周岁|岁|年|月|日|天|平方米|m2)(\/.*|整|钱)?$/, '');
  const meant = readMeant(bare);
  const said = meant && formatDecimal(meant);
  return said === undefined || said === written ? null : said;
}
