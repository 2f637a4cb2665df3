import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileOn } from '../ir/program.ts';
import { toSql } from '../sql/to-sql.ts';
import { readText } from '../text/read-text.ts';
import { simulate } from './simulate.ts';

const head =
  '# 试\n```事实\n| 名称 | 类型 | 单位 |\n|---|---|---|\n| 收入 | 金额 | 元 |\n| 姓名 | 文本 | |\n| 时点 | 日期时间 | |\n| 日期列 | 列表<日期> | |\n```\n```成员 家人\n| 名称 | 类型 |\n|---|---|\n| 年龄 | 个数 |\n| 证书 | 列表<文本> |\n```\n## 第一条\n> 条\n```规则 结果\n= ';

/** What only the deciding engine runs; `‸` stands where the refusal must point. */
const refused: readonly (readonly [what: string, body: string, zh: RegExp, en: RegExp])[] = [
  ['a list inside of a member', 'count(家人[‸count(证书) > 1])', /count\(\)/, /count\(\)/],
  ['a function as a value', 'if (‸function(x) x + 1)(收入) > 3 then 1 else 0', /函数作为值/, /a function as a value/],
  [
    'a time zone',
    'if ‸时点 > @"2024-01-01T00:00:00@Asia/Shanghai" then 1 else 0',
    /@Asia\/Shanghai/,
    /@Asia\/Shanghai/,
  ],
  ['a time of day', 'if ‸time(时点).hour > 3 then 1 else 0', /\.hour/, /\.hour/],
  ['a text taken apart', '‸string length(姓名)', /string length/, /string length/],
  ['a list among the facts', '‸count(日期列)', /count\(\)/, /count\(\)/],
];

for (const [what, marked, zh, en] of refused) {
  test(`${what} is refused by simulation and SQL at compile time, with rule, place and reason`, async () => {
    const { program, problems } = compileOn(readText(`${head}${marked.replace('‸', '')}\n\`\`\`\n`).text, 0);
    assert.deepEqual(problems, []);
    const simulated = await simulate(program, { population: { rows: 0, facts: {} }, factDay: 0, output: '结果' });
    const written = toSql(program, { dialect: 'duckdb', factDay: 0, table: 'cases' });
    for (const result of [simulated, written]) {
      assert.ok(!result.ok && result.refusal.kind === 'not-vectorisable');
      const [found] = result.refusal.problems;
      const said = `${found?.line}:${found?.column} ${found?.zh} ${found?.en}`;
      assert.deepEqual([found?.line, found?.column], [head.split('\n').length, marked.indexOf('‸') + 3], said);
      assert.match(found?.zh ?? '', /规则“结果”里的/);
      assert.match(found?.zh ?? '', zh);
      assert.match(found?.en ?? '', en);
    }
  });
}
