import { findDay } from '../exact/calendar.ts';
import { compare, type Exact, findExact, fraction, signOf } from '../exact/rational.ts';
import type { Direction, Rounding } from '../exact/rounding.ts';
import { readType, type Type, typeWords } from '../ir/type.ts';
import { knownUnits } from '../ir/unit.ts';
import { guessDay, guessTest } from './guess-words.ts';
import type { HitPolicy } from './model.ts';
import { type At, problem, type TextProblem } from './problem.ts';
import type { Said } from './raw.ts';

export type Report = (problem: TextProblem) => void;

/** `2024-07-01`, `2024-07-01 起`, `2024年7月1日`; null when blank. */
export function readDay(said: Said | undefined, report: Report): number | null {
  if (!said || ['', '-', '—'].includes(said.text)) return null;
  const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(said.text);
  const written = chinese
    ? `${chinese[1]}-${(chinese[2] ?? '').padStart(2, '0')}-${(chinese[3] ?? '').padStart(2, '0')}`
    : said.text.replace(/^@?"?(.*?)"?\s*(起|止)?$/, '$1');
  const day = findDay(written);
  if (day === undefined)
    report(
      problem('date-bad', said.at, {
        zh: `“${said.text}”`,
        en: `"${said.text}"`,
        expected: ['2024-07-01'],
        meant: guessDay(said.text),
      }),
    );
  return day ?? null;
}

/** `at` is where the type stands; the unit may stand in a cell or field of its own. */
export function readTypeAt(written: string, unit: Said | undefined, at: At, report: Report): Type | null {
  const type = readType(written, unit?.text ?? '');
  if ('kind' in type) return type;
  const expected = type.isUnit ? knownUnits : typeWords;
  const words = {
    zh: `“${type.unknown}”`,
    en: `"${type.unknown}"`,
    expected,
    wrote: type.unknown,
    meant: type.nearest,
  };
  report(type.isUnit ? problem('unit-unknown', unit?.at ?? at, words) : problem('type-unknown', at, words));
  return null;
}

const directions: Record<string, Direction> = {
  进位: 'ceiling',
  向上: 'ceiling',
  舍去: 'floor',
  向下: 'floor',
  去尾: 'down',
  四舍五入: 'half-up',
  五舍六入: 'half-down',
  四舍六入五成双: 'half-even',
  ceiling: 'ceiling',
  floor: 'floor',
  'half up': 'half-up',
  'half even': 'half-even',
};
const steps: Record<string, Exact> = {
  元: fraction(1n, 1n),
  角: fraction(1n, 10n),
  分: fraction(1n, 100n),
  十元: fraction(10n, 1n),
  百元: fraction(100n, 1n),
  千元: fraction(1000n, 1n),
  万元: fraction(10000n, 1n),
  整数: fraction(1n, 1n),
  个: fraction(1n, 1n),
  yuan: fraction(1n, 1n),
  fen: fraction(1n, 100n),
};

/** `进位到 元`, `四舍五入到 分`, `舍去到 10 元`, `half up to 0.01`. */
export function readRounding(said: Said | undefined, report: Report): Rounding | null {
  if (!said) return null;
  const match = /^(.+?)\s*(?:到|to)\s*(.+)$/.exec(said.text);
  const direction = directions[(match?.[1] ?? '').trim()];
  const word = (match?.[2] ?? '').trim();
  const unit = steps[word] ?? findExact(word.replace(/\s*(元|个|人|月|年|日)$/, ''));
  if (direction && unit && signOf(unit) > 0) return { direction, unit };
  const expected = ['进位到 元', '舍去到 分', '四舍五入到 角', '四舍六入五成双到 0.01'];
  const words = { zh: `“${said.text}”`, en: `"${said.text}"`, expected, wrote: said.text };
  const meant = directions[said.text] ? `${said.text}到 元` : /取整/.test(said.text) ? '进位到 元' : null;
  report(problem('rounding-bad', said.at, { ...words, meant }));
  return null;
}

const policies: Record<string, HitPolicy> = {
  唯一: 'U',
  unique: 'U',
  任一: 'A',
  any: 'A',
  优先: 'P',
  priority: 'P',
  首个: 'F',
  first: 'F',
  按行: 'R',
  'rule order': 'R',
  按输出: 'O',
  'output order': 'O',
  收集: 'C',
  collect: 'C',
  求和: 'C+',
  sum: 'C+',
  最小: 'C<',
  min: 'C<',
  最大: 'C>',
  max: 'C>',
  计数: 'C#',
  count: 'C#',
};

export function readPolicy(said: Said | undefined, report: Report): HitPolicy {
  if (!said) return 'U';
  const written = said.text.trim();
  const letters = Object.values(policies).find((policy) => policy === written.toUpperCase());
  const policy = policies[written.toLowerCase()] ?? letters;
  if (policy) return policy;
  report(
    problem('table-policy', said.at, {
      zh: `“${written}”`,
      en: `"${written}"`,
      expected: Object.keys(policies).filter((word) => !/[a-z]/.test(word)),
      wrote: written,
    }),
  );
  return 'U';
}

/** `≥ 0`, `0..150`, `0-150`, `≤ 1`, blank. */
export function readBounds(said: Said | undefined, report: Report): { low: Exact | null; high: Exact | null } {
  const text = (said?.text ?? '').trim();
  if (!said || text === '' || text === '-') return { low: null, high: null };
  const between = /^\[?\s*(-?[\d.]+?)\s*(?:\.\.|~|～|-|至|到)\s*(-?[\d.]+)\s*\]?$/.exec(text);
  const [least, most] = [findExact(between?.[1] ?? ''), findExact(between?.[2] ?? '')];
  if (least && most && compare(least, most) <= 0) return { low: least, high: most };
  const turned = least && most ? `${between?.[2]}..${between?.[1]}` : undefined;
  const one = /^(≥|>=|≤|<=)\s*(-?[\d.]+)$/.exec(text);
  const bound = one ? findExact(one[2] ?? '') : undefined;
  if (one && bound) return ['≥', '>='].includes(one[1] ?? '') ? { low: bound, high: null } : { low: null, high: bound };
  // `[1..20]` and `>= 0` as guessed for a cell are ranges here too; a range has no open end.
  const guessed = turned ?? guessTest(text)?.replace(/^\[(.+)\]$/, '$1');
  report(
    problem('number-bad', said.at, {
      zh: `范围“${text}”`,
      en: `range "${text}"`,
      expected: ['≥ 0', '0..150', '≤ 1'],
      meant: guessed !== undefined && /^(>=|<=|-?\d)/.test(guessed) ? guessed : null,
    }),
  );
  return { low: null, high: null };
}

/** Words split by 、 or commas, each with its own place. */
export function splitNames(said: Said | undefined): Said[] {
  if (!said) return [];
  const names: Said[] = [];
  for (const match of said.text.matchAll(/[^、,，]+/g)) {
    const text = match[0].trim();
    const start = match.index + match[0].length - match[0].trimStart().length;
    if (text) names.push({ text, at: { line: said.at.line, column: said.at.column + start } });
  }
  return names;
}
