import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileOn } from '../ir/program.ts';
import { listPolicyFiles, readPolicy } from '../policy-texts.ts';
import { problemCodes, type TextProblem } from './problem.ts';
import { readText } from './read-text.ts';

const facts =
  '```事实\n| 名称 | 类型 | 单位 |\n|---|---|---|\n| 月收入 | 金额 | 元/月 |\n| 人数 | 人数 | |\n| 地区 | 代码：城区、郊区 | |\n```\n';
const withRule = (body: string, fields = '') =>
  `# 试\n${facts}## 第一条\n> 条\n\`\`\`规则 甲\n${fields}= ${body}\n\`\`\`\n`;

function problemsOf(source: string): TextProblem[] {
  const { text, problems } = readText(source);
  return [...problems, ...compileOn(text, 0).problems];
}

test('a misspelt name is reported where it stands, with the nearest right one, in both languages', () => {
  const [found] = problemsOf(withRule('月收人 / 人数'));
  assert.equal(found?.code, 'name-unknown');
  assert.deepEqual([found?.line, found?.column, found?.nearest], [12, 3, '月收入']);
  assert.match(found?.zh ?? '', /是否应为“月收入”/);
  assert.match(found?.en ?? '', /did you mean "月收入"/);
});

test('many slips are shown at once', () => {
  const codes = problemsOf(
    `${withRule('月收人 + 1')}\`\`\`规侧 乙\n= 1\n\`\`\`\n\`\`\`规则 丙\n舍入：进未到 元\n= 人数 +\n\`\`\`\n`,
  ).map((one) => one.code);
  for (const code of ['name-unknown', 'text-unknown-block', 'rounding-bad', 'feel-unexpected'])
    assert.ok(codes.includes(code as (typeof codes)[number]), `${code} in ${codes}`);
});

test('amounts of different units do not add up', () => {
  assert.equal(problemsOf(withRule('月收入 + 人数'))[0]?.code, 'unit-mismatch');
});

test('a rule that declares its unit is held to it', () => {
  assert.equal(problemsOf(withRule('月收入 / 人数', '单位：元/月\n'))[0]?.code, 'unit-mismatch');
  assert.deepEqual(problemsOf(withRule('月收入 / 人数', '单位：元/人·月\n')), []);
});

test('a bare factor may turn months into years where the rule says so', () => {
  assert.deepEqual(problemsOf(withRule('月收入 * 12', '单位：元/年\n')), []);
});

test('a code outside its list is reported with the nearest of the list', () => {
  const [found] = problemsOf(withRule('地区 = "城巨"'));
  assert.deepEqual([found?.code, found?.nearest], ['type-code', '城区']);
});

test('a rule cannot be compared with null, nor read the clock', () => {
  assert.equal(problemsOf(withRule('月收入 = null'))[0]?.code, 'rule-null');
  assert.equal(problemsOf(withRule('today() > 基准日'))[0]?.code, 'rule-clock');
});

test('rules in a circle are reported and do not hang', () => {
  const codes = problemsOf(`${withRule('乙 + 1')}\`\`\`规则 乙\n= 甲 + 1\n\`\`\`\n`).map((one) => one.code);
  assert.ok(codes.includes('rule-cycle'));
});

test('every code has a sentence in both languages', () => {
  for (const [code, [zh, en]] of Object.entries(problemCodes)) assert.ok(zh && en, code);
});

const pieces = fc.constantFrom(
  '```规则 甲\n',
  '```事实\n',
  '```表 乙\n',
  '```例题\n',
  '```参数 丙\n',
  '```\n',
  '= ',
  '| a | b |\n',
  '|---|---|\n',
  '## 第一条\n',
  '> 原文\n',
  '# 题\n',
  '命中：首个\n',
  '单位：元/月\n',
  '：',
  '→ 甲 = 1\n',
  'if ',
  ' then ',
  '月收入',
  ' + ',
  '(',
  '"',
  '[',
  '规则文本: x\n',
  '  - 条: 第一条\n',
  '\n',
  '\u0000',
  '😀',
);

test('no text whatever makes the reader or the compiler throw', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 60 }), (parts) => {
      problemsOf(parts.join(''));
    }),
    { numRuns: 400 },
  );
});

test('a shipped text with any one stretch cut out or doubled still gives problems or a program, never a throw', () => {
  const sources = listPolicyFiles().map(readPolicy);
  fc.assert(
    fc.property(fc.constantFrom(...sources), fc.nat(), fc.nat(40), fc.boolean(), (source, seed, length, isDoubled) => {
      const from = seed % source.length;
      const piece = source.slice(from, from + length);
      problemsOf(
        isDoubled
          ? source.slice(0, from) + piece + source.slice(from)
          : source.slice(0, from) + source.slice(from + length),
      );
    }),
    { numRuns: 120 },
  );
});
