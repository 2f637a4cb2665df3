import type { FaultCode } from '../decide/fault.ts';
import type { TextCode } from '../text/problem.ts';

/**
 * A text with one slip. `‸` stands where the message must point and is taken out before reading; `expected` and `nearest` are
 * what the message must offer, left out where there is nothing to offer.
 */
export type BadText = {
  readonly code: TextCode | FaultCode;
  readonly source: string;
  readonly expected?: string;
  readonly nearest?: string;
  /** What the Chinese message must also say. */
  readonly says?: string;
};

const head = '# 试\n\n- 依据：试行办法\n- 版本：2024-07-01 起\n\n';
const facts = `${head}\`\`\`事实
| 名称 | 类型 | 单位 | 范围 |
|---|---|---|---|
| 月收入 | 金额 | 元/月 | ≥ 0 |
| 人数 | 人数 | | 0..9 |
| 地区 | 代码：城区、郊区 | | |
| 登记日 | 日期 | | |
\`\`\`

## 第一条

> 收入低的，给予补助。

`;
const example = '\n```例题\n→ 补助 = 1\n```\n';
const block = (head: string, ...lines: readonly string[]) => `\`\`\`${head}\n${lines.join('\n')}\n\`\`\`\n`;
/** A rule under an article of a text that has facts. */
const rule = (body: string, ...fields: readonly string[]) => facts + block('规则 补助', ...fields, `= ${body}`);
const table = (fields: readonly string[], ...rows: readonly string[]) =>
  facts + block('表 补助', ...fields, '| 月收入 | → 数额 |', '|---|---|', ...rows);
const parameter = (rows: readonly string[], fields: readonly string[] = []) =>
  facts +
  block('参数 标准', '单位：元/月', ...fields, '| 地区 | 起 | 值 | 依据 |', '|---|---|---|---|', ...rows) +
  block('规则 补助', '= 标准');
const good = '| 城区 | 2024-07-01 | 1000 | 民政公告 |';

