import { chance } from '@zhengtong/kernel';
import { decide } from '../decide/decide.ts';
import type { FactsJson } from '../decide/read-facts.ts';
import type { Program } from '../ir/ir.ts';
import { compileOn } from '../ir/program.ts';
import { readText } from '../text/read-text.ts';

const most = 12;
const codes = ['红', '绿', '蓝'];

/** Every value of every fact of a small text: few enough to try them all. */
export const smallValues: Readonly<Record<string, readonly unknown[]>> = {
  甲: Array.from({ length: most + 1 }, (_, at) => at),
  乙: Array.from({ length: most + 1 }, (_, at) => at),
  是: [true, false],
  色: codes,
};
const head = `# 试\n\`\`\`事实\n| 名称 | 类型 | 单位 | 范围 |\n|---|---|---|---|\n| 甲 | 个数 | | 0..${most} |\n| 乙 | 个数 | | 0..${most} |\n| 是 | 是否 | | |\n| 色 | 代码：${codes.join('、')} | | |\n\`\`\`\n## 第一条\n> 条\n`;

export type Chance = { readonly next: () => number; readonly pick: <T>(list: readonly T[]) => T };

export function chanceOf(seed: number): Chance {
  const next = chance(seed);
  return { next, pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number] };
}

/** A condition of one to three levels over the facts of a small text. */
export function makeCondition({ next, pick }: Chance, depth: number): string {
  if (depth > 0 && next() < 0.7) {
    const parts = [makeCondition({ next, pick }, depth - 1), makeCondition({ next, pick }, depth - 1)];
    return `(${parts.join(pick([' and ', ' or ']))})`;
  }
  const number = Math.floor(next() * (most + 1));
  return pick([
    `甲 ${pick(['<', '<=', '>', '>=', '='])} ${number}`,
    `乙 ${pick(['<', '<=', '>', '>='])} ${number}`,
    `甲 + 乙 >= ${number}`,
    '是',
    `色 = "${pick(codes)}"`,
  ]);
}

/** A text of rules `可得`, `次得`, … with these conditions, each an output. */
export function smallProgram(...conditions: readonly string[]): Program {
  const names = ['可得', '次得', '三得'];
  const rules = conditions.map((body, at) => `\`\`\`规则 ${names[at]}\n= ${body}\n\`\`\`\n`);
  return compileOn(readText(head + rules.join('')).text, 0).program;
}

/** What each output comes to; undefined where it stays open. */
export function answersOf(program: Program, facts: FactsJson): unknown[] {
  const result = decide(program, { facts, factsOn: '2024-01-01' });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.answers.map((one) => (one.isKnown ? one.value : undefined));
}

export const anyFacts = ({ pick }: Chance): Record<string, unknown> =>
  Object.fromEntries(Object.entries(smallValues).map(([name, list]) => [name, pick(list)]));

/** As `Turn.size` compares: relative for amounts, 1 for the rest. */
export const changeSize = (from: unknown, to: unknown): number =>
  typeof from === 'number' && typeof to === 'number' ? Math.abs(from - to) / Math.max(1, from) : 1;
