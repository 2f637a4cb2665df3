import { findDay } from '../exact/calendar.ts';
import { guessNumber } from '../feel/guess-number.ts';

/** `2024.7.1`, `2024/7/1`, `20240701`, `二〇二四年七月一日` as 2024-07-01; null where no day is meant. */
export function guessDay(written: string): string | null {
  const parts = /^(\d{4})[./年\-—－]?(\d{1,2})[./月\-—－]?(\d{1,2})日?/.exec(written.normalize('NFKC'));
  const chinese = /^([零〇一二三四五六七八九]{4})年([一二三四五六七八九十]+)月([一二三四五六七八九十]+)日/.exec(
    written,
  );
  const year =
    parts?.[1] ??
    [...(chinese?.[1] ?? '')].map((one) => '零一二三四五六七八九'.indexOf(one.replace('〇', '零'))).join('');
  const [month, day] = parts
    ? [parts[2], parts[3]]
    : [chinese?.[2], chinese?.[3]].map((one) => guessNumber(one ?? '') ?? '');
  const day2 = `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return findDay(day2) === undefined ? null : day2;
}

const comparisons: readonly (readonly [RegExp, string])[] = [
  [/^(?:大于等于|不低于|不少于|不小于|至少)(.+)$/, '>='],
  [/^(?:小于等于|不高于|不超过|不多于|不大于|至多)(.+)$/, '<='],
  [/^(?:大于|超过|高于|多于)(.+)$/, '>'],
  [/^(?:小于|不满|低于|少于|不足)(.+)$/, '<'],
  // 民法典第一千二百五十九条：“以上”“以下”“以内”“届满”包括本数，“不满”“超过”“以外”不包括本数。
  [/^(.+?)及?以上$/, '>='],
  [/^(.+?)(?:及?以下|以内)$/, '<='],
];

/** A number as written or as meant. */
const numberIn = (text: string): string | null =>
  /^-?\d+(\.\d+)?$/.test(text.trim()) ? text.trim() : guessNumber(text);

/** The test somebody meant who wrote `1-3`, `1至3`, `大于6`, `6以上` into a cell; null for what is a test as it stands. */
export function guessTest(written: string): string | null {
  const text = written.normalize('NFKC').trim();
  const between = /^\[?\s*([^-~\s至到.]+)\s*(?:-|~|～|—|–|至|到|\.\.)\s*([^-~\s至到]+?)\s*\]?$/.exec(text);
  const [low, high] = [numberIn(between?.[1] ?? ''), numberIn(between?.[2] ?? '')];
  if (low !== null && high !== null) return text === `[${low}..${high}]` ? null : `[${low}..${high}]`;
  for (const [pattern, sign] of comparisons) {
    const number = numberIn(pattern.exec(text)?.[1] ?? '');
    if (number !== null) return `${sign} ${number}`;
  }
  return null;
}

const connectives: Readonly<Record<string, string>> = {
  ...{ 并且: 'and', 而且: 'and', 且: 'and', 和: 'and', 与: 'and', 以及: 'and', AND: 'and', And: 'and' },
  ...{
    或者: 'or',
    或: 'or',
    OR: 'or',
    Or: 'or',
    大于等于: '>=',
    不低于: '>=',
    小于等于: '<=',
    不高于: '<=',
    不超过: '<=',
  },
  ...{
    大于: '>',
    高于: '>',
    超过: '>',
    小于: '<',
    低于: '<',
    不等于: '!=',
    等于: '=',
    加: '+',
    减: '-',
    乘以: '*',
    除以: '/',
  },
};
const anyConnective = new RegExp(
  `(${Object.keys(connectives)
    .sort((a, b) => b.length - a.length)
    .join('|')})`,
);

/** `已在保并且超过标准` as `已在保 and 超过标准`, where what stands between the words are known names or numbers. */
export function guessPhrase(written: string, known: readonly string[]): string | null {
  // A name may hold such a word itself (超过标准): all of them are tried, then each alone.
  for (const split of [anyConnective, ...Object.keys(connectives).map((word) => new RegExp(`(${word})`))]) {
    const parts = written.split(split).map((one) => one.trim());
    const said = parts.map((one, index) =>
      index % 2 === 1 ? connectives[one] : known.includes(one) ? one : numberIn(one),
    );
    if (parts.length >= 3 && said.every((one) => typeof one === 'string')) return said.join(' ');
  }
  return null;
}
