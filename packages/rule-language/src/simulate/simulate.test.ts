import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exactAnswers } from '../check/exact-answers.ts';
import { CaseMaker } from '../check/generate-cases.ts';
import { usualDay } from '../check/run-examples.ts';
import { readCase } from '../decide/read-facts.ts';
import { overlayText } from '../ir/bind.ts';
import { compileOn } from '../ir/program.ts';
import { listPolicyFiles, readPolicy } from '../policy-texts.ts';
import { readText } from '../text/read-text.ts';
import { findCliffs } from './cliffs.ts';
import { assertPlainCode, buildKernel, planKernel } from './kernel.ts';
import { populationOf } from './records.ts';
import { codeList, listPopulationProblems } from './refuse-population.ts';
import { protect, protectTotal, simulate } from './simulate.ts';
import { decilesOf, type Tally } from './tally.ts';

const same = (a: number, b: number) => Object.is(a, b) || Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));

for (const file of listPolicyFiles()) {
  test(`${file}: columns answer as the exact engine does, with facts and members missing at random`, () => {
    const { text } = readText(readPolicy(file));
    const day = usualDay(text);
    const { program } = compileOn(text, day);
    const maker = new CaseMaker(program, 11, 0.1);
    const cases = Array.from({ length: 150 }, () => maker.facts());
    const slots = program.rules.map((_, slot) => slot);
    assert.deepEqual(listPopulationProblems(program, slots), []);
    const out = slots.map(() => new Float64Array(cases.length));
    buildKernel(planKernel(program, populationOf(program, cases).population, slots, day))(0, cases.length, out);
    const codes = new Map(codeList(program).map((code, at) => [code, at]));
    for (const [row, facts] of cases.entries()) {
      const exact = exactAnswers(program, readCase(program, facts, {}, day).facts, slots, codes);
      for (const slot of slots) {
        assert.ok(
          same(exact[slot] as number, out[slot]?.[row] as number),
          `${program.rules[slot]?.name} ${exact[slot]} ${out[slot]?.[row]} ${JSON.stringify(facts)}`,
        );
      }
    }
  });
}

const rentText = () => readText(readPolicy('rent-subsidy.md')).text;

test('a reform is an overlay, and its winners, losers and cost add up by region and decile', async () => {
  const text = rentText();
  const day = usualDay(text);
  const { program } = compileOn(text, day);
  const { text: reformed, unknown } = overlayText(text, { parameters: { 每平方米补贴: { 中心区: 30 } }, rules: {} });
  assert.deepEqual(unknown, []);
  const maker = new CaseMaker(program, 5);
  const { population } = populationOf(
    program,
    Array.from({ length: 3000 }, () => maker.facts()),
  );
  const result = await simulate(program, {
    population,
    factDay: day,
    output: '月补贴',
    reform: compileOn(reformed, day).program,
    byCode: '地区',
    byDecile: '家庭月收入',
  });
  assert.ok(result.ok);
  const { total, byCode, byDecile } = result.value;
  assert.ok(Number(total.winners) > 0 && total.losers === 0);
  assert.ok(same(total.after - total.before, Number(total.won) - Number(total.lost)));
  assert.equal(
    byCode.reduce((sum, line) => sum + (line.tally?.winners ?? 0), 0),
    total.winners,
  );
  assert.equal(byCode.find((line) => line.group === '外围区')?.tally?.winners, 0);
  assert.equal(byDecile.length, 10);
});

test('a group too small to show takes a second one with it, so that no subtraction tells', () => {
  const tally = (rows: number): Tally => ({
    rows,
    unknown: 0,
    before: 0,
    after: 0,
    winners: 0,
    losers: 0,
    won: 0,
    lost: 0,
  });
  const lines = protect(
    [
      { group: '甲', tally: tally(3) },
      { group: '乙', tally: tally(50) },
      { group: '丙', tally: tally(900) },
    ],
    10,
  );
  assert.deepEqual(
    lines.map((line) => line.hidden),
    [true, true, false],
  );
});

test('of a whole in which a reform moves a few, nobody learns how many or by how much', () => {
  const tally: Tally = { rows: 900, unknown: 0, before: 5, after: 9, winners: 400, losers: 3, won: 40, lost: 36 };
  const { winners, losers, won, lost, ...budget } = protectTotal(tally, 10);
  assert.deepEqual([winners, losers, won, lost], [null, null, null, null]);
  assert.deepEqual(budget, { rows: 900, unknown: 0, before: 5, after: 9 });
  assert.deepEqual(protectTotal({ ...tally, losers: 0 }, 10).winners, 400);
});

test('rows whose income nobody knows are in no tenth, whatever number stands for unknown in their column', () => {
  const values = Int32Array.from({ length: 100 }, (_, row) => (row < 20 ? -1 : row));
  const { groups, edges } = decilesOf({ values, unknown: -1 });
  assert.deepEqual([...groups.slice(0, 20)], new Array(20).fill(10));
  assert.deepEqual([edges[0], groups[20], groups[99]], [28, 0, 9]);
});

test('a cliff is found where it stands, how much it costs at most, and for how many where they are not few', () => {
  const { program } = compileOn(
    readText(
      '# 试\n```事实\n| 名称 | 类型 | 单位 |\n|---|---|---|\n| 收入 | 金额 | 元 |\n| 人数 | 人数 | |\n```\n## 第一条\n> 条\n' +
        '```规则 补助\n单位：元\n= if 收入 < 100 then 50 * 人数 / 1 else if 收入 < 300 then 20 - 收入 / 100 else 0\n```\n',
    ).text,
    0,
  );
  const { population } = populationOf(
    program,
    [1, 2, 2].map((people) => ({ 收入: 0, 人数: people })),
  );
  const ask = { output: '补助', factDay: 0, from: 0, to: 400, step: 1 };
  const found = findCliffs(program, population, { ...ask, fact: '收入', smallest: 2 });
  assert.ok(found.ok);
  assert.deepEqual(
    found.value.map(({ at, rows }) => [at, rows]),
    [
      [100, 3],
      [300, 3],
    ],
  );
  assert.ok(Math.abs((found.value[0]?.loss ?? 0) - 81) < 1e-9 && found.value[0]?.rate === found.value[0]?.loss);
  const few = findCliffs(program, population, { ...ask, fact: '收入', smallest: 5 });
  assert.equal(few.ok && few.value[0]?.rows, null);
  const misspelt = findCliffs(program, population, { ...ask, fact: '收人' });
  assert.deepEqual(misspelt.ok ? null : misspelt.refusal, {
    kind: 'unknown-name',
    name: '收人',
    expected: ['收入', '人数'],
  });
});

test('what has no columnar meaning is refused with its place', () => {
  const { text } = readText(
    '# 试\n```事实\n| 名称 | 类型 |\n|---|---|\n| 姓名 | 文本 |\n```\n## 第一条\n> 条\n```规则 长\n= string length(姓名) > 2\n```\n',
  );
  const { program } = compileOn(text, 0);
  const [found] = listPopulationProblems(program);
  assert.equal(found?.code, 'not-vectorisable');
  assert.equal(found?.line, 10);
});

test('generated code with a foreign word or sign is never built', () => {
  assert.throws(() => assertPlainCode('return function(from,to,out){process.exit(1)};'));
  assert.throws(() => assertPlainCode('return function(from,to,out){`x`};'));
  assert.throws(() => assertPlainCode('return function(from,to,out){out.constructor};'));
});
