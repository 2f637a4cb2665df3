import { add, type Exact, findExact, isExact, multiply, subtract, whole, zero } from '../exact/rational.ts';
import type { Value } from './feel-code.ts';
import { type Ir, nodesIn, type Program } from './ir.ts';
import type { Type } from './type.ts';

const cache = new WeakMap<Program, Map<number, readonly Value[]>>();
const most = 240;

/** The constants a text holds its amounts against: literals in comparisons and bounds, and every value of parameters in force. */
function amountsOf(program: Program): readonly Exact[] {
  const found: Exact[] = [];
  for (const rule of program.rules) {
    for (const node of nodesIn(rule.ir)) if (node.op === 'const' && isExact(node.value)) found.push(node.value);
  }
  for (const parameter of program.parameters)
    for (const { value } of parameter.values.values()) if (isExact(value)) found.push(value);
  return found;
}

/** Literals and parameter values that stand directly against a fact in a comparison. */
function against(program: Program, slot: number): Value[] {
  const found: Value[] = [];
  const valuesOf = (ir: Ir): readonly Value[] => {
    if (ir.op === 'const') return [ir.value];
    return ir.op === 'parameter'
      ? [...(program.parameters[ir.slot]?.values.values() ?? [])].map((one) => one.value)
      : [];
  };
  for (const rule of program.rules) {
    for (const node of nodesIn(rule.ir)) {
      if (node.op === 'compare' && node.left.op === 'fact' && node.left.slot === slot)
        found.push(...valuesOf(node.right));
      if (node.op === 'compare' && node.right.op === 'fact' && node.right.slot === slot)
        found.push(...valuesOf(node.left));
    }
  }
  return found;
}

/** The smallest step a fact of this type moves by: a person, a fen, a day. */
export function stepOf(type: Type): Exact {
  if (type.kind === 'number' && type.measure === 'money') return findExact('0.01') ?? zero;
  if (type.kind === 'number' && type.measure !== 'count') return findExact('0.001') ?? zero;
  return whole(1);
}

/** Values at which a fact may change an answer: each threshold and its neighbours on both sides, each code, both truths. */
export function probesOf(program: Program, slot: number): readonly Value[] {
  const known = cache.get(program) ?? new Map<number, readonly Value[]>();
  cache.set(program, known);
  const before = known.get(slot);
  if (before) return before;
  const probes = makeProbes(program, slot);
  known.set(slot, probes);
  return probes;
}

function makeProbes(program: Program, slot: number): readonly Value[] {
  const fact = program.facts[slot];
  if (!fact) return [];
  const { type } = fact;
  if (type.kind === 'boolean') return [true, false];
  const direct = against(program, slot);
  if (type.kind === 'text')
    return type.codes ?? [...new Set([...direct.filter((value) => typeof value === 'string'), '其他文字']), ''];
  if (type.kind === 'date' || type.kind === 'months' || type.kind === 'seconds') {
    const days = direct.filter((value) => typeof value === 'number');
    const centre =
      type.kind === 'date'
        ? [program.lawDay, program.lawDay - 366, program.lawDay - 366 * 20, program.lawDay - 366 * 65]
        : [0, 12, 600];
    return [...new Set([...days, ...centre].flatMap((day) => [day - 1, day, day + 1]))].slice(0, most);
  }
  if (type.kind !== 'number') return [];
  const step = stepOf(type);
  const bases = [
    ...direct.filter(isExact),
    ...amountsOf(program).flatMap((one) => [one, multiply(one, whole(12))]),
    zero,
  ];
  const { low, high } = fact.declared ?? { low: null, high: null };
  const ends = [low, high].filter((end) => end !== null);
  const tried = [...ends, ...bases.flatMap((one) => [subtract(one, step), one, add(one, step)])];
  const seen = new Set<string>();
  return tried
    .filter((one) => isInside(one, type, low, high) && !seen.has(one.toString()) && seen.add(one.toString()))
    .slice(0, most);
}

function isInside(value: Exact, type: Type, low: Exact | null, high: Exact | null): boolean {
  const number = Number(value.toString());
  if (type.kind === 'number' && type.measure === 'count' && !Number.isInteger(number)) return false;
  return (!low || number >= Number(low.toString())) && (!high || number <= Number(high.toString()));
}
