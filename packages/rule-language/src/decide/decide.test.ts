import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDay } from '../exact/calendar.ts';
import { compileOn } from '../ir/program.ts';
import { readPolicy } from '../policy-texts.ts';
import { readText } from '../text/read-text.ts';
import { decide } from './decide.ts';
import { questionOf } from './receipt.ts';
import { sayDecision } from './say-decision.ts';

const source = (rules: string) => `# 试
- 依据：某办法
\`\`\`事实
| 名称 | 类型 | 单位 | 范围 | 来源 |
|---|---|---|---|---|
| 收入 | 金额 | 元 | ≥ 0 | 税务 |
| 人数 | 人数 | | ≥ 0 | 户籍 |
| 本地 | 是否 | | | 户籍 |
\`\`\`
## 第一条
> 收入低的给补助。
${rules}
`;
const rule = (name: string, body: string, fields = '') => `\`\`\`规则 ${name}\n${fields}= ${body}\n\`\`\`\n`;

function programOf(rules: string) {
  const { text, problems } = readText(source(rules));
  const compiled = compileOn(text, findDay('2024-07-01') ?? 0);
  assert.deepEqual(
    [...problems, ...compiled.problems].map((one) => one.zh),
    [],
  );
  return compiled.program;
}
const ask = (rules: string, facts: Record<string, unknown>) =>
  decide(programOf(rules), { facts, factsOn: '2024-07-01' });

test('a third times three is a whole amount, and rounding up adds nothing', () => {
  const result = ask(rule('补助', '收入 / 人数 * 3', '舍入：进位到 元\n'), { 收入: 100, 人数: 3 });
  assert.equal(result.ok && result.value.answers[0]?.value, 100);
});

test('a missing fact never becomes a no', () => {
  const result = ask(rule('可得', '收入 < 1000 and 本地'), { 收入: 500 });
  assert.ok(result.ok);
  assert.equal(result.value.status, 'unknown');
  assert.equal(result.value.answers[0]?.isKnown, false);
  assert.deepEqual(
    result.value.missing.map((one) => one.name),
    ['本地'],
  );
});

test('a known no settles a conjunction whatever is missing', () => {
  const result = ask(rule('可得', '收入 < 1000 and 本地'), { 收入: 5000 });
  assert.equal(result.ok && result.value.answers[0]?.value, false);
});

test('an if on an unknown condition is settled where both branches agree', () => {
  const result = ask(rule('补助', 'if 本地 then 10 else 10'), {});
  assert.equal(result.ok && result.value.answers[0]?.value, 10);
});

test('division by zero stops the case with the place of the division', () => {
  const result = ask(rule('补助', '收入 / 人数'), { 收入: 1, 人数: 0 });
  assert.ok(!result.ok && result.refusal.kind === 'case-fault');
  assert.equal(result.refusal.code, 'division-by-zero');
  assert.equal(result.refusal.line, 13);
});

test('a misspelt fact is refused with the nearest right name and never counts as missing', () => {
  const result = ask(rule('补助', '收入'), { 收人: 1 });
  assert.ok(!result.ok && result.refusal.kind === 'facts-unreadable');
  assert.equal(result.refusal.troubles[0]?.nearest, '收入');
});

test('a receipt runs again to the same bytes', () => {
  const program = programOf(rule('补助', '收入 * 0.1', '舍入：舍去到 分\n'));
  const first = decide(program, { facts: { 收入: 12.34 }, factsOn: '2024-07-01' });
  assert.ok(first.ok);
  const again = decide(program, questionOf(first.value.receipt));
  assert.equal(JSON.stringify(again), JSON.stringify(first));
});

test('the tree names article, inputs with source, and the rules read', () => {
  const result = ask(rule('基数', '收入 * 2') + rule('补助', '基数 + 1'), { 收入: 3 });
  assert.ok(result.ok);
  const [base, grant] = result.value.tree.nodes;
  assert.deepEqual(
    [base?.rule, base?.article, base?.inputs],
    ['基数', '《某办法》第一条', [{ name: '收入', value: 3, isKnown: true, source: '税务' }]],
  );
  assert.deepEqual([grant?.rules, grant?.value], [['基数'], 7]);
});

