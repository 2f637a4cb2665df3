import type { Value } from '../ir/feel-code.ts';
import type { Program } from '../ir/ir.ts';
import { compileCode } from './compile-code.ts';
import { CaseFault } from './fault.ts';
import { expectType, isLoose } from './fits.ts';
import { type Code, type Frame, newReads, type Reads } from './frame.ts';
import type { CaseFacts } from './read-facts.ts';

/** A program ready to decide cases: one closure a rule, made once. */
export type Engine = {
  readonly program: Program;
  /** Runs the asked rules. `reads` tells for each rule that ran what it read. Throws `CaseFault`. */
  run(facts: CaseFacts, slots: readonly number[]): Outcome;
};
export type Outcome = {
  readonly values: readonly Value[];
  readonly isDone: Uint8Array;
  readonly reads: readonly (Reads | undefined)[];
  readonly order: readonly number[];
  /** Rules that stopped with an error which did not matter, since another part settled the answer. */
  readonly faults: ReadonlyMap<number, CaseFault> | null;
};

const engines = new WeakMap<Program, Engine>();
const forgiving = new WeakMap<Program, Engine>();

export const engineOf = (program: Program): Engine => kept(engines, program, false);

/**
 * The same rules with an error taken for unknown at the place where it arises, as the population outputs take it: they have no
 * column for errors. Never for deciding a case; the independent word on what columns and SQL must say where `engineOf` stops.
 */
export const forgivingEngineOf = (program: Program): Engine => kept(forgiving, program, true);

function kept(among: WeakMap<Program, Engine>, program: Program, isForgiving: boolean): Engine {
  const known = among.get(program);
  if (known) return known;
  const engine = makeEngine(program, isForgiving);
  among.set(program, engine);
  return engine;
}

function makeEngine(program: Program, isForgiving: boolean): Engine {
  type Tracing = Frame & { traces: (Reads | undefined)[]; order: number[]; faults: Map<number, CaseFault> | null };
  const settlers: Code[] = [];
  const code = compileCode(program, (slot) => (frame) => (settlers[slot] as Code)(frame), isForgiving);
  for (const [slot, rule] of program.rules.entries()) {
    const body = isLoose(rule.ir) ? expectType(code(rule.ir), rule.type, rule.at) : code(rule.ir);
    settlers[slot] = (frame) => {
      const tracing = frame as Tracing;
      // A rule in error is asked for again where another part may settle the answer: it is not run again.
      const known = tracing.faults?.get(slot);
      if (known) throw known;
      const outer = tracing.reads;
      const reads = newReads();
      tracing.reads = reads;
      let value: Value;
      try {
        value = body(tracing);
      } catch (fault) {
        if (!(fault instanceof CaseFault)) throw fault;
        tracing.faults ??= new Map();
        tracing.faults.set(slot, fault);
        tracing.traces[slot] = reads;
        tracing.order.push(slot);
        throw fault;
      }
      tracing.reads = outer;
      tracing.rules[slot] = value;
      tracing.isDone[slot] = 1;
      tracing.traces[slot] = reads;
      tracing.order.push(slot);
      return value;
    };
  }
  const count = program.rules.length;
  return {
    program,
    run: ({ facts, members }, slots) => {
      const frame: Tracing = {
        facts,
        members,
        rules: new Array<Value>(count).fill(undefined),
        isDone: new Uint8Array(count),
        row: [],
        reads: newReads(),
        traces: new Array<Reads | undefined>(count).fill(undefined),
        order: [],
        faults: null,
      };
      for (const slot of slots) if (frame.isDone[slot] === 0) (settlers[slot] as Code)(frame);
      return {
        values: frame.rules,
        isDone: frame.isDone,
        reads: frame.traces,
        order: frame.order,
        faults: frame.faults,
      };
    },
  };
}
