import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileOn } from '../ir/program.ts';
import { readText } from '../text/read-text.ts';
import { toSql } from './to-sql.ts';

const programOf = (name: string, body: string) =>
  compileOn(
    readText(
      `# 试\n\`\`\`事实\n| 名称 | 类型 | 单位 |\n|---|---|---|\n| ${name} | 代码：a'b、c | |\n| 额 | 数 | |\n\`\`\`\n## 第一条\n> 条\n\`\`\`规则 甲\n= ${body}\n\`\`\`\n`,
    ).text,
    0,
  ).program;

test('no word of a text ends a name or a literal in the SQL', () => {
  const sql = toSql(programOf('甲"; drop table x; --', `额 > 1 and 甲"; drop`), {
    dialect: 'postgresql',
    factDay: 0,
    table: 'c"d',
    outputs: [],
  });
  assert.ok(sql.ok && sql.value.includes('"c""d"'));
  const literal = toSql(programOf('码', `码 = "a'b"`), { dialect: 'duckdb', factDay: 0, table: 'cases' });
  assert.ok(literal.ok && literal.value.includes("'a''b'"));
});

test('an unknown condition gives an answer only where both ways agree', () => {
  const program = programOf('码', 'if 额 > 1 then 2 else 3');
  const open = toSql(program, { dialect: 'duckdb', factDay: 0, table: 'cases' });
  assert.ok(open.ok && /WHEN NOT/.test(open.value));
  const known = toSql(program, { dialect: 'duckdb', factDay: 0, table: 'cases', notNull: ['额'] });
  assert.ok(known.ok && !/WHEN NOT/.test(known.value));
});

test('functions as values are refused with their place', () => {
  const refused = toSql(programOf('码', 'count(for x in [1,2] return x) > 1'), {
    dialect: 'duckdb',
    factDay: 0,
    table: 'cases',
  });
  assert.ok(!refused.ok);
  assert.equal(refused.refusal.problems[0]?.line, 11);
});

test('outputs whose long names PostgreSQL would clip to one column are refused there', () => {
  const long = '长'.repeat(21);
  const { program } = compileOn(
    readText(
      `# 试\n\`\`\`事实\n| 名称 | 类型 |\n|---|---|\n| 额 | 数 |\n\`\`\`\n## 第一条\n> 条\n\`\`\`规则 ${long}甲\n= 额 + 1\n\`\`\`\n\`\`\`规则 ${long}乙\n= 额 + 2\n\`\`\`\n`,
    ).text,
    0,
  );
  const ask = { factDay: 0, table: 'cases', outputs: [0, 1] };
  const clipped = toSql(program, { ...ask, dialect: 'postgresql' });
  assert.ok(!clipped.ok);
  assert.match(clipped.refusal.problems[0]?.zh ?? '', /前 63 个字节相同/);
  assert.ok(toSql(program, { ...ask, dialect: 'duckdb' }).ok);
  assert.ok(toSql(program, { ...ask, dialect: 'postgresql', outputs: [1] }).ok);
});
