import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listPolicyFiles, readPolicy } from '../policy-texts.ts';
import { readText } from '../text/read-text.ts';
import { boundaryExamples } from './boundaries.ts';
import { checkText } from './check-text.ts';
import { runExamples } from './run-examples.ts';

const facts =
  '```事实\n| 名称 | 类型 | 单位 | 范围 |\n|---|---|---|---|\n| 收入 | 金额 | 元 | ≥ 0 |\n| 地区 | 代码：城区、郊区 | | |\n```\n';
const article = '## 第九条\n> 收入低的，给予补助。\n';
const codesOf = (body: string, ask = {}) =>
  checkText(`# 试\n依据：某办法\n版本：2024-07-01\n${facts}${article}${body}`, ask).problems.map((one) => one.code);
const table = (rows: string, policy = '唯一') =>
  `\`\`\`表 甲\n命中：${policy}\n| 收入 | → 额 |\n|---|---|\n${rows}\`\`\`\n`;

test('a gap of a table is found down to the single value', () => {
  assert.ok(codesOf(table('| < 100 | 1 |\n| > 100 | 2 |\n')).includes('table-gap'));
  assert.ok(!codesOf(table('| < 100 | 1 |\n| >= 100 | 2 |\n')).includes('table-gap'));
});

test('an overlap and a row never hit are found', () => {
  assert.ok(codesOf(table('| <= 100 | 1 |\n| >= 100 | 2 |\n')).includes('table-overlap'));
  assert.ok(codesOf(table('| - | 1 |\n| >= 100 | 2 |\n', '首个')).includes('table-row-unreachable'));
});

test('a rule under no article cannot be signed', () => {
  const source = `# 试\n${facts}\`\`\`规则 甲\n= 收入\n\`\`\`\n`;
  const checked = checkText(source);
  assert.ok(checked.problems.some((one) => one.code === 'rule-no-article'));
  assert.equal(checked.isSignable, false);
});

test('an article whose words have changed in the law library is found, one quoted in part is not', () => {
  const rule = '```规则 甲\n= 收入\n```\n';
  const laws = (now: string) => ({ laws: { findArticle: () => now } });
  assert.ok(codesOf(rule, laws('收入低的，应当给予补助。')).includes('article-changed'));
  assert.ok(!codesOf(rule, laws('国家规定。\n收入低的，给予补助。')).includes('article-changed'));
});

test('a parameter without a value for a code on the day is found', () => {
  const parameter =
    '```参数 标准\n单位：元\n按：地区\n| 地区 | 起 | 值 | 依据 |\n|---|---|---|---|\n| 城区 | 2024-01-01 | 5 | 公告 |\n| 郊区 | 2025-01-01 | 4 | 公告 |\n```\n```规则 甲\n= 标准\n```\n';
  assert.ok(codesOf(parameter).includes('parameter-no-value'));
});

test('a claim that does not hold is broken by a sampled case', () => {
  const rule = '```规则 补助\n单位：元\n= if 收入 < 100 then 10 else 50\n```\n```主张\n收入 增加，补助 不增\n```\n';
  assert.ok(codesOf(rule).includes('claim-broken'));
});

test('a claim about anything but numbers is said to be none, since it would be tried on nothing', () => {
  const rule = '```规则 补助\n单位：元\n= 收入\n```\n```主张\n地区 增加，补助 不增\n```\n';
  assert.ok(codesOf(rule).includes('type-mismatch'));
});

test('a cliff is found where one more fen costs more than it brings', () => {
  assert.ok(codesOf('```规则 补助\n单位：元\n= if 收入 < 100 then 500 else 0\n```\n').includes('cliff'));
});

test('an example that comes out otherwise is reported at its value', () => {
  const { problems } = checkText(
    `# 试\n${facts}${article}\`\`\`规则 补助\n= 收入 * 2\n\`\`\`\n\`\`\`例题 一\n收入 = 2\n→ 补助 = 5\n\`\`\`\n`,
  );
  const found = problems.find((one) => one.code === 'example-failed');
  assert.deepEqual([found?.line, found?.column], [15, 8]);
});

test('boundary examples written for a text are themselves examples that pass', () => {
  const source = readPolicy('rent-subsidy.md');
  const blocks = boundaryExamples(checkText(source, { samples: 0 }).programs).map((one) => one.block);
  assert.ok(blocks.length > 20);
  const runs = runExamples(readText(`${source}\n${blocks.join('\n\n')}\n`).text);
  assert.deepEqual(
    runs.flatMap((run) => run.problems.map((one) => one.zh)),
    [],
  );
});

test('no shipped text has an error or a warning', () => {
  for (const file of listPolicyFiles()) {
    const { problems } = checkText(readPolicy(file), { samples: 3 });
    assert.deepEqual(
      problems.filter((one) => one.severity !== 'hint').map((one) => `${file} ${one.line} ${one.zh}`),
      [],
    );
  }
});
