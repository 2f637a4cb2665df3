import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileOn } from '../ir/program.ts';
import { readText } from '../text/read-text.ts';
import { findTurn } from './turn.ts';

const programOf = (body: string) =>
  compileOn(
    readText(
      `# 试\n\`\`\`事实\n| 名称 | 类型 | 单位 | 范围 |\n|---|---|---|---|\n| 收入 | 金额 | 元 | ≥ 0 |\n| 人数 | 人数 | | 1..9 |\n| 本地 | 是否 | | |\n\`\`\`\n## 第一条\n> 条\n\`\`\`规则 可得\n= ${body}\n\`\`\`\n`,
    ).text,
    0,
  ).program;

test('the smallest change of one fact that turns an answer is found to the fen', () => {
  const [turn] = findTurn(programOf('收入 / 人数 < 1000 and 本地'), {
    facts: { 收入: 3200.55, 人数: 3, 本地: true },
    factsOn: '2024-01-01',
  });
  assert.deepEqual(turn?.changes, [{ fact: '收入', from: 3200.55, to: 2999.99 }]);
  assert.equal(turn?.answer, true);
});

test('where no single fact turns the answer, two together are named', () => {
  const [turn] = findTurn(programOf('收入 < 1000 and 本地'), {
    facts: { 收入: 1500, 人数: 1, 本地: false },
    factsOn: '2024-01-01',
  });
  assert.deepEqual(
    turn?.changes.map((one) => [one.fact, one.to]),
    [
      ['收入', 999.99],
      ['本地', true],
    ],
  );
});
