import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkText } from './check/check-text.ts';
import { guideText } from './test/guide-text.ts';

/** What the hand writes that learnt writing on paper, in Word or in a spreadsheet: right, wrong, and what the message must offer. */
const slips: readonly (readonly [right: string, wrong: string, nearest: string])[] = [
  ['家庭月收入 / 家庭人口', 'max（0, 家庭月收入)', '('],
  ['家庭月收入 / 家庭人口', '家庭月收入／家庭人口', '/'],
  ['家庭月收入 / 家庭人口', '家庭月收入 ÷ 家庭人口', '/'],
  ['家庭月收入 / 家庭人口', '家庭 月收入 / 家庭人口', '家庭月收入'],
  ['= 家庭月收入 / 家庭人口', '＝ 家庭月收入 / 家庭人口', '= 家庭月收入 / 家庭人口'],
  ['= 家庭月收入 / 家庭人口', '家庭月收入 / 家庭人口', '= 家庭月收入 / 家庭人口'],
  ['= 家庭月收入 / 家庭人口', '人均收入 = 家庭月收入 / 家庭人口', '= 家庭月收入 / 家庭人口'],
  ['月标准 * 1.5', '月标准 * 150%', '1.5'],
  ['月标准 * 1.5', '月标准 * 150％', '1.5'],
  ['月标准 * 1.5', '月标准 * １.５', '1.5'],
  ['>= 月标准', '>= 1060元', '1060'],
  ['>= 月标准', '>= 0.1万元', '1000'],
  ['>= 月标准', '>= 1,060', '1060'],
  ['>= 月标准', '>= 壹仟零陆拾', '1060'],
  ['>= 月标准', '=> 月标准', '>='],
  ['>= 月标准', '≥ 月标准', '>='],
  ['人均收入 >= 月标准', '人均收入 大于等于 月标准', '人均收入 >= 月标准'],
  ['已在保 and', '已在保 且', 'and'],
  ['已在保 and', '已在保 AND', 'and'],
  ['已在保 and', '已在保 &&', 'and'],
  ['已在保 and 超过标准', '已在保并且超过标准', '已在保 and 超过标准'],
  ['if 可渐退 then', '如果 可渐退 then', 'if'],
  ['| 1060 |', '| １０６０ |', '1060'],
  ['| 1060 |', '| 1，060 |', '1060'],
  ['| 1060 |', '| 1060 元/人·月 |', '1060'],
  ['| 1060 |', '| 0.106万元 |', '1060'],
  ['| 1060 |', '| 壹仟零陆拾 |', '1060'],
  ['| 1060 |', '| 一千零六十 |', '1060'],
  ['| 2024-07-01 |', '| 2024.7.1 |', '2024-07-01'],
  ['| 2024-07-01 |', '| 2024/7/1 |', '2024-07-01'],
  ['| 2024-07-01 |', '| 二〇二四年七月一日 |', '2024-07-01'],
  ['| 元/月 |', '| 元／月 |', '元/月'],
  ['| 元/月 |', '| 元每月 |', '元/月'],
  ['| 元/月 |', '| 块/月 |', '元/月'],
  ['单位：元/人·月', '单位：元/人.月', '元/人·月'],
  ['| 金额 |', '| 货币 |', '金额'],
  ['| 人数 |', '| 整形 |', '个数'],
  ['| 代码：城区、郊区 |', '| 城区、郊区 |', '代码：城区、郊区'],
  ['| 1..20 |', '| 1－20 |', '1..20'],
  ['| 1..20 |', '| 1到20人 |', '1..20'],
  ['| [1..3] |', '| 1-3 |', '[1..3]'],
  ['| [1..3] |', '| 1至3 |', '[1..3]'],
  ['| [1..3] |', '| 1..3 |', '[1..3]'],
  ['| [1..3] |', '| 【1..3] |', '['],
  ['| > 6 |', '| 大于6 |', '> 6'],
  ['| > 6 |', '| 7以上 |', '>= 7'],
  ['| 0 | 0 |', '｜ 0 | 0 |', '|'],
  ['进位到 元', '进位', '进位到 元'],
  ['进位到 元', '向上取整', '进位到 元'],
  ['```规则 人均收入', '｀｀｀规则 人均收入', '```规则 人均收入'],
  ['```规则 人均收入', "'''规则 人均收入", '```规则 人均收入'],
  ['```规则 人均收入', '```规则人均收入', '规则 人均收入'],
  ['```规则 人均收入', '```规则：人均收入', '规则 人均收入'],
  ['# 低保渐退', '#低保渐退', '# 低保渐退'],
  ['## 第十三条', '##第十三条', '## 第十三条'],
  ['## 第十三条', '＃＃ 第十三条', '## 第十三条'],
  ['## 第十三条', '### 第十三条', '## 第十三条'],
  ['> 最低生活', '＞ 最低生活', '>'],
  ['- 结果：', '- 结过：', '结果'],
  ['= "城区"', '= “城区”', '"城区"'],
  ['= "城区"', '= 城区', '"城区"'],
  ['家庭人口 = 2\n', '家庭人口：2\n', '家庭人口 = 2'],
  ['家庭人口 = 2\n', '家庭人口 = 2人\n', '2'],
  ['→ 渐退金 = 424', '渐退金 = 424', '→ 渐退金'],
];

for (const [right, wrong, nearest] of slips) {
  test(`who writes “${wrong.trim()}” is told “${nearest}” on that very line`, () => {
    const at = guideText.indexOf(right);
    assert.ok(at >= 0, right);
    const line = guideText.slice(0, at).split('\n').length;
    const checked = checkText(guideText.slice(0, at) + wrong + guideText.slice(at + right.length));
    const said = checked.problems.map((one) => `${one.line} ${one.zh}`).join('\n');
    assert.equal(checked.isSignable, false);
    assert.ok(
      checked.problems.some((one) => one.line === line && one.nearest === nearest),
      `line ${line} in\n${said}`,
    );
    assert.ok(checked.problems.some((one) => one.line === line && one.zh.includes(`是否应为“${nearest}”`)));
  });
}

test('a closing line left out is told at its block and spoils no other', () => {
  const { problems } = checkText(guideText.replace('家庭人口\n```', '家庭人口'));
  assert.deepEqual(
    problems.map((one) => one.code),
    ['text-unclosed-block'],
  );
});

test('what a hand may leave out or write otherwise without harm is read as meant', () => {
  const free: readonly (readonly [string, string])[] = [
    ['| 没有新就业 |', '| 没有新就业'],
    ['→ 渐退金 = 424', '-> 渐退金 = 424'],
    ['→ 渐退金 = 424', '=> 渐退金 = 424'],
    ['已在保 = true', '已在保 = 是'],
    ['| 1060 |', '| 1,060 |'],
    ['家庭月收入 / 家庭人口', '家庭月收入\n  / 家庭人口'],
    ['家庭月收入 / 家庭人口', '　家庭月收入　/　家庭人口'],
    ['- 标识：', '标识: '],
  ];
  for (const [right, wrong] of free) {
    assert.ok(guideText.includes(right), right);
    const checked = checkText(guideText.replace(right, wrong));
    assert.equal(checked.isSignable, true, `${wrong}: ${checked.problems.map((one) => one.zh).join()}`);
  }
});
