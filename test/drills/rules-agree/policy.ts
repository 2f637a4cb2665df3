import {
  buildKernel,
  type CaseFacts,
  CaseMaker,
  codeList,
  columnsOf,
  exactAnswers,
  type FactsJson,
  listPopulationProblems,
  type Program,
  planKernel,
  readCase,
  readPolicy,
  readText,
  toSql,
} from '@zhengtong/rule-language';
import { plainAnswers } from '@zhengtong/rule-language/test';
import { CounterExamples } from './counter-examples.ts';
import { programsOf } from './days.ts';
import type { Engine } from './engine.ts';
import { numberOf, tablesOf } from './tables.ts';

export type Sum = {
  readonly file: string;
  cases: number;
  answers: number;
  lawDays: number;
  readonly differ: Record<'columns' | Engine['name'], number>;
  readonly found: CounterExamples;
};

const batch = 10_000;
const unknownShare = 0.05;
/** Days the facts may stem from, beside the law day: earlier, later, a leap day. */
const shifts = [0, -1, 45, 0, 59, -366];

/**
 * The declared tolerance for amounts nobody has rounded yet: a thousandth of a fen, which is what doubles of ten thousand
 * million leave. What a rule rounds must be the very amount, since its steps lie far further apart.
 */
export function agree(want: number, got: number | undefined): boolean {
  if (got === undefined) return false;
  if (Number.isNaN(want) || Number.isNaN(got)) return Number.isNaN(want) && Number.isNaN(got);
  return Math.abs(want - got) <= 1e-5 + 1e-12 * Math.abs(want);
}

/** One policy, batch by batch, each on another law day, until `wanted` cases have been asked of all. */
export async function drillPolicy(
  file: string,
  wanted: number,
  engines: readonly Engine[],
  seed: number,
): Promise<Sum> {
  const programs = programsOf(readText(readPolicy(file)).text);
  const makers = programs.map((program, at) => new CaseMaker(program, seed + at, unknownShare));
  const sum: Sum = {
    file,
    cases: 0,
    answers: 0,
    lawDays: programs.length,
    differ: { columns: 0, duckdb: 0, postgresql: 0 },
    found: new CounterExamples(file),
  };
  let said = performance.now();
  for (let turn = 0; sum.cases < wanted; turn++) {
    const at = turn % programs.length;
    const program = programs[at] as Program;
    const count = Math.min(batch, wanted - sum.cases);
    const factDay = program.lawDay + (shifts[Math.floor(turn / programs.length) % shifts.length] as number);
    await drillBatch(sum, program, makers[at] as CaseMaker, count, factDay, engines);
    if (performance.now() - said < 15_000) continue;
    said = performance.now();
    console.log(`  … ${file} ${sum.cases} / ${wanted}`);
  }
  return sum;
}

async function drillBatch(
  sum: Sum,
  program: Program,
  maker: CaseMaker,
  count: number,
  factDay: number,
  engines: readonly Engine[],
): Promise<void> {
  const slots = program.rules.flatMap((_, slot) =>
    listPopulationProblems(program, [slot]).length === 0 ? [slot] : [],
  );
  const codes = new Map(codeList(program).map((code, at) => [code, at]));
  const json: FactsJson[] = Array.from({ length: count }, () => maker.facts());
  const discretions: FactsJson[] = json.map(() => maker.discretions());
  const cases = json.map((facts, row): CaseFacts => {
    const read = readCase(program, facts, discretions[row] ?? {}, factDay);
    if (read.troubles[0]) throw new Error(`${sum.file}: ${read.troubles[0].en}`);
    return read.facts;
  });
  const population = columnsOf(program, cases);
  const tables = tablesOf(program, population);
  const asked = engines.map(async (engine) => {
    const marked = program.entities.map((entity) => entity.name);
    const sql = toSql(program, {
      dialect: engine.name,
      factDay,
      table: 'cases',
      outputs: slots,
      membersMarked: marked,
    });
    if (!sql.ok) throw new Error(`${sum.file} has no SQL`);
    await engine.load(tables);
    const answers = await engine.ask(sql.value);
    return slots.map((slot, at) => {
      const kind = program.rules[slot]?.type.kind ?? 'any';
      return Float64Array.from(answers[at] ?? [], (value) => numberOf(value, kind, codes));
    });
  });
  const columns = slots.map(() => new Float64Array(count));
  buildKernel(planKernel(program, population, slots, factDay))(0, count, columns);
  const plain = plainAnswers(program, population, slots, factDay);
  const exact = cases.map((facts) => exactAnswers(program, facts, slots, codes));
  const answers: [keyof Sum['differ'], readonly Float64Array[]][] = [['columns', columns]];
  for (const [at, engine] of engines.entries())
    answers.push([engine.name, await (asked[at] as (typeof asked)[number])]);
  for (const [row, wants] of exact.entries()) {
    for (const [at, slot] of slots.entries()) {
      const want = wants[at] as number;
      for (const [who, got] of answers)
        if (!agree(want, got[at]?.[row])) report(sum, who, program, slot, want, got[at]?.[row], json[row], factDay);
      const asked = { facts: json[row] ?? {}, discretions: discretions[row] ?? {} };
      sum.found.look(program, slot, factDay, asked, want, plain[at]?.[row] as number);
    }
  }
  sum.cases += count;
  sum.answers += count * slots.length;
}

function report(
  sum: Sum,
  who: keyof Sum['differ'],
  program: Program,
  slot: number,
  want: number,
  got: number | undefined,
  facts: FactsJson | undefined,
  factDay: number,
): void {
  if (sum.differ[who]++ >= 3) return;
  const days = `law ${program.lawDay} facts ${factDay}`;
  console.log(
    `  ✗ ${sum.file} ${program.rules[slot]?.name} ${who}: ${want} / ${got} (${days}) ${JSON.stringify(facts)}`,
  );
}
