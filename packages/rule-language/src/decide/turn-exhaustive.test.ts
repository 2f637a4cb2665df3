import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chance } from '../check/generate-cases.ts';
import { compileOn } from '../ir/program.ts';
import { readText } from '../text/read-text.ts';
import { decide } from './decide.ts';
import type { FactsJson } from './read-facts.ts';
import { findTurn } from './turn.ts';

const most = 12;
const codes = ['红', '绿', '蓝'];
const values: Readonly<Record<string, readonly unknown[]>> = {
  甲: Array.from({ length: most + 1 }, (_, at) => at),
  乙: Array.from({ length: most + 1 }, (_, at) => at),
  是: [true, false],
  色: codes,
};
const head = `# 试\n\`\`\`事实\n| 名称 | 类型 | 单位 | 范围 |\n|---|---|---|---|\n| 甲 | 个数 | | 0..${most} |\n| 乙 | 个数 | | 0..${most} |\n| 是 | 是否 | | |\n| 色 | 代码：${codes.join('、')} | | |\n\`\`\`\n## 第一条\n> 条\n`;

/** A condition of one to three levels over facts small enough to be tried in full. */
function makeCondition(next: () => number, depth: number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  if (depth > 0 && next() < 0.7) {
    const parts = [makeCondition(next, depth - 1), makeCondition(next, depth - 1)];
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

const sizeOf = (from: unknown, to: unknown): number =>
  typeof from === 'number' && typeof to === 'number' ? Math.abs(from - to) / Math.max(1, from) : 1;

test('the smallest change of one fact is the one that trying every value of every fact finds', () => {
  const next = chance(4711);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  let turned = 0;
  for (let count = 0; count < 150; count++) {
    const condition = makeCondition(next, 2);
    const { program } = compileOn(readText(`${head}\`\`\`规则 可得\n= ${condition}\n\`\`\`\n`).text, 0);
    const answer = (facts: FactsJson): unknown => {
      const result = decide(program, { facts, factsOn: '2024-01-01' });
      return result.ok ? result.value.answers[0]?.value : undefined;
    };
    const facts: FactsJson = Object.fromEntries(Object.entries(values).map(([name, list]) => [name, pick(list)]));
    const now = answer(facts);
    const sizes = Object.entries(values).flatMap(([name, list]) =>
      list.filter((to) => answer({ ...facts, [name]: to }) !== now).map((to) => sizeOf(facts[name], to)),
    );
    const [best] = findTurn(program, { facts, factsOn: '2024-01-01' });
    const said = `${condition} ${JSON.stringify(facts)} ${JSON.stringify(best)}`;
    if (sizes.length === 0) {
      assert.notEqual(best?.changes.length, 1, said);
      continue;
    }
    turned++;
    assert.equal(best?.changes.length, 1, said);
    assert.ok(Math.abs((best?.size ?? 0) - Math.min(...sizes)) < 1e-9, `${said} ${Math.min(...sizes)}`);
    const [change] = best?.changes ?? [];
    assert.notEqual(answer({ ...facts, [change?.fact ?? '']: change?.to }), now, said);
  }
  assert.ok(turned > 60);
});
