// Corners in which four outputs from one form have parted ways before: each text here is asked of the exact engine, of the
// columns and of the generated SQL on DuckDB.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { exactAnswers } from './check/exact-answers.ts';
import { type FactsJson, readCase } from './decide/read-facts.ts';
import { compileOn } from './ir/program.ts';
import { buildKernel, planKernel } from './simulate/kernel.ts';
import { columnsOf } from './simulate/records.ts';
import { codeList, listPopulationProblems } from './simulate/refuse-population.ts';
import { toSql } from './sql/to-sql.ts';
import { readText } from './text/read-text.ts';

const head =
  '# 试\n```事实\n| 名称 | 类型 | 单位 |\n|---|---|---|\n| 甲 | 金额 | 元 |\n| 乙 | 金额 | 元 |\n| 数 | 数 | |\n| 是 | 是否 | |\n```\n```成员 家人\n| 名称 | 类型 |\n|---|---|\n| 年龄 | 个数 |\n| 收入 | 金额 |\n```\n## 第一条\n> 条\n';

/** What each output says of each case: numbers, truths as 0 and 1, null for unknown and error. */
async function askAll(
  block: string,
  cases: readonly FactsJson[],
): Promise<Record<'exact' | 'columns' | 'sql', unknown[]>> {
  const { program, problems } = compileOn(readText(`${head}${block}\n`).text, 19_900);
  assert.deepEqual(problems, []);
  const slots = [program.rules.length - 1];
  assert.deepEqual(listPopulationProblems(program, slots), []);
  const read = cases.map((one) => readCase(program, one, {}, 19_900).facts);
  const codes = new Map(codeList(program).map((code, at) => [code, at]));
  const kind = program.rules.at(-1)?.type.kind;
  const plain = (value: number) => (Number.isNaN(value) || (kind === 'boolean' && value === 2) ? null : value);
  const out = [new Float64Array(cases.length)];
  buildKernel(planKernel(program, columnsOf(program, read), slots, 19_900))(0, cases.length, out);
  const sql = toSql(program, {
    dialect: 'duckdb',
    factDay: 19_900,
    table: 'cases',
    outputs: slots,
    membersMarked: ['家人'],
  });
  assert.ok(sql.ok);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    'CREATE TABLE cases (case_id INT, "甲" DOUBLE, "乙" DOUBLE, "数" DOUBLE, "是" BOOLEAN, "家人" BOOLEAN)',
  );
  await connection.run('CREATE TABLE "家人" (case_id INT, "年龄" DOUBLE, "收入" DOUBLE)');
  const said = (value: unknown) => (value === undefined ? 'NULL' : String(value));
  for (const [row, one] of cases.entries()) {
    const members = one.家人 as FactsJson[] | undefined;
    await connection.run(
      `INSERT INTO cases VALUES (${row}, ${[one.甲, one.乙, one.数, one.是].map(said).join(', ')}, ${members !== undefined})`,
    );
    for (const member of members ?? [])
      await connection.run(`INSERT INTO "家人" VALUES (${row}, ${said(member.年龄)}, ${said(member.收入)})`);
  }
  const reader = await connection.runAndReadAll(`SELECT * FROM (${sql.value}) ORDER BY case_id`);
  const fromSql = (reader.getColumns()[1] ?? []).map((value) => (value === null ? null : Number(value)));
  connection.closeSync();
  return {
    exact: read.map((facts) => plain(exactAnswers(program, facts, slots, codes)[0] as number)),
    columns: [...(out[0] as Float64Array)].map(plain),
    sql: fromSql,
  };
}

async function allSay(block: string, cases: readonly FactsJson[], wanted: readonly unknown[]): Promise<void> {
  const said = await askAll(block, cases);
  assert.deepEqual(said, { exact: wanted, columns: wanted, sql: wanted });
}
const rule = (body: string) => `\`\`\`规则 果\n= ${body}\n\`\`\``;

test('a share just below a threshold is below it in every output', async () => {
  const cases = [
    { 甲: 18_000_000, 乙: 600_000_000.01 },
    { 甲: 18_000_000, 乙: 600_000_000 },
  ];
  await allSay(rule('甲 / 乙 >= 0.03'), cases, [0, 1]);
});

