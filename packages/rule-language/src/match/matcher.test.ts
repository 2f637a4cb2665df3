import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileOn } from '../ir/program.ts';
import { readText } from '../text/read-text.ts';
import { Matcher } from './matcher.ts';

const policy = (id: string, body: string) => {
  const source = `# ${id}\n\`\`\`事实\n| 名称 | 类型 | 单位 |\n|---|---|---|\n| 收入 | 金额 | 元 |\n| 人数 | 数 | |\n| 地区 | 代码：甲、乙、丙 | |\n| 高新 | 是否 | |\n\`\`\`\n## 第一条\n> 条\n\`\`\`规则 符合\n= ${body}\n\`\`\`\n`;
  return { id, program: compileOn(readText(source).text, 0).program, output: '符合' };
};

test('unknown facts make a subject possible, a known no keeps it out', () => {
  const facts = {
    收入: { values: Float64Array.of(5, Number.NaN, 50) },
    人数: { values: Float64Array.of(1, 2, Number.NaN) },
  };
  const matcher = new Matcher([policy('甲', '收入 < 10 and 人数 < 5')], { rows: 3, facts }, 0);
  matcher.matchAll();
  assert.deepEqual([...matcher.standingsOf('甲')], [1, 2, 0]);
  assert.deepEqual(matcher.counts(), [{ policy: '甲', certain: 1, possible: 1 }]);
});

test('one changed record gives what a full recompute gives, and touches only policies that read the field', () => {
  const facts = { 收入: { values: Float64Array.of(5, 20, 50) }, 人数: { values: Float64Array.of(1, 2, 3) } };
  const policies = [policy('甲', '收入 < 10'), policy('乙', '人数 > 1'), policy('丙', '收入 + 人数 > 21')];
  const matcher = new Matcher(policies, { rows: 3, facts }, 0);
  matcher.matchAll();
  facts.收入.values[1] = 6;
  assert.deepEqual(matcher.update(1, ['收入']), [
    { policy: '甲', row: 1, before: 0, after: 1 },
    { policy: '丙', row: 1, before: 1, after: 0 },
  ]);
  const again = new Matcher(policies, { rows: 3, facts }, 0);
  again.matchAll();
  for (const { id } of policies) assert.deepEqual([...matcher.standingsOf(id)], [...again.standingsOf(id)]);
});

test('conditions taken one after another over the rows left answer as all of them row by row', () => {
  const open = (name: string) => fc.oneof(fc.constant(name), fc.constant(`${name} * 0.3`));
  const place = fc.constantFrom('"甲"', '"乙"', '"丙"');
  const condition = fc.oneof(
    fc.tuple(place, place).map(([a, b]) => `地区 in (${a}, ${b})`),
    place.map((a) => `地区 != ${a}`),
    fc.constantFrom('高新', 'not(高新)'),
    fc
      .tuple(open('收入'), fc.constantFrom('<', '<=', '>', '>=', '=', '!='), fc.constantFrom('人数', '30', '45.5'))
      .map((parts) => parts.join(' ')),
    fc.constantFrom('(人数 > 20 or 收入 < 10)', '(人数 + 收入 > 50 or 高新)', 'max(人数, 收入) >= 40'),
  );
  const value = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 90 }) }, fc.constant(Number.NaN));
  const rows = fc.array(fc.tuple(value, value, fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 1 })), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(fc.array(condition, { minLength: 2, maxLength: 6 }), rows, (conditions, table) => {
      const facts = {
        收入: { values: Float64Array.from(table, ([income]) => income) },
        人数: { values: Float64Array.from(table, ([, people]) => people) },
        地区: { values: Uint8Array.from(table, ([, , region]) => region) },
        高新: { values: Uint8Array.from(table, ([, , , isNew]) => isNew) },
      };
      const body = conditions.join(' and ');
      const matcher = new Matcher(
        [policy('逐条', body), policy('逐行', `not(not(${body}))`)],
        { rows: table.length, facts },
        0,
      );
      matcher.matchAll();
      assert.deepEqual([...matcher.standingsOf('逐条')], [...matcher.standingsOf('逐行')], body);
    }),
    { numRuns: 300 },
  );
});