test('two exceptions of one rank that apply at once stop the case', () => {
  const exception = (when: string, value: string) => `\`\`\`例外 补助\n当：${when}\n= ${value}\n\`\`\`\n`;
  const result = ask(rule('补助', '1') + exception('收入 > 1', '2') + exception('收入 > 2', '3'), { 收入: 5 });
  assert.equal(!result.ok && result.refusal.kind === 'case-fault' && result.refusal.code, 'exceptions-conflict');
});

test('discretion is asked of a person and never computed', () => {
  const discretion = '```裁量 家庭变故\n由：审核员\n```\n';
  const rules = rule('可得', '收入 < 10 or 家庭变故') + discretion;
  const open = ask(rules, { 收入: 50 });
  assert.equal(open.ok && open.value.status, 'discretion');
  const judged = decide(programOf(rules), {
    facts: { 收入: 50 },
    factsOn: '2024-07-01',
    discretions: { 家庭变故: true },
  });
  assert.equal(judged.ok && judged.value.answers[0]?.value, true);
});

test('a decision resting on an untranslated clause waits until a person accepts the gap', () => {
  const gap = '```未转换 “生活确有困难”\n理由：没有标准\n影响：可得\n```\n';
  const program = programOf(rule('可得', '收入 < 10') + gap);
  const open = decide(program, { facts: { 收入: 5 }, factsOn: '2024-07-01' });
  assert.equal(open.ok && open.value.status, 'gap');
  const accepted = decide(program, { facts: { 收入: 5 }, factsOn: '2024-07-01', acceptedGaps: ['生活确有困难'] });
  assert.equal(accepted.ok && accepted.value.status, 'decided');
});

test('a gap over a table of several columns holds back whatever reads one of them', () => {
  const table = '```表 档\n| 收入 | → 甲 | → 乙 |\n|---|---|---|\n| - | 1 | 2 |\n```\n';
  const gap = '```未转换 “难”\n理由：无\n影响：档\n```\n';
  const result = ask(table + rule('额', '档.甲') + gap, { 收入: 5 });
  assert.equal(result.ok && result.value.status, 'gap');
});

test('a discretion whose name is spelt with more blanks is listed all the same', () => {
  const result = ask(`${rule('额', 'if 家庭  变故 then 1 else 0')}\`\`\`裁量 家庭  变故\n由：审核员\n\`\`\`\n`, {
    收入: 5,
  });
  assert.equal(result.ok && result.value.discretions[0]?.by, '审核员');
});

test('a value that is not of the type promised stops the case, whatever the text hides it in', () => {
  const stops = (block: string) => {
    const source = `# 试\n\`\`\`事实\n| 名称 | 类型 |\n|---|---|\n| 码 | 代码：甲、乙 |\n\`\`\`\n## 第一条\n> 条\n${block}\n`;
    const { program, problems } = compileOn(readText(source).text, 0);
    assert.deepEqual(problems, []);
    const result = decide(program, { facts: { 码: '甲' }, factsOn: '2024-01-01' });
    return !result.ok && result.refusal.kind === 'case-fault' ? result.refusal.code : null;
  };
  assert.equal(stops('```表 额\n命中：求和\n| 码 | → 额 |\n|---|---|\n| - | {a: 码}.a |\n```'), 'feel-error');
  assert.equal(stops('```规则 额\n类型：数\n= {a: 码}.a\n```\n```规则 倍\n= 额 * 2\n```'), 'feel-error');
});

test('facts that are no facts are said to be so, however deep they are nested', () => {
  const { program } = compileOn(readText(source(rule('额', '收入'))).text, 0);
  const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;
  for (const facts of [null, [1], 5, { 收入: deep }, { 收入: {} }, { 收入: '1/0' }]) {
    const result = decide(program, { facts: facts as never, factsOn: '2024-01-01' });
    assert.equal(result.ok ? '' : result.refusal.kind, 'facts-unreadable');
  }
});

