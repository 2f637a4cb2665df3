import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { jsonOf } from '../src/check/read-literal.ts';
import { commandLine, loadProgram, readArguments, readJson, readSource, Usage } from '../src/command-line.ts';
import { type DmnModel, DmnProgram, dmnOfRuleText, readDmn, writeDmn } from '../src/dmn/index.ts';
import { inputsOf } from '../src/dmn-inputs.ts';

export const summary = '读写 DMN · write a rule text as DMN XML, or run a DMN model';

export const usage = `用法 usage: rules dmn FILE.md [--on 日期] [--dmn 1.3|1.4|1.5] > model.dmn
  rules dmn FILE.dmn INPUTS.json [--decision 名称] [--house]   运行别处写的模型，不指名则逐个 · run a model written elsewhere,
                                                              every decision where none is named`;

export async function run(args: string[]): Promise<number> {
  return commandLine(async () => {
    const asked = readArguments(args, usage, {
      decision: { type: 'string' },
      dmn: { type: 'string' },
      house: { type: 'boolean' },
    });
    if (!/\.(dmn|xml)$/.test(asked.file)) {
      const version = String(asked.values.dmn ?? '1.5');
      if (version !== '1.3' && version !== '1.4' && version !== '1.5')
        throw new Usage('--dmn 应为 1.3、1.4 或 1.5 · is 1.3, 1.4 or 1.5');
      const { program, lawDay } = loadProgram(asked);
      console.log(await writeDmn(dmnOfRuleText(program.text, lawDay), version));
      return 0;
    }
    const read = await readDmn(readSource(asked.file));
    if (!read.ok) throw new Usage(`${read.refusal.zh} · ${read.refusal.en}`);
    const model = read.value;
    const mode = asked.values.house === true ? 'house' : 'dmn';
    const program = new DmnProgram(model, await importedBy(model, asked.file), mode);
    const problems = program.check();
    for (const one of problems) console.error(`✗ ${one.element} ${one.line}:${one.column} ${one.zh}\n    ${one.en}`);
    const names = model.decisions.map((decision) => decision.name);
    if (asked.values.decision === undefined && asked.rest[0] === undefined) {
      console.log(
        `${model.name}：决策 decisions ${names.join('、')}；输入 inputs ${model.inputs.map((input) => input.name).join('、')}`,
      );
      return problems.length > 0 ? 1 : 0;
    }
    const json = readJson(asked.rest[0]);
    if (typeof json !== 'object' || json === null || Array.isArray(json))
      throw new Usage('输入应为 JSON 对象 · the inputs are a JSON object');
    const inputs = inputsOf(model, json as Readonly<Record<string, unknown>>, mode);
    const named = asked.values.decision === undefined ? undefined : String(asked.values.decision);
    for (const name of named === undefined ? names : [named]) {
      const answer = program.decide(name, inputs, { mode });
      if (!answer) throw new Usage(`没有这个决策，有：${names.join('、')} · no such decision`);
      const said = JSON.stringify(jsonOf(answer.value));
      console.log(named === undefined ? `${name} = ${said}` : said);
      for (const remark of answer.remarks) console.error(`! ${remark.zh} · ${remark.en}`);
    }
    return 0;
  });
}

/** The models imported, and those these import: looked for by namespace among the files beside the model. */
async function importedBy(model: DmnModel, file: string): Promise<DmnModel[]> {
  if (model.imports.length === 0 || file === '-') return [];
  const beside: DmnModel[] = [];
  for (const name of globSync('*.{dmn,xml}', { cwd: dirname(file) }).sort()) {
    const read = await readDmn(readSource(join(dirname(file), name)));
    if (read.ok && read.value.namespace !== model.namespace) beside.push(read.value);
  }
  const found = new Set<DmnModel>();
  const open = [...model.imports];
  for (let one = open.pop(); one; one = open.pop()) {
    const { namespace, name } = one;
    const target = beside.find((other) => other.namespace === namespace);
    if (!target && namespace !== model.namespace) {
      throw new Usage(`同一文件夹里没有引入的模型 ${name}（${namespace}） · the imported model is not beside the file`);
    }
    if (!target || found.has(target)) continue;
    found.add(target);
    open.push(...target.imports);
  }
  return [...found];
}