/** One text for each code that reading, compiling and checking can give. */
export const badTexts: readonly BadText[] = [
  { code: 'text-no-title', source: '‸标识：试\n', expected: '# …' },
  { code: 'text-too-long', source: `${rule('1')}\n${'注'.repeat(1_000_000)}`.replace('\n注', '\n‸注') },
  { code: 'text-bad-yaml', source: '规则文本: 试\n条文: [‸' },
  { code: 'text-bad-yaml', source: '规则文本: 试\n地区: ‸[1..3]\n', nearest: "'[1..3]'" },
  { code: 'text-bad-yaml', source: '规则文本: &a 试\n地区: ‸*a\n', says: '把值写出来' },
  { code: 'text-unclosed-block', source: `${facts}‸\`\`\`规则 补助\n= 1\n`, expected: '```' },
  { code: 'text-unknown-block', source: `${facts}\`\`\`‸规侧 补助\n= 1\n\`\`\`\n`, expected: '规则', nearest: '规则' },
  { code: 'text-unknown-field', source: rule('1', '‸单价：元'), expected: '单位', nearest: '单位' },
  { code: 'text-missing-field', source: `${facts}\`\`\`‸规则 补助\n单位：元\n\`\`\`\n`, expected: '= 表达式' },
  { code: 'text-missing-field', source: rule('1') + block('‸例题 一', '人数 = 2'), expected: '→ 结果 = 值' },
  { code: 'text-bad-line', source: rule('1', '‸补助等于一元'), expected: '= …' },
  { code: 'text-bad-table', source: table([], '‸| > 0 | 1 | 2 |'), says: '表头 2 列，这一行 3 列' },
  { code: 'name-duplicate', source: `${rule('1')}\`\`\`规则 ‸补助\n= 2\n\`\`\`\n`, says: '第 19 行' },
  { code: 'name-duplicate', source: rule('1', '舍入：进位到 元', '舍入：‸舍去到 元'), says: '“舍入”已在第 20 行' },
  { code: 'name-duplicate', source: rule('1').replace('- 版本', '- 标识：甲\n- 标识：‸乙\n- 版本'), says: '“标识”' },
  {
    code: 'name-unknown',
    source: rule('1') + block('例外   ‸补肋', '当：人数 > 1', '= 2'),
    expected: '补助',
    nearest: '补助',
  },
  {
    code: 'name-unknown',
    source: rule('1') + block('未转换 “难”', '理由：无', '影响：‸补肋'),
    expected: '补助',
    nearest: '补助',
  },
  { code: 'name-unknown', source: rule('‸月收人 * 2'), expected: '月收入', nearest: '月收入' },
  { code: 'type-unknown', source: facts.replace('金额', '‸金颔'), expected: '金额', nearest: '金额' },
  { code: 'type-mismatch', source: rule('‸月收入 + 登记日'), says: '数（元/月） + 日期' },
  { code: 'type-code', source: rule('地区 = ‸"城巨"'), expected: '城区', nearest: '城区' },
  { code: 'unit-unknown', source: facts.replace('元/月', '‸平方迷'), expected: '平方米', nearest: '平方米' },
  { code: 'unit-mismatch', source: rule('‸月收入 + 人数'), expected: '元/月', says: '元/月' },
  { code: 'date-bad', source: parameter(['| 城区 | ‸2024-02-30 | 1 | 公告 |']), expected: '2024-07-01' },
  {
    code: 'number-bad',
    source: parameter(['| 城区 | 2024-07-01 | ‸一千 | 公告 |']),
    expected: '1200',
    nearest: '1000',
  },
  {
    code: 'number-bad',
    source: rule('1') + block('例外 补助', '次序：‸二', '当：人数 > 1', '= 2'),
    expected: '1',
    nearest: '2',
  },
  { code: 'number-bad', source: facts.replace('0..9', '‸9..0') + block('规则 补助', '= 1'), nearest: '0..9' },
  { code: 'rounding-bad', source: rule('1', '舍入：‸进位 元'), expected: '进位到 元', nearest: '进位到 元' },
  { code: 'rule-cycle', source: `${rule('甲')}${block('规则 甲', '= ‸补助')}`, says: '补助 → 甲 → 补助' },
  { code: 'rule-null', source: rule('月收入 = ‸null') },
  { code: 'rule-clock', source: rule('‸today() > 登记日'), expected: '基准日' },
  { code: 'rule-no-article', source: `${head}${block('规则 ‸补助', '= 1')}`, expected: '## 第九条' },
  {
    code: 'rule-unreachable',
    source: rule('1').replace('- 版本', '- 结果：补助\n- 版本') + block('规则 ‸甲', '= 2') + example,
  },
  { code: 'branch-unreachable', source: rule('if ‸true then 1 else 2'), says: 'true' },
  {
    code: 'article-changed',
    source: facts.replace('给予补助。', '给予补助。\n\n条文摘要：‸ffff') + block('规则 补助', '= 1'),
  },
  { code: 'article-unverified', source: facts.replace('## ', '## ‸《外地办法》') + block('规则 补助', '= 1') },
  { code: 'article-unknown', source: rule('1').replace('## 第一条', '## ‸第九条') },
  {
    code: 'article-no-text',
    source: rule('1')
      .replace('## 第一条', '## ‸第一条')
      .replace(/> .*\n/, ''),
    expected: '> 条文原文',
  },
  { code: 'parameter-no-value', source: parameter([good], ['按：地区']).replace('参数 ', '参数 ‸'), says: '郊区' },
  {
    code: 'parameter-expired',
    source: parameter([good], ['核对有效至：2024-01-01']).replace('参数 ', '参数 ‸'),
    says: '2024-01-01',
  },
  { code: 'parameter-no-decree', source: parameter(['| ‸城区 | 2024-07-01 | 1 | |']), says: '标准' },
  { code: 'parameter-overlap', source: parameter([good, good.replace('城区', '‸城区')], ['按：地区']), says: '城区' },
  { code: 'table-gap', source: table([], '| < 10 | 1 |', '| > 10 | 2 |').replace('表 ', '表 ‸'), says: '10' },
  { code: 'table-overlap', source: table([], '| <= 10 | 1 |', '| ‸>= 10 | 2 |'), says: '10' },
  { code: 'table-row-unreachable', source: table(['命中：首个'], '| - | 1 |', '| ‸> 10 | 2 |') },
  { code: 'table-policy', source: table(['命中：‸首先'], '| - | 1 |'), expected: '首个', nearest: '首个' },
  {
    code: 'exception-conflict',
    source: rule('1') + block('例外 补助', '当：月收入 > 10', '= 2') + block('例外 ‸补助', '当：月收入 > 20', '= 3'),
  },
  {
    code: 'claim-broken',
    source: rule('if 月收入 < 100 then 10 else 50') + block('主张', '‸月收入 增加，补助 不增'),
    says: '10 → 50',
  },
  {
    code: 'cliff',
    source: facts + block('规则 ‸补助', '单位：元/月', '= if 月收入 < 100 then 500 else 0'),
    says: '500 → 0',
  },
  {
    code: 'example-failed',
    source: rule('人数 * 2') + block('例题 一', '人数 = 2', '→ 补助 = ‸5'),
    says: '应为 5，算出',
  },
  { code: 'example-none', source: `‸${rule('1')}` },
  { code: 'not-vectorisable', source: rule('‸string length(地区)'), says: '规则“补助”里的 string length()' },
  { code: 'fact-unused', source: rule('人数').replace('| 月收入', '| ‸月收入') },
  { code: 'feel-unexpected', source: rule('人数 + ‸'), expected: '表达式 expression' },
  { code: 'feel-unclosed', source: rule('人数 ‸/* 说明'), expected: '*/' },
  { code: 'feel-unclosed-text', source: rule('地区 = ‸"城区'), expected: '"' },
  { code: 'feel-bad-escape', source: rule('地区 = "‸\\u12"'), expected: '\\u4E00' },
  { code: 'feel-bad-literal', source: rule('登记日 > ‸@"2024-13-01"'), says: '2024-13-01' },
  { code: 'feel-full-width', source: rule('min‸（人数, 3)'), expected: '(', nearest: '(' },
  { code: 'feel-assignment', source: rule('人数 =‸= 3'), expected: '=', nearest: '=' },
  { code: 'feel-unknown-character', source: rule('人数 ‸# 3') },
  { code: 'feel-unknown-type', source: rule('人数 instance of ‸numbr'), nearest: 'number' },
  { code: 'feel-arguments', source: rule('‸substring(地区)'), says: 'substring' },
  { code: 'feel-duplicate-key', source: rule('{a: 1, ‸a: 2}.a') },
  {
    code: 'feel-external-function',
    source: rule('(‸function(x) external {java: {class: "a", "method signature": "b"}})(1)'),
  },
  { code: 'feel-too-deep', source: rule(`${'('.repeat(120)}‸${'('.repeat(9)}1`) },
  { code: 'feel-too-many', source: rule(`[${'1 2, '.repeat(49)}1 ‸2, 1 2]`) },
];

