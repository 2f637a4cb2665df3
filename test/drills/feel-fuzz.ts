import { fuzzFeel } from '@zhengtong/rule-language/test';

export const summary =
  '随机文本不能使编译器崩溃、挂起或执行代码 / random texts never crash, hang or escape [count] [seed]';

/** `npm run drill -- feel-fuzz 1000000`. Ends with an error as soon as one text breaks the promise. */
export async function run(args: string[]): Promise<number> {
  const count = Number(args[0] ?? 50_000);
  const seed = Number(args[1] ?? 1);
  const report = fuzzFeel(count, seed, (done) => {
    if (done % 100_000 === 0) console.log(`${done} / ${count}`);
  });
  for (const { text, what } of report.findings) console.log(`${JSON.stringify(text)}\n  ${what}`);
  console.log(
    `${count} texts, ${report.readable} readable, slowest ${report.slowestMs.toFixed(1)} ms: ${report.slowest}`,
  );
  console.log(JSON.stringify({ drill: 'feel-fuzz', violations: report.findings.length, texts: count }));
  return report.findings.length === 0 ? 0 : 1;
}
