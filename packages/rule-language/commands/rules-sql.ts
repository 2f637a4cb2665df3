import { commandLine, loadProgram, readArguments, readDayOption, sayProblem, Usage } from '../src/command-line.ts';
import { toSql } from '../src/sql/to-sql.ts';

export const summary = '把规则文本写成 SQL · a rule text as SQL for PostgreSQL or DuckDB';

export const usage = `用法 usage: rules sql FILE [--dialect postgresql|duckdb] [--table cases] [--on 日期] [--not-null 事实,事实] [--members-marked 成员表]
  表里有 case_id 和以事实命名的列；成员各有自己的表 · the table holds case_id and a column a fact; members have tables of their own`;

const namesOf = (value: string | boolean | undefined): string[] =>
  String(value ?? '')
    .split(/[,，]/)
    .filter(Boolean);

export async function run(args: string[]): Promise<number> {
  return commandLine(() => {
    const asked = readArguments(args, usage, {
      dialect: { type: 'string' },
      table: { type: 'string' },
      'not-null': { type: 'string' },
      'members-marked': { type: 'string' },
    });
    const dialect = String(asked.values.dialect ?? 'postgresql');
    if (dialect !== 'postgresql' && dialect !== 'duckdb')
      throw new Usage('--dialect 应为 postgresql 或 duckdb · is postgresql or duckdb');
    const { program, lawDay } = loadProgram(asked);
    const [notNull, membersMarked] = [namesOf(asked.values['not-null']), namesOf(asked.values['members-marked'])];
    const facts = [...program.facts, ...program.entities].map((one) => one.name);
    const unknown = [...notNull, ...membersMarked].filter((name) => !facts.includes(name));
    if (unknown.length > 0)
      throw new Usage(`没有事实 ${unknown.join('、')}，可用的有：${facts.join('、')} · no fact is called so`);
    const result = toSql(program, {
      dialect,
      factDay: readDayOption(asked.values.on, 'on') ?? lawDay,
      table: String(asked.values.table ?? 'cases'),
      notNull,
      membersMarked,
    });
    if (!result.ok) throw new Usage(result.refusal.problems.map((one) => sayProblem(asked.file, one)).join('\n'));
    if (dialect === 'postgresql') console.log('-- SET jit = off;');
    console.log(`${result.value};`);
    return 0;
  });
}