/** A text without a slip that stops some case: `‸` stands at the place the answer must name. */
export type BadCase = {
  readonly code: FaultCode;
  readonly source: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly says?: string;
};

const rows = ['| >= 10 | 1 |', '| >= 20 | 2 |'] as const;
const overlapping = (policy: string) => table([`命中：${policy}`], ...rows).replace('表 ', '表 ‸');

/** One case for each code a decision can stop with. */
export const badCases: readonly BadCase[] = [
  { code: 'division-by-zero', source: rule('‸月收入 / 人数'), facts: { 月收入: 1, 人数: 0 } },
  { code: 'table-no-row', source: overlapping('唯一'), facts: { 月收入: 5 } },
  { code: 'table-many-rows', source: overlapping('唯一'), facts: { 月收入: 30 }, says: '第 1 行、第 2 行' },
  {
    code: 'table-many-rows',
    source: overlapping('唯一').replace('命中', '缺省：3\n命中'),
    facts: { 月收入: 30 },
    says: '第 1 行、第 2 行',
  },
  { code: 'table-any-differs', source: overlapping('任一'), facts: { 月收入: 30 }, says: '第 1 行、第 2 行' },
  {
    code: 'exceptions-conflict',
    source:
      rule('‸1') +
      block('例外 补助', '标签：甲', '当：人数 > 1', '= 2') +
      block('例外 补助', '标签：乙', '当：人数 > 2', '= 3'),
    facts: { 人数: 3 },
    says: '甲、乙',
  },
  {
    code: 'parameter-no-value',
    source: parameter([good], ['按：地区']).replace('= 标准', '= ‸标准'),
    facts: { 地区: '郊区' },
    says: '郊区',
  },
  { code: 'feel-error', source: rule('‸sqrt(0 - 月收入)'), facts: { 月收入: 4 } },
];
