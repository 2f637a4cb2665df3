import { decide, type FactsJson, type Program, sayDay } from '@zhengtong/rule-language';
import { plainAnswer } from '@zhengtong/rule-language/test';

/** A case in which plain doubles pay another amount than the rules say. Days as text, so that the list is read by people. */
export type CounterExample = {
  readonly policy: string;
  readonly lawDay: string;
  readonly factsOn: string;
  readonly rule: string;
  readonly right: number;
  readonly plain: number;
  readonly facts: FactsJson;
};

const mostKept = 2;
const least = 0.005;

/** Counts the amounts plain doubles get wrong by a fen or more, and keeps the shortest cases of each rule. */
export class CounterExamples {
  readonly #file: string;
  readonly #kept = new Map<string, CounterExample[]>();
  wrong = 0;
  paid = 0;

  constructor(file: string) {
    this.#file = file;
  }

  look(program: Program, slot: number, factDay: number, facts: FactsJson, right: number, plain: number): void {
    const rule = program.rules[slot];
    if (rule?.type.kind !== 'number' || rule.type.measure !== 'money' || Number.isNaN(right) || right === 0) return;
    this.paid++;
    if (!(Math.abs(right - plain) >= least)) return;
    this.wrong++;
    const list = this.#kept.get(rule.name) ?? [];
    const size = JSON.stringify(facts).length;
    const worst = list.at(-1);
    if (worst && list.length >= mostKept && JSON.stringify(worst.facts).length <= size) return;
    const found = shorten(program, slot, factDay, facts, right);
    if (!found) return;
    const all = [...list, { policy: this.#file, ...found }];
    all.sort((a, b) => JSON.stringify(a.facts).length - JSON.stringify(b.facts).length);
    this.#kept.set(rule.name, all.slice(0, mostKept));
  }

  list(): CounterExample[] {
    return [...this.#kept.values()].flat();
  }
}

/** Leaves out every fact the wrong amount does not need; null where the engine, asked anew, does not say the same. */
function shorten(
  program: Program,
  slot: number,
  factDay: number,
  facts: FactsJson,
  right: number,
): Omit<CounterExample, 'policy'> | null {
  const rule = program.rules[slot]?.name ?? '';
  const stillWrong = (tried: FactsJson): { right: number; plain: number } | null => {
    const decided = decide(program, { facts: tried, factsOn: sayDay(factDay), outputs: [rule] });
    const answer = decided.ok ? decided.value.answers[0] : undefined;
    if (!answer?.isKnown) return null;
    const plain = plainAnswer(program, tried, slot, factDay);
    const exact = Number(answer.value);
    return Math.abs(exact - plain) >= least ? { right: exact, plain } : null;
  };
  let left = facts;
  for (const name of Object.keys(facts)) {
    const { [name]: _, ...without } = left;
    if (stillWrong(without)) left = without;
  }
  const found = stillWrong(left);
  if (!found || (left === facts && found.right !== right)) return null;
  return { lawDay: sayDay(program.lawDay), factsOn: sayDay(factDay), rule, ...found, facts: left };
}
