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
import { isInside, probesOf, stepOf } from '../ir/thresholds.ts';
import { sameValue } from './context.ts';
import type { Question } from './decide.ts';
import { engineOf } from './engine.ts';
import { CaseFault } from './fault.ts';
import { type CaseFacts, readCase } from './read-facts.ts';
import { type Json, toJson } from './say-value.ts';

/** As few facts changed as little as turns an answer, all else kept. `size` compares: relative for amounts, 1 for the rest. */
export type Turn = {
  readonly output: string;
  readonly answer: Json;
  readonly changes: readonly { readonly fact: string; readonly from: Json; readonly to: Json }[];
  readonly size: number;
};

const halvings = 60;

/**
 * For each output that is a truth or a code: the smallest changes of one fact that would turn it, smallest first; where no single
 * fact can, the smallest changes of two together. Changes of three and more are not looked for.
 */
export function findTurn(program: Program, question: Question): Turn[] {
  const { facts } = readCase(
    program,
    question.facts,
    question.discretions ?? {},
    findDay(question.factsOn) ?? program.lawDay,
  );
  const engine = engineOf(program);
  const ask = (slot: number, changes: ReadonlyMap<number, Value>): Value => {
    const tried = facts.facts.map((value, fact) => (changes.has(fact) ? changes.get(fact) : value));
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
    const single = program.facts.flatMap(
      (_, fact) => turnOf(program, facts, slot, fact, (value) => ask(slot, new Map([[fact, value]]))) ?? [],
    );
    return single.length > 0 ? single : pairsOf(program, facts, slot, ask);
  });
  return turns.sort((a, b) => a.changes.length - b.changes.length || a.size - b.size);
}

type Ask = (slot: number, changes: ReadonlyMap<number, Value>) => Value;
const mostProbes = 10;
const mostPairs = 3;

/** Two facts at once, each at its nearest few thresholds. */
function pairsOf(program: Program, facts: CaseFacts, slot: number, ask: Ask): Turn[] {
  const now = ask(slot, new Map());
  const rule = program.rules[slot];
  if (now === undefined || !rule) return [];
  const options = program.facts.flatMap((declared, fact) => {
    const current = facts.facts[fact];
    if (declared.role !== 'fact' || current === undefined) return [];
    const probes = probesOf(program, fact).filter((probe) => !sameValue(probe, current));
    const near = isExact(current)
      ? (probes.filter(isExact) as Exact[]).sort((a, b) => compare(distance(a, current), distance(b, current)))
      : probes;
    return near.slice(0, mostProbes).map((to) => ({
      fact,
      to,
      change: { fact: declared.name, from: toJson(current, declared.type), to: toJson(to, declared.type) },
      size: sizeOf(to, current),
    }));
  });
  const found: Turn[] = [];
  for (const [at, one] of options.entries()) {
    for (const other of options.slice(at + 1)) {
      if (other.fact === one.fact) continue;
      const answer = ask(
        slot,
        new Map([
          [one.fact, one.to],
          [other.fact, other.to],
        ]),
      );
      if (answer === undefined || sameValue(answer, now)) continue;
      found.push({
        output: rule.name,
        answer: toJson(answer, rule.type),
        changes: [one.change, other.change],
        size: one.size + other.size,
      });
    }
  }
  return found.sort((a, b) => a.size - b.size).slice(0, mostPairs);
}

function sizeOf(to: Value, current: Value): number {
  if (!isExact(to) || !isExact(current)) return 1;
  return toDouble(distance(to, current)) / Math.max(1, Math.abs(toDouble(current)));
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
  const say = (to: Value): Turn => ({
    output: rule.name,
    answer: toJson(ask(to), rule.type),
    changes: [{ fact: declared.name, from: toJson(current, declared.type), to: toJson(to, declared.type) }],
    size: sizeOf(to, current),
  });
  const turning = [...probesOf(program, fact), ...(isExact(current) ? spread(program, fact, current) : [])].filter(
    (probe) => {
      const answer = ask(probe);
      return answer !== undefined && !sameValue(answer, now);
    },
  );
  if (!isExact(current)) {
    const [first] = turning;
    return first === undefined ? null : say(first);
  }
  const nearest = (turning.filter(isExact) as Exact[]).sort((a, b) =>
    compare(distance(a, current), distance(b, current)),
  )[0];
  if (!nearest) return null;
  const edge = narrow(current, nearest, stepOf(declared.type), (value) => {
    const answer = ask(value);
    return answer !== undefined && !sameValue(answer, now);
  });
  return say(edge);
}

const distance = (a: Exact, b: Exact): Exact => {
  const gap = subtract(a, b);
  return signOf(gap) < 0 ? subtract(b, a) : gap;
};

/**
 * Thresholds a text only reaches through arithmetic are looked for at these multiples of what is: in whole steps and within the
 * declared range, since nobody is told to become three quarters of a household.
 */
function spread(program: Program, fact: number, current: Exact): Exact[] {
  const declared = program.facts[fact];
  if (!declared) return [];
  const unit = stepOf(declared.type);
  const { low, high } = declared.declared ?? { low: null, high: null };
  return [1, 2, 4, 8, 16, 64]
    .flatMap((times) => [
      divide(current, whole(times)),
      multiply(current, whole(times)),
      add(current, whole(times * 1000)),
    ])
    .map((value) => roundExact(value, { direction: 'half-up', unit }))
    .concat([low, high].filter((end) => end !== null))
    .filter((value) => isInside(value, declared.type, low, high));
}

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