test('one part that settles the answer does so beside an error, wherever it stands; an error nobody settles stops the case', () => {
  const facts = { 收入: 1, 人数: 0, 本地: false };
  for (const body of [
    '人均 < 5 and 本地',
    '本地 and 人均 < 5',
    'not(人均 < 5 or not(本地))',
    'not(not(本地) or 人均 < 5)',
  ]) {
    const rules = rule('人均', '收入 / 人数') + rule('可得', body);
    const settled = ask(rules, facts);
    assert.ok(settled.ok, body);
    assert.equal(settled.value.answers.at(-1)?.value, false, body);
  }
  for (const body of ['收入 / 人数 < 5 and 本地', '本地 and 收入 / 人数 < 5']) {
    for (const local of [{ 本地: true }, {}]) {
      const stopped = ask(rule('可得', body), { 收入: 1, 人数: 0, ...local });
      assert.equal(
        !stopped.ok && stopped.refusal.kind === 'case-fault' && stopped.refusal.code,
        'division-by-zero',
        body,
      );
    }
  }
});

test('a rule whose error did not matter stands in the tree with the error, and what came after it with its own inputs', () => {
  const program = programOf(rule('人均', '收入 / 人数') + rule('可得', '人均 < 5 and 本地'));
  const result = decide(program, {
    facts: { 收入: 1, 人数: 0, 本地: false },
    factsOn: '2024-07-01',
    outputs: ['可得'],
  });
  assert.ok(result.ok);
  const [each, grant] = result.value.tree.nodes;
  assert.deepEqual([each?.rule, each?.isKnown, each?.fault?.code], ['人均', false, 'division-by-zero']);
  assert.deepEqual([grant?.rules, grant?.inputs.map((one) => one.name), grant?.fault], [['人均'], ['本地'], null]);
});

test('a rule in error is run once, however often it is asked for', () => {
  const chain = Array.from({ length: 60 }, (_, at) => rule(`步${at + 1}`, `步${at} or 步${at}`)).join('');
  const result = ask(`${rule('步0', '收入 / 人数 > 1')}${chain}`, { 收入: 1, 人数: 0 });
  assert.equal(!result.ok && result.refusal.kind, 'case-fault');
});

test('a name of a text folded over several lines is one line in its receipt', () => {
  const yaml =
    '规则文本: 试\n标识: "a\\nb"\n条文:\n  - 条: 第一条\n    原文: 条\n    内容:\n      - 规则: 额\n        式: 1\n';
  const { text } = readText(yaml);
  const { program } = compileOn(text, 0);
  const result = decide(program, { facts: {}, factsOn: '2024-01-01' });
  assert.equal(text.id, 'a b');
  assert.ok(result.ok && Object.values(result.value.receipt).every((line) => !/[\n\r\u2028]/.test(line)));
});

test('an expression without end stops the case, not the program', () => {
  const endless = rule('额', '{f: function(n) if n > 1 then f(n + 1) + f(n + 1) else 0, r: f(收入)}.r', '类型：数\n');
  const result = ask(endless, { 收入: 5 });
  assert.equal(!result.ok && result.refusal.kind === 'case-fault' && result.refusal.code, 'feel-error');
});

test('what could not be proof-read is said with the article and the parameter it stands behind', () => {
  const source = readPolicy('unemployment-benefit.md');
  const { text } = readText(`${source.replace('## 第四十七条\n', '## 第四十七条\n\n核对：未见公布文本\n')}`);
  const { program } = compileOn(text, findDay('2024-03-01') ?? 0);
  const facts = { 地区: '一类区', 累计缴费月数: 24, 离职原因: '单位解除', 已失业登记: true, 有求职要求: true };
  const rest = { 前次未领月数: 0, 享受养老待遇: false, 已重新就业: false, 移居境外或服兵役: false };
  const result = decide(program, {
    facts: { ...facts, ...rest },
    discretions: { 拒不接受介绍的工作: false },
    factsOn: '2024-03-01',
  });
  assert.ok(result.ok);
  const node = result.value.tree.nodes.find((one) => one.rule === '月标准额');
  assert.equal(node?.proof, '未见公布文本');
  assert.match(
    node?.parameters.find((one) => one.name === '标准比例')?.proof ?? '',
    /人社部发〔2017〕71号.*未能逐字核对/,
  );
  assert.match(sayDecision(result.value), /月标准额 = 2241 {2}《社会保险法》第四十七条（未能逐字核对）/);
  assert.match(sayDecision(result.value), /标准比例.*，未能逐字核对）/);
});
