// `npm run drill rules-fuzz [texts] [seed]`: broken, cut, mixed and hostile rule texts through reader, compiler, engine and code
// generator. None may throw, hang or get a word of its own into generated code.
import {
  buildKernel,
  CaseMaker,
  compileOn,
  decide,
  listPolicyFiles,
  listPopulationProblems,
  planKernel,
  populationOf,
  readPolicy,
  readText,
  toSql,
} from '@zhengtong/rule-language';

export const summary =
  '规则文本：残缺、敌意的文本不能使编译器崩溃或逃逸 · broken and hostile rule texts never crash or escape';

const hostile = [
  '`$' + '{globalThis.escaped=1}`',
  '";globalThis.escaped=1;//',
  "'); DROP TABLE cases; --",
  'constructor',
  '__proto__',
  'process.exit(1)',
  '\u0000',
  '”“',
  '）（',
  '𠀀',
  '= = =',
  '→→',
  '||||',
  '```',
  '1e999',
  '[1..',
  '9'.repeat(400),
];
const names = ['月收入', '__proto__', 'constructor', 'a"b', "a'b", '人数`', '$', 'toString'];

export async function run(args: string[]): Promise<number> {
  const count = Number(args[0] ?? 3000);
  const next = chance(Number(args[1] ?? 1));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const sources = listPolicyFiles().map(readPolicy);
  let violations = 0;
  let ran = 0;
  let slowest = 0;
  for (let at = 0; at < count; at++) {
    const source = makeText(pick, next, sources);
    const started = performance.now();
    try {
      ran += runThrough(source) ? 1 : 0;
    } catch (error) {
      violations++;
      console.log(`✗ ${error instanceof Error ? error.stack : error}\n${source.slice(0, 600)}`);
    }
    if ('escaped' in globalThis) throw new Error(`a text ran code of its own:\n${source}`);
    slowest = Math.max(slowest, performance.now() - started);
    if ((at + 1) % 50_000 === 0) console.log(`${at + 1} / ${count}`);
  }
  console.log(`${count} 份文本，${ran} 份能运行，最慢 ${slowest.toFixed(0)} ms · texts, runnable, slowest`);
  console.log(JSON.stringify({ drill: 'rules-fuzz', violations, texts: count, ran }));
  return violations === 0 ? 0 : 1;
}

/** A shipped text with stretches cut, doubled, swapped for hostile words or for stretches of another; or a small one made up. */
function makeText(pick: <T>(list: readonly T[]) => T, next: () => number, sources: readonly string[]): string {
  if (next() < 0.5) {
    const [a, b] = [pick(names), pick(names)];
    const body = pick([
      `${a} + ${b}`,
      `if ${a} > 1 then "${pick(hostile)}" else ${b}`,
      `{${a}: 1}.${a}`,
      `(function(x) x)(${a})`,
      pick(hostile),
      `${a} in (1, [2..3])`,
      `count(成员[${a} > 1])`,
      `${a}.${b}.constructor`,
    ]);
    return `# 试${pick(hostile)}\n\`\`\`事实\n| 名称 | 类型 |\n|---|---|\n| ${a} | ${pick(['数', '是否', '日期', '代码：甲、`', '文本', pick(hostile)])} |\n\`\`\`\n\`\`\`成员 成员\n| 名称 | 类型 |\n|---|---|\n| ${b} | 数 |\n\`\`\`\n## 第一条\n> x\n\`\`\`规则 ${pick(names)}\n= ${body}\n\`\`\`\n`;
  }
  // The head and a window of a shipped text: whole texts would spend the time on what has not changed.
  const whole = pick(sources);
  const head = whole.slice(0, whole.indexOf('\n## '));
  const from = Math.floor(next() * whole.length);
  let text = `${head}\n## 第一条\n${whole.slice(whole.indexOf('```', from), from + 900)}`;
  for (let cuts = 0; cuts < 4; cuts++) {
    const start = Math.floor(next() * text.length);
    const end = start + Math.floor(next() * 12);
    text =
      text.slice(0, start) +
      pick(['', pick(hostile), text.slice(start, end).repeat(2), pick(['=', '|', '"', '(', '，', '\n'])]) +
      text.slice(end);
  }
  return text;
}

/** True where the text got as far as running. */
function runThrough(source: string): boolean {
  const { text, problems } = readText(source);
  const { program, problems: lowered } = compileOn(text, 19_900);
  if ([...problems, ...lowered].some((one) => one.severity === 'error')) return false;
  const facts = new CaseMaker(program, 3, 0.2).facts();
  decide(program, { facts, factsOn: '2024-07-01' });
  const slots = program.rules.flatMap((_, slot) =>
    listPopulationProblems(program, [slot]).length === 0 ? [slot] : [],
  );
  const { population } = populationOf(program, [facts]);
  buildKernel(planKernel(program, population, slots, 19_900))(
    0,
    1,
    slots.map(() => new Float64Array(1)),
  );
  toSql(program, { dialect: 'duckdb', factDay: 19_900, table: 'cases', outputs: slots });
  return true;
}

/** A reproducible source of chance: 0 up to 1. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
