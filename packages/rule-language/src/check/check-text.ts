import { listPopulationProblems } from '../simulate/refuse-population.ts';
import type { TextProblem } from '../text/problem.ts';
import { problem } from '../text/problem.ts';
import { readText } from '../text/read-text.ts';
import { checkArticles, type LawLibrary } from './check-articles.ts';
import { checkClaims, checkCliffs } from './check-claims.ts';
import { checkParameters } from './check-parameters.ts';
import { checkReach, checkTables } from './check-tables.ts';
import { Programs, runExamples, usualDay } from './run-examples.ts';

export type CheckAsk = {
  /** The law day checked on; else the day the version begins. */
  readonly lawDay?: number;
  readonly laws?: LawLibrary;
  /** Cases tried for claims and cliffs; 0 leaves both out. */
  readonly samples?: number;
};
export type Checked = {
  readonly programs: Programs;
  readonly problems: readonly TextProblem[];
  /** Nothing stands against running the text. */
  readonly isRunnable: boolean;
  /** Nothing stands against signing it. */
  readonly isSignable: boolean;
  readonly counts: { readonly rules: number; readonly examples: number; readonly examplesPassed: number };
};

const usualSamples = 12;

/** Everything that must be looked at before a text is signed. Never throws on a text; problems come in the order of lines. */
export function checkText(source: string, ask: CheckAsk = {}): Checked {
  const { text, problems: read } = readText(source);
  const programs = new Programs(text);
  const { program, problems: lowered } = programs.on(ask.lawDay ?? usualDay(text));
  const found: TextProblem[] = [...read, ...lowered, ...checkArticles(text, ask.laws ?? null)];
  const isRunnable = !found.some((one) => one.severity === 'error' && one.code !== 'article-changed');
  let passed = 0;
  if (isRunnable) {
    const runs = runExamples(text, programs);
    passed = runs.filter((run) => run.problems.length === 0).length;
    found.push(...runs.flatMap((run) => run.problems));
    if (runs.length === 0)
      found.push(
        problem(
          'example-none',
          { line: 1, column: 1 },
          { zh: '写几个手算过的例题', en: 'write some that were worked by hand', severity: 'warning' },
        ),
      );
    found.push(...checkParameters(text, program), ...checkTables(program), ...checkReach(program));
    const population = listPopulationProblems(program).map((one): TextProblem => ({ ...one, severity: 'hint' }));
    found.push(...population);
    const samples = ask.samples ?? usualSamples;
    if (samples > 0)
      found.push(...checkClaims(text, program, samples), ...checkCliffs(program, Math.ceil(samples / 3)));
  }
  const problems = found.sort((a, b) => a.line - b.line || a.column - b.column);
  const isSignable = isRunnable && problems.every((one) => one.severity === 'hint');
  return {
    programs,
    problems,
    isRunnable,
    isSignable,
    counts: { rules: program.rules.length, examples: text.examples.length, examplesPassed: passed },
  };
}
