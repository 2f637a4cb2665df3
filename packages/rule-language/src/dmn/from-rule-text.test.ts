import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { usualDay } from '../check/run-examples.ts';
import { decide } from '../decide/decide.ts';
import { sayDay } from '../exact/calendar.ts';
import { whole } from '../exact/rational.ts';
import {
  Decimal,
  equalValues,
  evaluateExpression,
  findDateTime,
  sayValue,
  subtract,
  toNumber,
  type Value,
} from '../feel/index.ts';
import { compileOn } from '../ir/program.ts';
import { listPolicyFiles, policyPath } from '../policy-texts.ts';
import { readText } from '../text/read-text.ts';
import { dmnOfRuleText } from './from-rule-text.ts';
import { DmnProgram } from './run/program.ts';
import { readDmn } from './xml/read-model.ts';
import { writeDmn } from './xml/write-model.ts';

function valueOfLine(written: string): Value | undefined {
  const plain = written.trim() === '是' ? 'true' : written.trim() === '否' ? 'false' : written.trim();
  const text = /^\d{4}-\d{2}-\d{2}$/.test(plain) ? `@"${plain}"` : plain;
  const { value, problems } = evaluateExpression(text);
  return problems.length > 0 ? undefined : value;
}

/** DMN has 34 digits where the house is exact: a third of an amount may differ in the thirtieth. */
function isSame(answer: Value, expected: Value): boolean {
  if (!(answer instanceof Decimal) || !(expected instanceof Decimal)) return equalValues(answer, expected) === true;
  return Math.abs(toNumber(subtract(answer, expected))) < 1e-20;
}

test('the shipped texts written as DMN XML and read again decide their examples as the texts do', async () => {
  let compared = 0;
  for (const file of listPolicyFiles()) {
    const { text } = readText(readFileSync(policyPath(file), 'utf8'));
    for (const example of text.examples) {
      const day = example.lawDay ?? example.factsDay ?? usualDay(text);
      const factsDay = example.factsDay ?? day;
      const inputs = example.facts.map(({ name, value }) => ({ name: name.text, value: valueOfLine(value.text) }));
      // An unknown fact is null in DMN: its own semantics, declared.
      if (inputs.some(({ value }) => value === undefined)) continue;
      const given = inputs.map(({ name, value }) => ({ name, value: value ?? null }));
      const read = await readDmn(await writeDmn(dmnOfRuleText(text, day)));
      assert.ok(read.ok, file);
      const program = new DmnProgram(read.value);
      const now = findDateTime(`${sayDay(factsDay)}T00:00:00`) ?? null;
      for (const { name, value } of example.expected) {
        const expected = valueOfLine(value.text);
        if (expected === undefined || ['未知', '错误'].includes(value.text)) continue;
        const answer = program.decide(name.text, given, { now })?.value ?? null;
        assert.ok(
          isSame(answer, expected),
          `${file} ${example.name} ${name.text}: ${sayValue(answer)} / ${value.text}`,
        );
        compared++;
      }
    }
  }
  assert.ok(compared > 20, String(compared));
});

test('a table of several columns keeps its rounding and the exceptions over one of them', async () => {
  const source = `# 试
\`\`\`事实
| 名称 | 类型 | 单位 |
|---|---|---|
| 人数 | 人数 | |
\`\`\`
## 第一条
> 条
\`\`\`表 档
舍入：进位到 元
| 人数 | → 金额 | → 等级 |
|---|---|---|
| - | 1.5 | "甲" |
\`\`\`
\`\`\`例外 档.金额
当：人数 > 3
= 7.2
\`\`\`
`;
  const { text } = readText(source);
  const { program, problems } = compileOn(text, 0);
  assert.deepEqual(problems, []);
  const read = await readDmn(await writeDmn(dmnOfRuleText(text, 0)));
  assert.ok(read.ok);
  for (const [people, amount] of [
    [1, 2],
    [5, 8],
  ] as const) {
    const decided = decide(program, { facts: { 人数: people }, factsOn: '2024-01-01' });
    assert.deepEqual(decided.ok && decided.value.answers.map((one) => one.value), [amount, '甲']);
    const inputs = [{ name: '人数', value: whole(people) }];
    const answer: Value = new DmnProgram(read.value).decide('档', inputs)?.value ?? null;
    assert.equal(sayValue(answer, true), `{金额: ${amount}, 等级: "甲"}`);
  }
});
