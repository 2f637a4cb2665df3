import { existsSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Checked } from './check/check-text.ts';
import { usualDay } from './check/run-examples.ts';
import { findDay } from './exact/calendar.ts';
import { nearestName } from './feel/nearest.ts';
import { type Overlay, overlayText } from './ir/bind.ts';
import type { Program } from './ir/ir.ts';
import { compileOn } from './ir/program.ts';
import { listPolicyFiles, policyPath } from './policy-texts.ts';
import { readJson, readSource, Usage } from './read-source.ts';
import type { TextProblem } from './text/problem.ts';
import { readText } from './text/read-text.ts';

export { readJson, readSource, Usage };

type Options = NonNullable<ParseArgsConfig['options']>;
const shared = {
  law: { type: 'string' },
  on: { type: 'string' },
  overlay: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} satisfies Options;

export type Asked = {
  readonly file: string;
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly rest: readonly string[];
};

/** Reads `FILE --on … --law …`. A bare policy name such as `income-tax` means the text shipped with this package. */
export function readArguments(args: readonly string[], usage: string, options: Options = {}): Asked {
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...args], options: { ...shared, ...options }, allowPositionals: true });
  } catch (error) {
    throw new Usage(`${sayBadOption(error, Object.keys({ ...shared, ...options }))}\n${usage}`);
  }
  const [file, ...rest] = parsed.positionals;
  if (file === undefined || parsed.values.help === true) {
    throw new Usage(
      `${usage}\n随附的政策 · shipped: ${listPolicyFiles()
        .map((one) => one.replace('.md', ''))
        .join(' ')}`,
    );
  }
  const isShipped = listPolicyFiles().includes(`${file}.md`);
  if (!isShipped && !existsSync(file) && !/[./\\]/.test(file) && file !== '-') throw new Usage(sayNoPolicy(file));
  return { file: isShipped ? policyPath(`${file}.md`) : file, values: parsed.values as Asked['values'], rest };
}

function sayNoPolicy(name: string): string {
  const shipped = listPolicyFiles().map((one) => one.replace('.md', ''));
  const nearest = nearestName(name, shipped);
  const [zh, en] = nearest ? [`，是否应为 ${nearest}？`, `; did you mean ${nearest}?`] : ['', ''];
  return `没有文件 ${name}，随附的政策里也没有${zh} · neither a file nor a shipped policy is called ${name}${en}`;
}

/** What Node says of an option in English alone, said in both languages with the nearest right one. */
function sayBadOption(error: unknown, known: readonly string[]): string {
  const words = error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? '') : '';
  const option = /'--?([\w-]+)/.exec(words)?.[1] ?? '';
  if (words.startsWith('Unknown')) {
    const nearest = nearestName(option, known);
    const [zh, en] = nearest ? [`，是否应为 --${nearest}？`, `; did you mean --${nearest}?`] : ['', ''];
    return `没有选项 --${option}${zh} · no option --${option}${en}`;
  }
  return `选项 --${option} 的写法不对：${/does not take/.test(words) ? '它后面不跟值' : '它后面要跟一个值'} · ${words}`;
}

export function readDayOption(value: string | boolean | undefined, name: string): number | undefined {
  if (value === undefined) return undefined;
  const day = findDay(String(value));
  if (day === undefined)
    throw new Usage(`--${name} 应为 2024-07-01 这样的日期 · --${name} wants a date such as 2024-07-01`);
  return day;
}

/** A whole number of an option within its bounds. */
export function readCountOption(
  value: string | boolean | undefined,
  name: string,
  usual: number,
  most: number,
): number {
  if (value === undefined) return usual;
  const count = /^\d{1,9}$/.test(String(value)) ? Number(value) : Number.NaN;
  if (!(count <= most))
    throw new Usage(`--${name} 应为 0 到 ${most} 的整数 · --${name} wants a whole number up to ${most}`);
  return count;
}

/** An overlay as it must be before its names are looked at. */
function readOverlay(file: string): Overlay {
  const json = readJson(file);
  const isObject = (one: unknown): one is Readonly<Record<string, unknown>> =>
    typeof one === 'object' && one !== null && !Array.isArray(one);
  const isPlain = (one: unknown) => typeof one === 'string' || (typeof one === 'number' && Number.isFinite(one));
  const { parameters = {}, rules = {}, ...rest } = isObject(json) ? json : { unreadable: true };
  const isGood =
    Object.keys(rest).length === 0 &&
    isObject(parameters) &&
    isObject(rules) &&
    Object.values(rules).every((one) => typeof one === 'string') &&
    Object.values(parameters).every((one) => isPlain(one) || (isObject(one) && Object.values(one).every(isPlain)));
  if (!isGood)
    throw new Usage(
      '改革方案应为 {"parameters":{"参数":数或{"代码":数}},"rules":{"规则":"FEEL"}} · the overlay holds parameters and rules',
    );
  return { parameters, rules } as Overlay;
}

/** A text ready to run on a law day, with an overlay where one is given; its errors are said and end the command. */
export function loadProgram(asked: Asked, withOverlay = true): { program: Program; lawDay: number } {
  const { text, problems } = readText(readSource(asked.file));
  const lawDay = readDayOption(asked.values.law, 'law') ?? readDayOption(asked.values.on, 'on') ?? usualDay(text);
  const overlay = withOverlay && asked.values.overlay !== undefined ? readOverlay(String(asked.values.overlay)) : {};
  const changed = overlayText(text, overlay);
  if (changed.unknown.length > 0)
    throw new Usage(`改革方案里没有这些名称：${changed.unknown.join('、')} · the overlay names nothing known`);
  const compiled = compileOn(changed.text, lawDay);
  const errors = [...problems, ...compiled.problems].filter((one) => one.severity === 'error');
  if (errors.length > 0) {
    // A slip in a rule of the overlay is told at the overlay: the text itself says something else on that line.
    const laid = changed.text.rules.filter((rule) => Object.hasOwn(overlay.rules ?? {}, rule.name));
    const said = errors.map((one) => {
      const rule = laid.find(({ body }) => body.at.line === one.line);
      return rule ? sayAt(`${asked.values.overlay} “${rule.name}”`, one) : sayProblem(asked.file, one);
    });
    throw new Usage(said.join('\n'));
  }
  return { program: compiled.program, lawDay };
}

const marks = { error: '✗', warning: '!', hint: '·' } as const;

export const sayProblem = (file: string, one: TextProblem): string => sayAt(`${file}:${one.line}:${one.column}`, one);

const sayAt = (place: string, one: TextProblem): string =>
  `${marks[one.severity]} ${place} ${one.zh}\n    ${one.en} [${one.code}]`;

/** The last line of a check: how many rules and examples, and what the text is fit for. */
export function sayVerdict(
  { counts, isSignable, isRunnable }: Omit<Checked, 'programs' | 'problems'>,
  isGood: boolean,
): string {
  const say = isSignable ? '可以签发 ready to sign' : isRunnable ? '可以运行 fit to run' : '还不能用 not fit to run';
  return `${isGood ? '✓' : '✗'} ${counts.rules} 条规则 rules，例题 examples ${counts.examplesPassed}/${counts.examples}，${say}`;
}

/** Runs a command; a mistake of the caller is told on stderr and gives 2. */
export async function commandLine(work: () => Promise<number> | number): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    console.error(error.message);
    return 2;
  }
}

/** `进度 progress` on stderr, where the pipe does not go; silent when nobody looks. */
export function progress(label: string, done: number, total: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${label} ${Math.floor((done / Math.max(total, 1)) * 100)}%${done >= total ? '\n' : ''}`);
}
