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
  /** What a person decided on open norms, where the amount hangs on it. */
  readonly discretions?: FactsJson;
};

type Asked = Required<Pick<CounterExample, 'facts' | 'discretions'>>;

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

  look(program: Program, slot: number, factDay: number, asked: Asked, right: number, plain: number): void {
    const rule = program.rules[slot];
    if (rule?.type.kind !== 'number' || rule.type.measure !== 'money' || Number.isNaN(right) || right === 0) return;
    this.paid++;
    if (!(Math.abs(right - plain) >= least)) return;
    this.wrong++;
    const list = this.#kept.get(rule.name) ?? [];
    const size = JSON.stringify(asked).length;
    const worst = list.at(-1);
    if (worst && list.length >= mostKept && lengthOf(worst) <= size) return;
    const found = shorten(program, slot, factDay, asked, right);
    if (!found) return;
    const all = [...list, { policy: this.#file, ...found }];
    all.sort((a, b) => lengthOf(a) - lengthOf(b));
    this.#kept.set(rule.name, all.slice(0, mostKept));
  }

  list(): CounterExample[] {
    return [...this.#kept.values()].flat();
  }
}

const lengthOf = ({ facts, discretions = {} }: CounterExample): number => JSON.stringify({ facts, discretions }).length;

/** Leaves out every fact the wrong amount does not need; null where the engine, asked anew, does not say the same. */
function shorten(
  program: Program,
  slot: number,
  factDay: number,
  asked: Asked,
  right: number,
): Omit<CounterExample, 'policy'> | null {
  const rule = program.rules[slot]?.name ?? '';
  const stillWrong = (tried: Asked): { right: number; plain: number } | null => {
    const decided = decide(program, { ...tried, factsOn: sayDay(factDay), outputs: [rule] });
    const answer = decided.ok ? decided.value.answers[0] : undefined;
    if (!answer?.isKnown) return null;
    const plain = plainAnswer(program, { ...tried.facts, ...tried.discretions }, slot, factDay);
    const exact = Number(answer.value);
    return Math.abs(exact - plain) >= least ? { right: exact, plain } : null;
  };
  let left = asked;
  for (const part of ['facts', 'discretions'] as const) {
    for (const name of Object.keys(asked[part])) {
      const { [name]: _, ...without } = left[part];
      if (stillWrong({ ...left, [part]: without })) left = { ...left, [part]: without };
    }
  }
  const found = stillWrong(left);
  if (!found || (left === asked && found.right !== right)) return null;
  const { facts, discretions } = left;
  const given = Object.keys(discretions).length > 0 ? { discretions } : {};
  return { lawDay: sayDay(program.lawDay), factsOn: sayDay(factDay), rule, ...found, facts, ...given };
}
