// What a conformance run counts: every vector ends as passed, failed or out of scope with a reason.
export type Verdict = 'accept' | 'reject' | { readonly outOfScope: string };

export type Tally = {
  passed: number;
  wrongAccepts: string[];
  wrongRejects: string[];
  /** Other failures: a value that is not the published one, a fault thrown. */
  wrongValues: string[];
  readonly outOfScope: Map<string, number>;
};

export const newTally = (): Tally => ({
  passed: 0,
  wrongAccepts: [],
  wrongRejects: [],
  wrongValues: [],
  outOfScope: new Map(),
});

export const failuresOf = (tally: Tally): number =>
  tally.wrongAccepts.length + tally.wrongRejects.length + tally.wrongValues.length;

export const outOfScopeOf = (tally: Tally): number => [...tally.outOfScope.values()].reduce((sum, n) => sum + n, 0);

/** Counts one vector by what it should be and what it was; a fault thrown by the code under test is a failure. */
export function judge(tally: Tally, name: string, expected: string, run: () => Verdict): void {
  let verdict: Verdict;
  try {
    verdict = run();
  } catch (fault) {
    tally.wrongValues.push(`${name}: ${fault instanceof Error ? fault.stack : String(fault)}`);
    return;
  }
  if (typeof verdict === 'object')
    tally.outOfScope.set(verdict.outOfScope, (tally.outOfScope.get(verdict.outOfScope) ?? 0) + 1);
  else if (verdict === 'accept' && expected === 'invalid') tally.wrongAccepts.push(name);
  else if (verdict === 'reject' && expected === 'valid') tally.wrongRejects.push(name);
  else tally.passed++;
}

export function expectSame(tally: Tally, name: string, actual: unknown, expected: unknown): void {
  if (actual === expected) tally.passed++;
  else tally.wrongValues.push(`${name}: ${String(actual)} is not ${String(expected)}`);
}
