import {
  commandLine,
  loadProgram,
  progress,
  readArguments,
  readDayOption,
  readJson,
  sayProblem,
  Usage,
} from '../src/command-line.ts';
import type { FactsJson } from '../src/decide/read-facts.ts';
import { Matcher } from '../src/match/matcher.ts';
import { populationOf } from '../src/simulate/records.ts';
import { listPopulationProblems } from '../src/simulate/refuse-population.ts';

export const summary = '在名册里找可能享受的人或企业 · certain and possible beneficiaries in a register';

export const usage = `用法 usage: rules match FILE [REGISTER.json] --rule 规则名 [--on 日期] [--json]
  名册是对象的数组 · the register is a list of facts; 确定 certain，可能 possible（有事实未知）；--json 给出行号，从 0 起 · row numbers from 0`;

export async function run(args: string[]): Promise<number> {
  return commandLine(() => {
    const asked = readArguments(args, usage, { rule: { type: 'string' }, json: { type: 'boolean' } });
    const { program, lawDay } = loadProgram(asked);
    const truths = program.rules.filter((rule) => rule.type.kind === 'boolean').map((rule) => rule.name);
    const output =
      asked.values.rule === undefined
        ? program.outputs.map((slot) => program.rules[slot]?.name ?? '').find((name) => truths.includes(name))
        : String(asked.values.rule);
    if (output === undefined || !truths.includes(output))
      throw new Usage(`--rule 应为：${truths.join('、')} · --rule is one of these`);
    const slot = program.rules.findIndex((rule) => rule.name === output);
    const refused = listPopulationProblems(program, [slot]);
    if (refused.length > 0) throw new Usage(refused.map((one) => sayProblem(asked.file, one)).join('\n'));
    const records = readJson(asked.rest[0]);
    if (!Array.isArray(records)) throw new Usage('名册应为数组 · the register is a list');
    progress('读入 reading', 0, 1);
    const { population, troubles } = populationOf(program, records as FactsJson[]);
    for (const trouble of troubles) console.error(`! 第 ${trouble.row + 1} 条：${trouble.zh} · ${trouble.en}`);
    const matcher = new Matcher(
      [{ id: program.text.id, program, output }],
      population,
      readDayOption(asked.values.on, 'on') ?? lawDay,
    );
    matcher.matchAll();
    progress('读入 reading', 1, 1);
    const standings = [...matcher.standingsOf(program.text.id)];
    const rows = (wanted: number) => standings.flatMap((one, row) => (one === wanted ? [row] : []));
    const [certain, possible] = [rows(1), rows(2)];
    if (asked.values.json === true)
      console.log(JSON.stringify({ text: program.text.id, rule: output, rows: standings.length, certain, possible }));
    else
      console.log(
        `${program.text.title}·${output}：${standings.length} 条里确定 ${certain.length}，可能 ${possible.length} · certain ${certain.length}, possible ${possible.length}`,
      );
    return troubles.length > 0 ? 1 : 0;
  });
}
