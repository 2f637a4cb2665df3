// `npm run drill rules-fuzz [texts] [seed]`: broken, cut, mixed and hostile rule texts, in Markdown and YAML, through reader,
// compiler, checks, engine, kernels and SQL. None may throw, hang, report without a place, reach a prototype or get a word of its
// own into generated code. A text is made from the seed and its number alone, so that a finding can be repeated.
import { chance } from '@zhengtong/kernel';
import { tryText } from './rules-fuzz/promises.ts';
import { textMaker } from './rules-fuzz/texts.ts';

export const summary =
  '规则文本：残缺、敌意的文本不能使编译器崩溃或逃逸 · broken and hostile rule texts never crash or escape';

/** Past this a text counts as hanging, on a machine that may be busy. */
const longestMs = 10_000;
const deepEvery = 25;
const mostFindings = 20;

export async function run(args: string[]): Promise<number> {
  const count = Number(args[0] ?? 3000);
  const seed = Number(args[1] ?? 1);
  const make = textMaker();
  let violations = 0;
  let ran = 0;
  let slowest = 0;
  let tried = 0;
  let said = performance.now();
  for (; tried < count && violations < mostFindings; tried++) {
    const source = make(chance(seed * 1_000_003 + tried));
    const started = performance.now();
    const { broken, isRunnable } = attempt(source, tried % deepEvery === 0);
    const took = performance.now() - started;
    slowest = Math.max(slowest, took);
    if (isRunnable) ran++;
    const finding = broken ?? (took > longestMs ? `took ${Math.round(took)} ms` : null);
    if (finding !== null) {
      violations++;
      console.log(`✗ ${tried} ${finding}\n${JSON.stringify(source.slice(0, 1500))}`);
    }
    if (performance.now() - said < 15_000) continue;
    said = performance.now();
    console.log(`  … ${tried + 1} / ${count}`);
  }
  console.log(`${tried} 份文本，${ran} 份能运行，最慢 ${slowest.toFixed(0)} ms · texts, runnable, slowest`);
  console.log(JSON.stringify({ drill: 'rules-fuzz', violations, texts: tried, ran, seed }));
  return violations === 0 ? 0 : 1;
}

function attempt(source: string, isDeep: boolean): { broken: string | null; isRunnable: boolean } {
  try {
    return tryText(source, isDeep);
  } catch (error) {
    return { broken: error instanceof Error ? (error.stack ?? error.message) : String(error), isRunnable: false };
  }
}
