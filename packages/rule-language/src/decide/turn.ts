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
import { everyValueOf, isInside, probesOf, stepOf } from '../ir/thresholds.ts';
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
type Option = { readonly fact: number; readonly to: Value; readonly size: number };
type Pair = { readonly options: readonly [Option, Option]; readonly size: number };
const mostOptions = 240;
const mostProbes = 12;
const mostPairs = 3;

/**
 * Two facts at once: every value of facts that have few, amounts at their nearest thresholds and then narrowed down to a step,
 * one after the other. Where only arithmetic of two amounts has the threshold, the pair found turns the answer but need not be
 * the smallest.
 */
function pairsOf(program: Program, facts: CaseFacts, slot: number, ask: Ask): Turn[] {
  const now = ask(slot, new Map());
  const rule = program.rules[slot];
  if (now === undefined || !rule) return [];
  const isTurned = (answer: Value) => answer !== undefined && !sameValue(answer, now);
  const best: Pair[] = [];
  const options = optionsOf(program, facts).sort((a, b) => a.size - b.size);
  for (const [at, one] of options.entries()) {
    for (const other of options.slice(at + 1)) {
      const size = one.size + other.size;
      // Sorted by size: what follows is larger still.
      if (best.length === mostPairs && size >= (best.at(-1)?.size ?? 0)) break;
      if (other.fact === one.fact) continue;
      if (!isTurned(ask(slot, changesOf([one, other])))) continue;
      best.push({ options: [one, other], size });
      best.sort((a, b) => a.size - b.size).splice(mostPairs);
    }
  }
  return best.map(({ options: [one, other] }): Turn => {
    const first = narrowed(program, facts, one, (to) => isTurned(ask(slot, changesOf([{ ...one, to }, other]))));
    const second = narrowed(program, facts, other, (to) => isTurned(ask(slot, changesOf([first, { ...other, to }]))));
    return {
      output: rule.name,
      answer: toJson(ask(slot, changesOf([first, second])), rule.type),
      changes: [first, second].map(({ fact, to }) => changeOf(program, facts, fact, to)),
      size: first.size + second.size,
    };
  });
}

const changesOf = (options: readonly Pick<Option, 'fact' | 'to'>[]): ReadonlyMap<number, Value> =>
  new Map(options.map(({ fact, to }) => [fact, to]));

/** What one fact could be instead, nearest first; all of it where that is little enough to be paired in full. */
function optionsOf(program: Program, facts: CaseFacts): Option[] {
  const lists = program.facts.map((declared, fact): Option[] => {
    const current = facts.facts[fact];
    if (declared.role !== 'fact' || current === undefined) return [];
    const tried = everyValueOf(program, fact) ?? [
      ...probesOf(program, fact),
      ...(isExact(current) ? spread(program, fact, current) : []),
    ];
    return tried
      .filter((to) => !sameValue(to, current))
      .map((to) => ({ fact, to, size: sizeOf(to, current) }))
      .sort((a, b) => a.size - b.size);
  });
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  return lists.flatMap((list) => (total <= mostOptions ? list : list.slice(0, mostProbes)));
}

function narrowed(program: Program, facts: CaseFacts, option: Option, isTurned: (to: Exact) => boolean): Option {
  const [current, type] = [facts.facts[option.fact], program.facts[option.fact]?.type];
  if (!isExact(option.to) || !isExact(current) || !type) return option;
  const to = narrow(current, option.to, stepOf(type), isTurned);
  return { ...option, to, size: sizeOf(to, current) };
}

function changeOf(program: Program, facts: CaseFacts, fact: number, to: Value): Turn['changes'][number] {
  const { name, type } = program.facts[fact] as Program['facts'][number];
  return { fact: name, from: toJson(facts.facts[fact], type), to: toJson(to, type) };
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
    changes: [changeOf(program, facts, fact, to)],
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
