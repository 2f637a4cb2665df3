import { chance } from '@zhengtong/kernel';
import { evaluateExpression } from './evaluate.ts';
import { parseUnaryTests } from './parse.ts';
import type { Problem } from './problem.ts';
import { randomCharacters, randomExpression, randomTokens } from './random-feel.ts';
import { whole } from './values/decimal.ts';
import { isContext, isList, kindOf, Unknown, type Value } from './values/value.ts';

export type FuzzFinding = { readonly text: string; readonly what: string };
export type FuzzReport = {
  readonly texts: number;
  readonly readable: number;
  readonly slowestMs: number;
  readonly slowest: string;
  readonly findings: readonly FuzzFinding[];
};

/** Past this one text counts as hanging (the machine may be busy: real hangs are without end). */
const slowestAllowedMs = 5_000;
const steps = 20_000;
const canary = Object.freeze(Object.keys(Object.prototype));

/** What may never happen: anything thrown, a value of no FEEL kind, a problem without a place, a prototype that was touched. */
function check(text: string, mode: 'house' | 'dmn'): { what: string | null; isReadable: boolean } {
  const names = { 收入: new Unknown(['收入']), a: whole(3), b: 'text', x: [whole(1), null, true] };
  const { value, problems } = evaluateExpression(text, { mode, names, steps });
  parseUnaryTests(text, { dialect: mode === 'house' ? 'house' : 'model' });
  const misplaced = problems.find((problem) => !hasPlace(problem, text));
  if (misplaced) return { what: `a problem without a place: ${misplaced.code}`, isReadable: false };
  if (!isFeel(value, 0)) return { what: 'a value of no FEEL kind', isReadable: true };
  if (Object.keys(Object.prototype).length !== canary.length)
    return { what: 'a prototype was touched', isReadable: true };
  return { what: null, isReadable: problems.length === 0 };
}

function hasPlace(problem: Problem, text: string): boolean {
  const { line, column, span, zh, en } = problem;
  return line >= 1 && column >= 1 && span.start >= 0 && span.end <= text.length && zh !== '' && en !== '';
}

function isFeel(value: Value, depth: number): boolean {
  if (depth > 3) return true;
  if (isList(value)) return value.every((item) => isFeel(item, depth + 1));
  if (isContext(value)) return [...value].every(([key, item]) => typeof key === 'string' && isFeel(item, depth + 1));
  if (kindOf(value) !== 'function') return true;
  return typeof value === 'object' && value !== null && 'call' in value;
}

/** Feeds random texts to the parser, the compiler and the evaluator in both modes. `progress` hears every 1,000 texts. */
export function fuzzFeel(count: number, seed: number, progress: (done: number) => void = () => undefined): FuzzReport {
  const findings: FuzzFinding[] = [];
  let readable = 0;
  let slowestMs = 0;
  let slowest = '';
  for (let done = 0; done < count; done++) {
    const random = chance(seed + done);
    const kind = random();
    const text = kind < 0.5 ? randomExpression(random) : kind < 0.8 ? randomTokens(random) : randomCharacters(random);
    const startedAt = performance.now();
    try {
      const { what, isReadable } = check(text, done % 2 === 0 ? 'house' : 'dmn');
      if (what) findings.push({ text, what });
      if (isReadable) readable++;
    } catch (error) {
      findings.push({ text, what: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    const tookMs = performance.now() - startedAt;
    if (tookMs > slowestMs) [slowestMs, slowest] = [tookMs, text];
    if (tookMs > slowestAllowedMs) findings.push({ text, what: `took ${Math.round(tookMs)} ms` });
    if (findings.length >= 20) break;
    if (done % 1_000 === 999) progress(done + 1);
  }
  return { texts: count, readable, slowestMs, slowest, findings };
}