test('amounts that come out equal after arithmetic are equal in every output', async () => {
  await allSay(rule('甲 + 乙 > 0.3'), [{ 甲: 0.1, 乙: 0.2 }], [0]);
  await allSay(rule('甲 - 乙 = 0.01'), [{ 甲: 99_999_999.99, 乙: 99_999_999.98 }], [1]);
});

test('zero to a negative power is an error, which columns and SQL show as unknown', async () => {
  await allSay(rule('数 ** -2'), [{ 数: 0 }, { 数: 2 }, {}], [null, 0.25, null]);
});

test('a day that does not exist is an error of its own case alone', async () => {
  const cases = [{ 数: 31 }, { 数: 30 }, { 数: 1.5 }, {}];
  await allSay(rule('date(2024, 4, 数).day'), cases, [null, 30, null, null]);
});

test('a row of unknown standing leaves a sum open even where it adds nothing', async () => {
  const table = '```表 果\n命中：求和\n| 是 | 甲 | → 额 |\n|---|---|---|\n| true | - | 0 |\n| - | < 10 | 5 |\n```';
  await allSay(table, [{ 甲: 1 }, { 是: false, 甲: 1 }, { 是: true, 甲: 20 }], [null, 5, 0]);
});

test('the least of rows hit is open while one of them is unknown', async () => {
  const table = '```表 果\n命中：最小\n| 甲 | → 额 |\n|---|---|\n| < 10 | 乙 |\n| < 20 | 7 |\n```';
  await allSay(table, [{ 甲: 1 }, { 甲: 1, 乙: 3 }, { 甲: 15 }, { 甲: 30 }], [null, 3, 7, null]);
});

test('a condition on the case alone inside a total of members stays with the members', async () => {
  const cases = [
    { 甲: 1, 家人: [{ 年龄: 5 }, { 年龄: 6 }] },
    { 甲: 50, 家人: [{ 年龄: 5 }] },
    { 甲: 1, 家人: [] },
    { 甲: 1 },
  ];
  await allSay(rule('count(家人[甲 < 10])'), cases, [2, 0, 0, null]);
  await allSay(rule('sum(for 人 in 家人 return 甲)'), cases, [2, 50, 0, null]);
});

test('members nobody named are unknown, and no members are none', async () => {
  await allSay(
    rule('some 人 in 家人 satisfies 人.年龄 >= 60'),
    [{}, { 家人: [] }, { 家人: [{ 年龄: 61 }] }],
    [null, 0, 1],
  );
});

test('a total of all members may stand inside a condition on each of them', async () => {
  const family = {
    家人: [
      { 年龄: 70, 收入: 10 },
      { 年龄: 40, 收入: 90 },
      { 年龄: 70, 收入: 30 },
    ],
  };
  const open = { 家人: [{ 年龄: 70, 收入: 10 }, { 收入: 90 }] };
  await allSay(rule('sum(家人[年龄 = max(家人.年龄)].收入)'), [family, open], [40, null]);
  await allSay(rule('count(家人[收入 > mean(家人.收入)])'), [family], [1]);
  await allSay(rule('some 人 in 家人 satisfies 人.收入 * 2 > sum(家人.收入)'), [family], [1]);
  await allSay(rule('every 人 in 家人 satisfies count(家人[年龄 >= 40]) = 3'), [family], [1]);
});

test('an error beside a part that settles the answer changes nothing in any output, in either order', async () => {
  const cases = [
    { 甲: 1, 数: 0, 是: false },
    { 甲: 1, 数: 0, 是: true },
    { 甲: 1, 数: 0 },
    { 甲: 1, 数: 1, 是: true },
  ];
  for (const body of ['甲 / 数 < 5 and 是', '是 and 甲 / 数 < 5']) await allSay(rule(body), cases, [0, null, null, 1]);
  for (const body of ['甲 / 数 < 5 or 是', '是 or 甲 / 数 < 5']) await allSay(rule(body), cases, [null, 1, null, 1]);
  const old = { 年龄: 70, 收入: 1 };
  const none = { 年龄: 0, 收入: 1 };
  for (const 家人 of [
    [old, none],
    [none, old],
  ]) {
    await allSay(rule('some 人 in 家人 satisfies 人.收入 / 人.年龄 < 5'), [{ 家人 }], [1]);
    await allSay(rule('every 人 in 家人 satisfies 人.收入 / 人.年龄 > 5'), [{ 家人 }], [0]);
  }
});
