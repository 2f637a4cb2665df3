// `npm run drill crypto-fuzz [count] [seed]`: mutated and random bytes into every parser and verifier of packages/crypto.
import { fuzzCrypto } from '@zhengtong/crypto/test';

export const summary = 'crypto：解析器模糊测试（默认一百万次） · parsers fuzzed, 1,000,000 inputs unless said';

export async function run(args: string[]): Promise<number> {
  const count = Number(args[0] ?? 1_000_000);
  const seed = Number(args[1] ?? Date.now() % 2 ** 31);
  const started = performance.now();
  const report = fuzzCrypto(count, seed);
  const seconds = (performance.now() - started) / 1000;
  for (const [name, inputs] of Object.entries(report.byTarget)) console.log(`  ${name.padEnd(18)} ${inputs}`);
  for (const violation of report.violations.slice(0, 20)) console.error(`  ✗ ${violation}`);
  console.log(
    `种子 seed ${seed}，输入 inputs ${report.inputs}，用时 ${seconds.toFixed(1)} s，最慢一次 slowest ${report.slowestMs.toFixed(1)} ms，` +
      `违例 violations ${report.violations.length}`,
  );
  console.log(
    JSON.stringify({ drill: 'crypto-fuzz', violations: report.violations.length, inputs: report.inputs, seed }),
  );
  return report.violations.length === 0 ? 0 : 1;
}
