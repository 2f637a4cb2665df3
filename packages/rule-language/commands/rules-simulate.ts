import { availableParallelism } from 'node:os';
import { CaseMaker } from '../src/check/generate-cases.ts';
import {
  commandLine,
  loadProgram,
  progress,
  readArguments,
  readCountOption,
  readDayOption,
  readJson,
  sayProblem,
  Usage,
} from '../src/command-line.ts';
import type { FactsJson } from '../src/decide/read-facts.ts';
import type { Program } from '../src/ir/ir.ts';
import { type CliffScan, findCliffs } from '../src/simulate/cliffs.ts';
import { populationOf } from '../src/simulate/records.ts';
import { type Scanned, sayCliffs, sayOutcome } from '../src/simulate/say-outcome.ts';
import { namesOf, type SimulateRefusal, simulate } from '../src/simulate/simulate.ts';
import { Workers } from '../src/simulate/workers.ts';

export const summary = '在人群上推演一项改革 · what a reform costs, who wins, who loses';

export const usage = `用法 usage: rules simulate FILE [POPULATION.json] --rule 金额规则 [--overlay 改革.json] [--by 代码事实] [--decile 收入事实]
  [--cliffs 收入事实] [--generate 100000] [--smallest 10] [--threads 2] [--json]
  改革 overlay: {"parameters":{"月标准":{"城区":1100}},"rules":{"规则名":"FEEL"}}；--generate 用合成的人群 · a made-up population`;
const options = {
  rule: { type: 'string' },
  by: { type: 'string' },
  decile: { type: 'string' },
  cliffs: { type: 'string' },
  generate: { type: 'string' },
  smallest: { type: 'string' },
  threads: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export async function run(args: string[]): Promise<number> {
  return commandLine(async () => {
    const asked = readArguments(args, usage, options);
    const { program, lawDay } = loadProgram(asked, false);
    const reform = asked.values.overlay === undefined ? undefined : loadProgram(asked).program;
    const factDay = readDayOption(asked.values.on, 'on') ?? lawDay;
    const amounts = namesOf(program.rules, 'number');
    const output =
      asked.values.rule === undefined
        ? program.outputs.map((slot) => program.rules[slot]?.name ?? '').find((name) => amounts.includes(name))
        : String(asked.values.rule);
    if (output === undefined || !amounts.includes(output))
      throw new Usage(`--rule 应为：${amounts.join('、')} · --rule is one of these`);
    const threads = readCountOption(asked.values.threads, 'threads', Math.min(4, availableParallelism()), 64);
    const smallest = readCountOption(asked.values.smallest, 'smallest', 10, 1_000_000);
    const records = readRecords(program, asked.values.generate, asked.rest[0]);
    const { population, troubles } = populationOf(program, records);
    for (const trouble of troubles) console.error(`! 第 ${trouble.row + 1} 条：${trouble.zh} · ${trouble.en}`);
    const workers = new Workers(Math.max(1, threads));
    const result = await simulate(program, {
      population,
      factDay,
      output,
      workers,
      ...(reform ? { reform } : {}),
      ...(asked.values.by === undefined ? {} : { byCode: String(asked.values.by) }),
      ...(asked.values.decile === undefined ? {} : { byDecile: String(asked.values.decile) }),
      smallest,
    });
    await workers.close();
    if (!result.ok) throw refused(asked.file, result.refusal);
    const scan = asked.values.cliffs === undefined ? null : { fact: String(asked.values.cliffs), output, smallest };
    const cliffs = scan && scanCliffs(asked.file, reform ?? program, records, { ...scan, factDay });
    if (asked.values.json === true)
      console.log(JSON.stringify({ text: program.text.id, rule: output, ...result.value, ...(cliffs ?? {}) }));
    else {
      const type = program.rules.find((rule) => rule.name === output)?.type;
      const unit = type?.kind === 'number' ? type.unit : null;
      console.log(sayOutcome({ name: output, unit }, result.value, reform !== undefined));
      if (cliffs) console.log(sayCliffs(cliffs));
    }
    return troubles.length > 0 ? 1 : 0;
  });
}

const refused = (file: string, refusal: SimulateRefusal): Usage =>
  new Usage(
    refusal.kind === 'unknown-name'
      ? `不能用“${refusal.name}”，可用的有：${refusal.expected.join('、')} · cannot use it, there is: ${refusal.expected.join(', ')}`
      : refusal.problems.map((one) => sayProblem(file, one)).join('\n'),
  );

const mostScanned = 1000;
const mostSteps = 20_000;

/** Yuan by yuan along one fact, for rows spread evenly over the population: the reform's rules where there is a reform. */
function scanCliffs(
  file: string,
  program: Program,
  records: readonly FactsJson[],
  ask: Pick<CliffScan, 'fact' | 'output' | 'factDay' | 'smallest'>,
): Scanned {
  const stride = Math.ceil(records.length / mostScanned);
  const { population } = populationOf(
    program,
    records.filter((_, at) => at % stride === 0),
  );
  const amounts = [...(population.facts[ask.fact]?.values ?? [])].filter((one) => !Number.isNaN(one));
  const bounds = program.facts.find((one) => one.name === ask.fact)?.declared;
  const from = bounds?.low ? Number(bounds.low.toString()) : 0;
  const to = Math.min(
    amounts.reduce((most, one) => Math.max(most, one), from),
    from + mostSteps,
  );
  const found = findCliffs(program, population, { ...ask, from, to, step: 1 });
  if (!found.ok) throw refused(file, found.refusal);
  return { scanned: { fact: ask.fact, from, to, rows: population.rows }, cliffs: found.value };
}

function readRecords(program: Program, generate: string | boolean | undefined, file: string | undefined): FactsJson[] {
  if (generate === undefined) {
    const json = readJson(file);
    if (!Array.isArray(json)) throw new Usage('人群应为数组 · the population is a list');
    return json as FactsJson[];
  }
  const count = readCountOption(generate, 'generate', 1000, 10_000_000);
  const maker = new CaseMaker(program, 1);
  return Array.from({ length: count }, (_, at) => {
    if (at % 1000 === 0) progress('合成 generating', at, count);
    return { ...maker.facts(), ...maker.discretions() };
  });
}
