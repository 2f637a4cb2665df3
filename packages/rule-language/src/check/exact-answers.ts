import { engineOf } from '../decide/engine.ts';
import { CaseFault } from '../decide/fault.ts';
import { type FactsJson, readCase } from '../decide/read-facts.ts';
import type { Program } from '../ir/ir.ts';
import { numberOf } from '../simulate/records.ts';

/**
 * What the deciding engine answers for each asked rule, as the number a column would hold: unknown and error alike are NaN
 * for amounts, 2 for truths, −1 for codes. A fault in one rule leaves the others their answer.
 */
export function exactAnswers(
  program: Program,
  facts: FactsJson,
  slots: readonly number[],
  codes: ReadonlyMap<string, number>,
  factDay: number,
): number[] {
  const read = readCase(program, facts, {}, factDay);
  if (read.troubles[0]) throw new Error(read.troubles[0].en);
  const engine = engineOf(program);
  const type = (slot: number) => program.rules[slot]?.type ?? { kind: 'any' as const };
  try {
    const { values } = engine.run(read.facts, slots);
    return slots.map((slot) => numberOf(values[slot], type(slot), codes));
  } catch (fault) {
    if (!(fault instanceof CaseFault)) throw fault;
  }
  return slots.map((slot) => {
    try {
      return numberOf(engine.run(read.facts, [slot]).values[slot], type(slot), codes);
    } catch (fault) {
      if (!(fault instanceof CaseFault)) throw fault;
      return numberOf(undefined, type(slot), codes);
    }
  });
}
