import { type FuzzTarget, fuzzTargets } from './fuzz-targets.ts';
import { processorMs } from './processor-time.ts';
import { mutate, randomRun, seededSource } from './random-inputs.ts';

/** More processor time than this for one input counts as a hang. */
const patienceMs = 1000;

export type FuzzReport = {
  inputs: number;
  slowestMs: number;
  readonly byTarget: Record<string, number>;
  /** Each with target, number, and the input in hexadecimal. */
  readonly violations: string[];
};

function takeOne(target: FuzzTarget, input: Uint8Array): string | undefined {
  try {
    return target.take(input);
  } catch (fault) {
    return `threw ${fault instanceof Error ? fault.stack : String(fault)}`;
  }
}

/** Feeds `count` inputs to all targets by their share; the same seed makes the same mutations. */
export function fuzzCrypto(count: number, seed = 1): FuzzReport {
  const source = seededSource(seed);
  const report: FuzzReport = { inputs: 0, slowestMs: 0, byTarget: {}, violations: [] };
  for (const target of fuzzTargets) {
    const alphabet = target.alphabet === undefined ? undefined : [...Buffer.from(target.alphabet)];
    const share = Math.ceil((count * target.share) / 1000);
    report.byTarget[target.name] = share;
    for (let i = 0; i < share; i++) {
      const original = target.seeds[source.below(target.seeds.length)] ?? new Uint8Array(0);
      const input = source.below(8) === 0 ? randomRun(source, 200, alphabet) : mutate(source, original, alphabet);
      const started = processorMs();
      const wrong = takeOne(target, input);
      const tookMs = processorMs() - started;
      report.slowestMs = Math.max(report.slowestMs, tookMs);
      report.inputs++;
      const problem = wrong ?? (tookMs > patienceMs ? `took ${Math.round(tookMs)} ms` : undefined);
      if (problem) report.violations.push(`${target.name} #${i}: ${problem}: ${Buffer.from(input).toString('hex')}`);
    }
  }
  return report;
}
