import { addMonths } from '../exact/calendar.ts';
import { add, type Exact, findExact, isExact, multiply, subtract, toDouble, whole, zero } from '../exact/rational.ts';
import type { Value } from './feel-code.ts';
import { type Ir, nodesIn, type Program } from './ir.ts';
import type { Type } from './type.ts';

const cache = new WeakMap<Program, Map<number, readonly Value[]>>();
const fieldCache = new WeakMap<Program, Map<string, readonly Value[]>>();
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

/** Literals and parameter values that stand directly against a node in a comparison. */
function against(program: Program, isIt: (ir: Ir) => boolean): Value[] {
  const found: Value[] = [];
  const valuesOf = (ir: Ir): readonly Value[] => {
    if (ir.op === 'const') return [ir.value];
    return ir.op === 'parameter'
      ? [...(program.parameters[ir.slot]?.values.values() ?? [])].map((one) => one.value)
      : [];
  };
  for (const rule of program.rules) {
    for (const node of nodesIn(rule.ir)) {
      if (node.op === 'compare' && isIt(node.left)) found.push(...valuesOf(node.right));
      if (node.op === 'compare' && isIt(node.right)) found.push(...valuesOf(node.left));
    }
  }
  return found;
}

/** Days from which so many years or months have just passed, or are about to: an age or a waiting time turns there. */
function anniversaries(program: Program): number[] {
  const spans = new Set<number>();
  for (const amount of amountsOf(program)) {
    const number = toDouble(amount);
    if (Number.isInteger(number) && number > 0 && number <= 120) spans.add(number).add(number * 12);
  }
  return [...spans].map((months) => addMonths(program.lawDay, -months));
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
  const fact = program.facts[slot];
  const bounds = fact?.declared ?? { low: null, high: null };
  const probes = fact ? makeProbes(program, fact.type, bounds, (ir) => ir.op === 'fact' && ir.slot === slot) : [];
  known.set(slot, probes);
  return probes;
}

const mostEnumerated = 64;

/** Every value a fact can have, where they are few: truths, codes, whole numbers of a short range. Null where they are not. */
export function everyValueOf(program: Program, slot: number): readonly Value[] | null {
  const fact = program.facts[slot];
  if (fact?.type.kind === 'boolean') return [true, false];
  if (fact?.type.kind === 'text') return fact.type.codes;
  if (fact?.type.kind !== 'number' || fact.type.measure !== 'count') return null;
  const [low, high] = [fact.declared?.low, fact.declared?.high].map((end) => (end ? toDouble(end) : Number.NaN));
  const from = Math.ceil(low ?? Number.NaN);
  const count = Math.floor(high ?? Number.NaN) - from + 1;
  return count >= 1 && count <= mostEnumerated ? Array.from({ length: count }, (_, at) => whole(from + at)) : null;
}

/** The same for a field of members. */
export function probesOfField(program: Program, entity: number, field: number): readonly Value[] {
  const known = fieldCache.get(program) ?? new Map<string, readonly Value[]>();
  fieldCache.set(program, known);
  const key = `${entity}.${field}`;
  const before = known.get(key);
  if (before) return before;
  const declared = program.entities[entity]?.fields[field];
  const isIt = (ir: Ir) => ir.op === 'member' && ir.entity === entity && ir.field === field;
  const probes = declared ? makeProbes(program, declared.type, declared, isIt) : [];
  known.set(key, probes);
  return probes;
}

type Bounds = { readonly low: Exact | null; readonly high: Exact | null };

function makeProbes(program: Program, type: Type, bounds: Bounds, isIt: (ir: Ir) => boolean): readonly Value[] {
  if (type.kind === 'boolean') return [true, false];
  const direct = against(program, isIt);
  if (type.kind === 'text')
    return type.codes ?? [...new Set([...direct.filter((value) => typeof value === 'string'), '其他文字']), ''];
  if (type.kind === 'date' || type.kind === 'months' || type.kind === 'seconds') {
    const days = direct.filter((value) => typeof value === 'number');
    const centre =
      type.kind === 'date'
        ? [program.lawDay, ...anniversaries(program), program.lawDay - 366 * 20, program.lawDay - 366 * 65]
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
  const { low, high } = bounds;
  const ends = [low, high].filter((end) => end !== null);
  const tried = [...ends, ...bases.flatMap((one) => [subtract(one, step), one, add(one, step)])];
  const seen = new Set<string>();
  return tried
    .filter((one) => isInside(one, type, low, high) && !seen.has(one.toString()) && seen.add(one.toString()))
    .slice(0, most);
}

/** Whether a fact of this type and range can be this amount. */
export function isInside(value: Exact, type: Type, low: Exact | null, high: Exact | null): boolean {
  const number = Number(value.toString());
  if (type.kind === 'number' && type.measure === 'count' && !Number.isInteger(number)) return false;
  return (!low || number >= Number(low.toString())) && (!high || number <= Number(high.toString()));
}
