// `npm run drill rules-agree [cases a policy] [policy]`: the exact engine, the columns and the generated SQL on DuckDB answer
// the same generated cases, every rule of every shipped policy. Ends with the cases in which ordinary floating point pays wrong.
import { DuckDBInstance } from '@duckdb/node-api';
import {
  buildKernel,
  CaseMaker,
  codeList,
  compileOn,
  exactAnswers,
  type FactsJson,
  listPolicyFiles,
  listPopulationProblems,
  planKernel,
  populationOf,
  readPolicy,
  readText,
  toSql,
  usualDay,
} from '@zhengtong/rule-language';
import { agree, loadCases, naiveFunctions, readAnswers } from './rules-agree/duckdb.ts';

export const summary = '规则文本：判定、推演、SQL 三者一致 · decide = simulate = SQL on generated cases';

const batch = 10_000;
type Sum = {
  policy: string;
  cases: number;
  answers: number;
  columnsDiffer: number;
  sqlDiffer: number;
  floatWrong: number;
  example: string;
};

export async function run(args: string[]): Promise<number> {
  const wanted = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 2000);
  const only = args.find((arg) => !/^\d+$/.test(arg));
  const sums: Sum[] = [];
  for (const file of listPolicyFiles()) {
    if (only && !file.includes(only)) continue;
    const sum = await drillPolicy(file, wanted);
    sums.push(sum);
    console.log(
      `${file.padEnd(32)} ${sum.cases} 例 ${sum.answers} 个结果，列 ${sum.columnsDiffer} 不同，SQL ${sum.sqlDiffer} 不同，普通浮点错 ${sum.floatWrong}`,
    );
  }
  console.log('\n普通浮点付错的例子 · where ordinary floating point pays a wrong amount');
  for (const sum of sums) if (sum.example) console.log(`  ${sum.policy}: ${sum.example}`);
  const total = (field: 'columnsDiffer' | 'sqlDiffer' | 'answers' | 'floatWrong') =>
    sums.reduce((all, sum) => all + sum[field], 0);
  const violations = total('columnsDiffer') + total('sqlDiffer');
  console.log(
    JSON.stringify({
      drill: 'rules-agree',
      violations,
      answers: total('answers'),
      floatWrong: total('floatWrong'),
      casesPerPolicy: wanted,
    }),
  );
  return violations === 0 ? 0 : 1;
}

async function drillPolicy(file: string, wanted: number): Promise<Sum> {
  const { text } = readText(readPolicy(file));
  const day = usualDay(text);
  const { program } = compileOn(text, day);
  const slots = program.rules.flatMap((_, slot) =>
    listPopulationProblems(program, [slot]).length === 0 ? [slot] : [],
  );
  const codes = codeList(program);
  const numbers = new Map(codes.map((code, at) => [code, at]));
  const sql = toSql(program, { dialect: 'duckdb', factDay: day, table: 'cases', outputs: slots });
  if (!sql.ok) throw new Error(`${file} has no SQL`);
  // Members nobody knows have no table row to say so: that part is compared between the engine and the columns in the tests.
  const maker = new CaseMaker(program, 20241, program.entities.length > 0 ? 0 : 0.05);
  const sum: Sum = {
    policy: text.title,
    cases: 0,
    answers: 0,
    columnsDiffer: 0,
    sqlDiffer: 0,
    floatWrong: 0,
    example: '',
  };
  const database = await DuckDBInstance.create(':memory:');
  const connection = await database.connect();
  while (sum.cases < wanted) {
    const count = Math.min(batch, wanted - sum.cases);
    const cases: FactsJson[] = Array.from({ length: count }, () => maker.facts());
    const { population, troubles } = populationOf(program, cases);
    if (troubles[0]) throw new Error(`${file}: ${troubles[0].en}`);
    const plan = planKernel(program, population, slots, day);
    const columns = slots.map(() => new Float64Array(count));
    buildKernel(plan)(0, count, columns);
    const naive = slots.map(() => new Float64Array(count));
    buildKernel(plan, naiveFunctions)(0, count, naive);
    await loadCases(connection, program, cases);
    const fromSql = await readAnswers(connection, sql.value, program, slots, numbers, count);
    for (let row = 0; row < count; row++) {
      const exact = exactAnswers(program, cases[row] as FactsJson, slots, numbers, day);
      for (const [at, slot] of slots.entries()) {
        const want = exact[at] as number;
        if (!agree(want, columns[at]?.[row]))
          report(sum, 'columnsDiffer', file, program.rules[slot]?.name, want, columns[at]?.[row], cases[row]);
        if (!agree(want, fromSql[at]?.[row]))
          report(sum, 'sqlDiffer', file, program.rules[slot]?.name, want, fromSql[at]?.[row], cases[row]);
        if (agree(want, naive[at]?.[row])) continue;
        sum.floatWrong++;
        sum.example ||= `${program.rules[slot]?.name} 应为 ${want}，浮点得 ${naive[at]?.[row]}：${JSON.stringify(cases[row])}`;
      }
    }
    sum.cases += count;
    sum.answers += count * slots.length;
  }
  connection.closeSync();
  return sum;
}

function report(
  sum: Sum,
  field: 'columnsDiffer' | 'sqlDiffer',
  file: string,
  rule: string | undefined,
  want: number,
  got: number | undefined,
  facts: FactsJson | undefined,
): void {
  if (sum[field]++ < 3) console.log(`  ✗ ${file} ${rule} ${field}: ${want} / ${got} ${JSON.stringify(facts)}`);
}
