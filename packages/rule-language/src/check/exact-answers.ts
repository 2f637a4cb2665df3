import { engineOf, forgivingEngineOf } from '../decide/engine.ts';
import { CaseFault } from '../decide/fault.ts';
import type { CaseFacts } from '../decide/read-facts.ts';
import type { Program } from '../ir/ir.ts';
import { numberOf } from '../simulate/records.ts';

/**
 * What the deciding engine answers for each asked rule, as the number a column would hold. Where it stops with an error, what
 * it answers with that error taken for unknown, which is what the population outputs declare to do; unknown is NaN for
 * amounts, 2 for truths, −1 for codes.
 */
export function exactAnswers(
  program: Program,
  facts: CaseFacts,
  slots: readonly number[],
  codes: ReadonlyMap<string, number>,
): number[] {
  const type = (slot: number) => program.rules[slot]?.type ?? { kind: 'any' as const };
  const answers = (values: readonly Parameters<typeof numberOf>[0][]) =>
    slots.map((slot) => numberOf(values[slot], type(slot), codes));
  try {
    return answers(engineOf(program).run(facts, slots).values);
  } catch (fault) {
    if (!(fault instanceof CaseFault)) throw fault;
  }
  return answers(forgivingEngineOf(program).run(facts, slots).values);
}
