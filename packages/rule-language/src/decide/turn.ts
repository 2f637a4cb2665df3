import { findDay } from '../exact/calendar.ts';
import {
  add,
  compare,
  divide,
  type Exact,
  isExact,
  multiply,
  sayExact,
  signOf,
  subtract,
  toDouble,
  whole,
} from '../exact/rational.ts';
import { roundExact } from '../exact/rounding.ts';
import type { Value } from '../ir/feel-code.ts';
import type { Program } from '../ir/ir.ts';
import { probesOf, stepOf } from '../ir/thresholds.ts';
import { sameValue } from './context.ts';
import type { Question } from './decide.ts';
import { engineOf } from './engine.ts';
import { CaseFault } from './fault.ts';
import { type CaseFacts, readCase } from './read-facts.ts';
import { type Json, toJson } from './say-value.ts';

/** One fact changed as little as turns an answer, all else kept. `size` compares changes: relative for amounts, 1 for the rest. */
export type Turn = {
  readonly output: string;
  readonly fact: string;
  readonly from: Json;
  readonly to: Json;
  readonly answer: Json;
  readonly size: number;
};

const halvings = 60;

/** For each output that is a truth or a code: the smallest single changes of facts that would turn it, smallest first. */
export function findTurn(program: Program, question: Question): Turn[] {
  const { facts } = readCase(
    program,
    question.facts,
    question.discretions ?? {},
    findDay(question.factsOn) ?? program.lawDay,
  );
  const engine = engineOf(program);
  const ask = (slot: number, fact: number, value: Value): Value => {
    const tried = [...facts.facts];
    tried[fact] = value;
    try {
      return engine.run({ facts: tried, members: facts.members }, [slot]).values[slot];
    } catch (fault) {
      if (fault instanceof CaseFault) return undefined;
      throw fault;
    }
  };
  const turns = program.outputs.flatMap((slot) => {
    const rule = program.rules[slot];
    if (!rule || !['boolean', 'text'].includes(rule.type.kind)) return [];
    return program.facts.flatMap(
      (_, fact) => turnOf(program, facts, slot, fact, (value) => ask(slot, fact, value)) ?? [],
    );
  });
  return turns.sort((a, b) => a.size - b.size);
}

function turnOf(
  program: Program,
  facts: CaseFacts,
  slot: number,
  fact: number,
  ask: (value: Value) => Value,
): Turn | null {
  const declared = program.facts[fact];
  const rule = program.rules[slot];
  const current = facts.facts[fact];
  if (!declared || !rule || declared.role !== 'fact' || current === undefined) return null;
  const now = ask(current);
  if (now === undefined) return null;
  const say = (to: Value, size: number): Turn => ({
    output: rule.name,
    fact: declared.name,
    from: toJson(current, declared.type),
    to: toJson(to, declared.type),
    answer: toJson(ask(to), rule.type),
    size,
  });
  const turning = [...probesOf(program, fact), ...(isExact(current) ? spread(current) : [])].filter((probe) => {
    const answer = ask(probe);
    return answer !== undefined && !sameValue(answer, now);
  });
  if (!isExact(current)) {
    const [first] = turning;
    return first === undefined ? null : say(first, 1);
  }
  const nearest = (turning.filter(isExact) as Exact[]).sort((a, b) =>
    compare(distance(a, current), distance(b, current)),
  )[0];
  if (!nearest) return null;
  const edge = narrow(current, nearest, stepOf(declared.type), (value) => {
    const answer = ask(value);
    return answer !== undefined && !sameValue(answer, now);
  });
  return say(edge, toDouble(distance(edge, current)) / Math.max(1, Math.abs(toDouble(current))));
}

const distance = (a: Exact, b: Exact): Exact => {
  const gap = subtract(a, b);
  return signOf(gap) < 0 ? subtract(b, a) : gap;
};

/** Thresholds a text only reaches through arithmetic are looked for at these multiples of what is. */
const spread = (current: Exact): Exact[] =>
  [1, 2, 4, 8, 16, 64].flatMap((times) => [
    divide(current, whole(times)),
    multiply(current, whole(times)),
    add(current, whole(times * 1000)),
  ]);

/** Halves the way between a value that keeps the answer and one that turns it, down to one step. */
function narrow(keeps: Exact, turns: Exact, step: Exact, isTurned: (value: Exact) => boolean): Exact {
  let [from, to] = [keeps, turns];
  for (let count = 0; count < halvings && compare(distance(from, to), step) > 0; count++) {
    const middle = roundExact(divide(add(from, to), whole(2)), { direction: 'half-up', unit: step });
    if (sayExact(middle) === sayExact(from) || sayExact(middle) === sayExact(to)) break;
    if (isTurned(middle)) to = middle;
    else from = middle;
  }
  return to;
}
