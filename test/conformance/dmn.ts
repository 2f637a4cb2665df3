import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type DmnModel, DmnProgram, readDmn, writeDmn } from '@zhengtong/rule-language/dmn';
import { findDateTime, sayValue, type Value } from '@zhengtong/rule-language/feel';
import { readTestFile, type TestCase } from './dmn/read-cases.ts';
import { isExpected, readValue } from './dmn/test-values.ts';

export const summary =
  'DMN TCK：决策表与 FEEL 的一致性 / decision tables and FEEL against the DMN TCK [folder] [--round-trip] [--quiet]';

const root = join(import.meta.dirname, '..', '..');
// `now()` and `today()` only have to give some moment of the right kind.
const now = findDateTime('2026-11-23T09:30:00+08:00') ?? null;

type Outcome = { readonly name: string; readonly verdict: 'passed' | 'failed' | 'out-of-scope'; readonly why: string };

type Loaded = { readonly program: DmnProgram; readonly main: DmnModel };

/** The models of a folder, the named one first. */
async function loadProgram(folder: string, model: string, isRoundTrip: boolean): Promise<Loaded | string> {
  const files = globSync('*.dmn', { cwd: folder }).sort();
  const models: DmnModel[] = [];
  for (const file of files.toSorted((a, b) => Number(b === model) - Number(a === model))) {
    let read = await readDmn(readFileSync(join(folder, file), 'utf8'));
    if (isRoundTrip && read.ok) read = await readDmn(await writeDmn(read.value));
    if (read.ok) models.push(read.value);
    else if (file === model) return read.refusal.en;
  }
  const [main, ...imported] = models;
  return main ? { program: new DmnProgram(main, imported), main } : `no model ${model}`;
}

function answerFor({ program, main }: Loaded, test: TestCase, result: string) {
  const inputs = test.inputs.map((input) => {
    const declared = main.inputs.find(({ name }) => name === input.name)?.variable.typeRef;
    return {
      name: input.name,
      value: readValue(input.node, declared ? { type: declared.replace(/^.*:/, '') } : null),
      ...(input.namespace === null ? {} : { namespace: input.namespace }),
    };
  });
  if (test.type === 'decisionService') return program.callService(test.invocable ?? result, inputs, { now });
  if (test.type === 'bkm') return program.callKnowledge(test.invocable ?? result, inputs, { now });
  return program.decide(result, inputs, { now });
}

/** The answer itself, or, of a service with several outputs, the one the result is named after. */
function isAnswered(value: Value, test: TestCase, result: string, expected: Value): boolean {
  if (isExpected(value, expected)) return true;
  const part = test.type === 'decisionService' && value instanceof Map ? value.get(result) : undefined;
  return part !== undefined && isExpected(part, expected);
}

function runCase(loaded: Loaded, test: TestCase, name: string): Outcome {
  const wrong: string[] = [];
  for (const result of test.results) {
    const answer = answerFor(loaded, test, result.name);
    if (answer?.remarks.some((remark) => remark.code === 'external-function')) {
      return { name, verdict: 'out-of-scope', why: '调用 Java 外部函数 / calls an external Java function' };
    }
    const value = answer?.value ?? null;
    const expected = result.expected ? readValue(result.expected, { value }) : null;
    if (!answer) wrong.push(`${result.name}: no such element`);
    else if (!isAnswered(value, test, result.name, expected)) {
      wrong.push(`${result.name}: ${sayValue(value, true)} instead of ${sayValue(expected, true)}`);
    }
  }
  return { name, verdict: wrong.length === 0 ? 'passed' : 'failed', why: wrong.join('; ') };
}

async function runFile(folder: string, file: string, isRoundTrip: boolean): Promise<Outcome[]> {
  const { model, cases } = readTestFile(readFileSync(file, 'utf8'));
  const loaded = await loadProgram(dirname(file), model, isRoundTrip);
  const label = relative(folder, file).replace(/\/[^/]*$/, '');
  return cases.map((test) => {
    const name = `${label} ${basename(file, '.xml').replace(/^.*-test-/, '')}/${test.id}`;
    if (typeof loaded === 'string') return { name, verdict: 'failed', why: loaded };
    try {
      return runCase(loaded, test, name);
    } catch (error) {
      return {
        name,
        verdict: 'failed',
        why: error instanceof Error ? `${error.message} ${error.stack}` : String(error),
      };
    }
  });
}

/**
 * Runs every case below the folder (default: the kit beside the repository) and prints by level what passed and what did not.
 * With `--round-trip` every model is written as XML and read again first.
 */
export async function run(args: string[]): Promise<number> {
  const isRoundTrip = args.includes('--round-trip');
  const isQuiet = args.includes('--quiet');
  const asked = args.find((arg) => !arg.startsWith('--'));
  const folder = asked ?? join(root, '..', 'shared', 'conformance', 'dmn-tck');
  const files = globSync('**/*-test-*.xml', { cwd: folder }).sort();
  // A folder asked for by name must hold cases: a slip in its name is no success.
  if (asked !== undefined && files.length === 0) {
    console.log(`${asked} 里没有测试文件 · no test files there`);
    return 2;
  }
  if (!existsSync(folder)) {
    console.log(`没有 DMN TCK：${folder} · no DMN TCK there`);
    console.log(JSON.stringify({ suite: 'dmn', passed: 0, failed: 0, outOfScope: 0 }));
    return 0;
  }
  const outcomes: Outcome[] = [];
  for (const file of files) {
    outcomes.push(...(await runFile(folder, join(folder, file), isRoundTrip)));
  }
  const count = (verdict: Outcome['verdict'], of = outcomes) =>
    of.filter((outcome) => outcome.verdict === verdict).length;
  for (const { name, verdict, why } of outcomes) {
    if (verdict === 'failed') console.log(`失败 failed        ${name}: ${why}`);
    if (verdict === 'out-of-scope' && !isQuiet) console.log(`不适用 out of scope ${name}: ${why}`);
  }
  for (const level of isQuiet ? [] : new Set(outcomes.map(({ name }) => name.split('/')[0] ?? ''))) {
    const of = outcomes.filter(({ name }) => name.startsWith(`${level}/`));
    const [passed, failed] = [count('passed', of), count('failed', of)];
    const share = ((passed / Math.max(1, passed + failed)) * 100).toFixed(2);
    console.log(`${level}: ${passed} / ${passed + failed} (${share} %), ${count('out-of-scope', of)} out of scope`);
  }
  const figures = { passed: count('passed'), failed: count('failed'), outOfScope: count('out-of-scope') };
  if (!isQuiet) console.log(JSON.stringify({ suite: 'dmn', ...figures }));
  return figures.failed > 0 ? 1 : 0;
}
