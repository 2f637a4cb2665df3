import { nearestName } from '../feel/nearest.ts';
import { readUnit, sayUnit, type Unit } from './unit.ts';

/** What an expression is. `measure` says how a number is meant; its unit is checked, `null` fits any (a bare literal). */
export type Type =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'number'; readonly measure: Measure; readonly unit: Unit | null }
  | { readonly kind: 'date' | 'time' | 'date-time' | 'months' | 'seconds' | 'period' | 'any' }
  /** `codes` closes the set of values; null is free text. */
  | { readonly kind: 'text'; readonly codes: readonly string[] | null }
  | { readonly kind: 'list'; readonly of: Type }
  | { readonly kind: 'context'; readonly fields: readonly { readonly name: string; readonly type: Type }[] }
  | { readonly kind: 'members'; readonly entity: string };

export type Measure = 'decimal' | 'money' | 'ratio' | 'count';

export const booleanType: Type = { kind: 'boolean' };
export const anyType: Type = { kind: 'any' };
export const numberType = (unit: Unit | null, measure: Measure = 'decimal'): Type => ({
  kind: 'number',
  measure,
  unit,
});

const plain: Record<string, Type> = {
  是否: booleanType,
  布尔: booleanType,
  boolean: booleanType,
  日期: { kind: 'date' },
  date: { kind: 'date' },
  时刻: { kind: 'time' },
  time: { kind: 'time' },
  日期时间: { kind: 'date-time' },
  'date and time': { kind: 'date-time' },
  年月时长: { kind: 'months' },
  'years and months duration': { kind: 'months' },
  日时时长: { kind: 'seconds' },
  'days and time duration': { kind: 'seconds' },
  期间: { kind: 'period' },
  period: { kind: 'period' },
  文本: { kind: 'text', codes: null },
  text: { kind: 'text', codes: null },
  任意: anyType,
};
const measures: Record<string, Measure> = {
  金额: 'money',
  money: 'money',
  比率: 'ratio',
  ratio: 'ratio',
  个数: 'count',
  人数: 'count',
  整数: 'count',
  count: 'count',
  小数: 'decimal',
  数: 'decimal',
  number: 'decimal',
};
/** The words a type may be written with, as they are offered when one is misspelt. */
export const typeWords = [
  '是否',
  '数',
  '金额',
  '比率',
  '个数',
  '日期',
  '时刻',
  '日期时间',
  '年月时长',
  '日时时长',
  '期间',
  '代码：甲、乙',
  '文本',
  '列表<类型>',
  '记录{名: 类型}',
];

const meantTypes: Readonly<Record<string, string>> = {
  ...{ 整型: '个数', 整形: '个数', 货币: '金额', 钱: '金额', 数字: '数', 数值: '数', 百分比: '比率', 比例: '比率' },
  ...{
    字符: '文本',
    字符串: '文本',
    文字: '文本',
    时间: '日期时间',
    时长: '年月时长',
    '是/否': '是否',
    枚举: '代码：甲、乙',
  },
};

export type TypeTrouble = { readonly unknown: string; readonly nearest: string | null; readonly isUnit: boolean };

/** Reads `金额` with its unit column, `代码：城区、郊县`, `列表<日期>`, `记录{甲: 数, 乙: 文本}`. */
export function readType(written: string, unitWritten = ''): Type | TypeTrouble {
  const text = written.trim();
  const known = plain[text];
  if (known) return known;
  const measure = measures[text];
  if (measure) {
    const usual = measure === 'money' ? '元' : text === '人数' ? '人' : '';
    const unit = readUnit(unitWritten.trim() === '' ? usual : unitWritten);
    return 'unit' in unit ? numberType(unit.unit, measure) : { ...unit, isUnit: true };
  }
  const codes = /^(?:代码|code)\s*[:：(（]\s*(.+?)\s*[)）]?$/.exec(text);
  if (codes)
    return {
      kind: 'text',
      codes: (codes[1] ?? '').split(/[、,，]/).map((code) => code.trim().replace(/^"(.*)"$/, '$1')),
    };
  const list = /^(?:列表|list)\s*<(.+)>$/.exec(text);
  if (list) {
    const of = readType(list[1] ?? '', unitWritten);
    return 'kind' in of ? { kind: 'list', of } : of;
  }
  const context = /^(?:记录|context)\s*[{<](.+)[}>]$/.exec(text);
  if (context) return readFields(context[1] ?? '');
  return {
    unknown: text,
    nearest: meantTypes[text] ?? (/、/.test(text) ? `代码：${text}` : nearestName(text, typeWords)),
    isUnit: false,
  };
}

function readFields(written: string): Type | TypeTrouble {
  const fields: { name: string; type: Type }[] = [];
  for (const part of splitOutside(written)) {
    const match = /^\s*(.+?)\s*[:：]\s*(.+)$/.exec(part);
    const type = readType(match?.[2] ?? part);
    if (!('kind' in type)) return type;
    fields.push({ name: match?.[1] ?? part.trim(), type });
  }
  return { kind: 'context', fields };
}

function splitOutside(written: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= written.length; at++) {
    const sign = written[at] ?? ',';
    if ('<{'.includes(sign)) depth++;
    else if ('>}'.includes(sign)) depth--;
    else if ((sign === ',' || sign === '，') && depth === 0) {
      parts.push(written.slice(start, at));
      start = at + 1;
    }
  }
  return parts;
}

const kindNames: Record<Type['kind'], readonly [zh: string, en: string]> = {
  boolean: ['是否', 'boolean'],
  number: ['数', 'number'],
  date: ['日期', 'date'],
  time: ['时刻', 'time'],
  'date-time': ['日期时间', 'date and time'],
  months: ['年月时长', 'years and months duration'],
  seconds: ['日时时长', 'days and time duration'],
  period: ['期间', 'period'],
  any: ['任意', 'any'],
  text: ['文本', 'text'],
  list: ['列表', 'list'],
  context: ['记录', 'context'],
  members: ['成员表', 'members'],
};

export function sayType(type: Type): { zh: string; en: string } {
  const [zh, en] = kindNames[type.kind];
  if (type.kind === 'number' && type.unit)
    return { zh: `${zh}（${sayUnit(type.unit)}）`, en: `${en} (${sayUnit(type.unit)})` };
  if (type.kind === 'text' && type.codes)
    return { zh: `代码（${type.codes.slice(0, 5).join('、')}）`, en: `code (${type.codes.slice(0, 5).join(', ')})` };
  if (type.kind === 'list') return { zh: `列表<${sayType(type.of).zh}>`, en: `list<${sayType(type.of).en}>` };
  return { zh, en };
}

/** True when a value of one may stand where the other is wanted. Units are the caller's to compare. */
export function sameKind(a: Type, b: Type): boolean {
  if (a.kind === 'any' || b.kind === 'any') return true;
  if (a.kind === 'list' && b.kind === 'list') return sameKind(a.of, b.of);
  if (a.kind === 'list' && b.kind === 'members') return true;
  return a.kind === b.kind;
}
