import { nearestName } from '../feel/nearest.ts';

/** A unit as powers of its parts in one spelling (`人^-1·元^1`); empty for a bare number. `null` is a literal that fits any. */
export type Unit = string;

export const knownUnits: readonly string[] = [
  ...['元', '万元', '人', '户', '家', '月', '年', '日', '周', '小时', '分钟', '岁', '平方米', '米', '亩', '公里', '吨'],
  ...['千瓦时', '件', '次', '项', '分', '个', '级', '台', '孩', '学期', '学年', '倍', '床'],
];
const aliases: Record<string, string> = {
  天: '日',
  '%': '',
  '％': '',
  yuan: '元',
  month: '月',
  year: '年',
  day: '日',
  person: '人',
};
const timeUnits = new Set(['月', '年', '日', '周', '小时', '学期', '学年', '分钟', '岁']);

type Parts = Map<string, number>;

function spell(parts: Parts): Unit {
  return [...parts]
    .filter(([, power]) => power !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, power]) => `${name}^${power}`)
    .join('·');
}

function partsOf(unit: Unit): Parts {
  const parts: Parts = new Map();
  for (const part of unit === '' ? [] : unit.split('·')) {
    const [name = '', power = '1'] = part.split('^');
    parts.set(name, Number(power));
  }
  return parts;
}

/** `元/人·月`: everything after `/` divides. A part nobody knows is answered with the nearest known one. */
export function readUnit(written: string): { unit: Unit } | { unknown: string; nearest: string | null } {
  const parts: Parts = new Map();
  for (const [index, side] of written.split('/').entries()) {
    for (const word of side.split(/[·*×]/)) {
      const name = aliases[word.trim()] ?? word.trim();
      if (name === '') continue;
      if (!knownUnits.includes(name))
        return { unknown: name, nearest: guessUnit(written) ?? nearestName(name, knownUnits) };
      parts.set(name, (parts.get(name) ?? 0) + (index === 0 ? 1 : -1));
    }
  }
  return { unit: spell(parts) };
}

const meantUnits: Readonly<Record<string, string>> = {
  ...{ 圆: '元', 块: '元', 块钱: '元', 人民币: '元', RMB: '元', '¥': '元', '￥': '元', CNY: '元' },
  ...{
    个月: '月',
    周岁: '岁',
    名: '人',
    口: '人',
    位: '人',
    平米: '平方米',
    平方: '平方米',
    m2: '平方米',
    小時: '小时',
  },
};

/** `元／月`, `元每月`, `块/月`, `元/人.月` in the spelling that is known; null where that is not the slip. */
function guessUnit(written: string): string | null {
  const sides = written.normalize('NFKC').replace(/每/g, '/').split('/');
  const said = sides.map((side) =>
    side
      .split(/[·*×.、,，]/)
      .map((word) => meantUnits[word.trim()] ?? word.trim())
      .join('·'),
  );
  const meant = [said[0], said.slice(1).join('·')].filter(Boolean).join('/');
  return meant !== written && !('unknown' in readUnit(meant)) ? meant : null;
}

/** `元/人·月` again, for people. */
export function sayUnit(unit: Unit): string {
  const above: string[] = [];
  const below: string[] = [];
  for (const [name, power] of partsOf(unit)) {
    for (let times = 0; times < Math.abs(power); times++) (power > 0 ? above : below).push(name);
  }
  if (below.length === 0) return above.join('·');
  return `${above.join('·') || '1'}/${below.join('·')}`;
}

export function timesUnit(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const parts = partsOf(a);
  for (const [name, power] of partsOf(b)) parts.set(name, (parts.get(name) ?? 0) + sign * power);
  return spell(parts);
}

/** True when two units differ in time alone: 元/月 and 元/年. A bare factor (× 12) may stand between them. */
export function differOnlyInTime(a: Unit, b: Unit): boolean {
  return [...partsOf(timesUnit(a, b, -1)).keys()].every((name) => timeUnits.has(name));
}
