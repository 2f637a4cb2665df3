import { parseExpression } from './parse.ts';
import type { Problem } from './problem.ts';
import { compileExpression } from './run/compile.ts';
import { Failure, FeelFault, type Mode, type Remark, Run, WorkSpent } from './run/run.ts';
import type { FeelType } from './run/types.ts';
import { weigh } from './run/weigh.ts';
import type { FeelDateTime } from './values/temporal.ts';
import type { Value } from './values/value.ts';

const nowhere = { start: 0, end: 0 };

/**
 * Runs the work of one evaluation to its border: work past the limit, or calls too deep, are null with a remark in DMN mode
 * and a `FeelFault` in house mode, like every other error.
 */
export function guarded(run: Run, work: () => Value): Value {
  try {
    const value = work();
    // What leaves is walked by whoever prints or compares it.
    weigh(value, run);
    return value;
  } catch (error) {
    // The engine's own limit of the call stack is a RangeError.
    if (!(error instanceof WorkSpent) && !(error instanceof RangeError)) throw error;
    return run.settle(
      new Failure('too-much-work', '计算量超过上限', 'the expression needs more work than is allowed'),
      nowhere,
    );
  }
}

export type EvaluateOptions = {
  readonly mode?: Mode;
  readonly names?: Readonly<Record<string, Value>> | ReadonlyMap<string, Value>;
  readonly types?: ReadonlyMap<string, FeelType>;
  readonly now?: FeelDateTime | null;
  readonly steps?: number;
};
export type Evaluated = {
  readonly value: Value;
  readonly problems: readonly Problem[];
  readonly remarks: readonly Remark[];
  readonly fault: FeelFault | null;
};

/** Reads and runs one expression. For a text that runs more than once, compile it and keep it. Never throws. */
export function evaluateExpression(text: string, options: EvaluateOptions = {}): Evaluated {
  const mode = options.mode ?? 'dmn';
  const given = options.names instanceof Map ? options.names : new Map(Object.entries(options.names ?? {}));
  const names = [...given.keys()];
  const { tree, problems } = parseExpression(text, { names, dialect: mode === 'dmn' ? 'model' : 'house' });
  const compiled = compileExpression(text, tree, { mode, names, ...(options.types ? { types: options.types } : {}) });
  const run = new Run(mode, options.now ?? null, options.steps);
  const all = [...problems, ...compiled.problems];
  if (problems.length > 0) return { value: null, problems: all, remarks: run.remarks, fault: null };
  try {
    const value = guarded(run, () => compiled.evaluate([...given.values()], run));
    return { value, problems: all, remarks: run.remarks, fault: null };
  } catch (error) {
    if (!(error instanceof FeelFault)) throw error;
    return { value: null, problems: all, remarks: run.remarks, fault: error };
  }
}
