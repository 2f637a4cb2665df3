import { type CaseFacts, type FactsJson, readCase } from '../decide/read-facts.ts';
import { isExact, toDouble } from '../exact/rational.ts';
import type { Value } from '../ir/feel-code.ts';
import type { Program } from '../ir/ir.ts';
import type { Type } from '../ir/type.ts';
import type { Column, Members, Numbers, Population } from './columns.ts';
import { codeList } from './refuse-population.ts';

/** A value as its column holds it; the unknown of its kind where there is none. */
export function numberOf(value: Value, type: Type, codes: ReadonlyMap<string, number>): number {
  if (value === undefined) return type.kind === 'boolean' ? 2 : type.kind === 'text' ? -1 : Number.NaN;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (isExact(value)) return toDouble(value);
  return typeof value === 'string' ? (codes.get(value) ?? -1) : (value as number);
}

function columnOf(numbers: readonly number[], type: Type): Column {
  if (type.kind === 'boolean') {
    const values = shared(Uint8Array, numbers);
    return numbers.includes(2) ? { values, unknown: 2 } : { values };
  }
  if (type.kind === 'text') {
    const values = shared(Int16Array, numbers);
    return numbers.includes(-1) ? { values, unknown: -1 } : { values };
  }
  const values = shared(Float64Array, numbers);
  return numbers.some(Number.isNaN) ? { values, unknown: Number.NaN } : { values };
}

/** In shared memory, so that workers read the same bytes. */
function shared<T extends Numbers>(
  Kind: { new (buffer: SharedArrayBuffer): T; BYTES_PER_ELEMENT: number },
  numbers: readonly number[],
): T {
  const values = new Kind(new SharedArrayBuffer(numbers.length * Kind.BYTES_PER_ELEMENT));
  for (let at = 0; at < numbers.length; at++) values[at] = numbers[at] as number;
  return values;
}

export type PopulationTrouble = { readonly row: number; readonly zh: string; readonly en: string };

/**
 * Columns from records as `decide` takes them; what a person decided on an open norm may stand among the facts, by its name. Facts that cannot be read
 * are unknown and reported (at most 100 records).
 */
export function populationOf(
  program: Program,
  records: readonly FactsJson[],
): { population: Population; troubles: readonly PopulationTrouble[] } {
  const troubles: PopulationTrouble[] = [];
  const cases = records.map((record, row) => {
    const [facts, discretions] = partRecord(program, record);
    const read = readCase(program, facts, discretions, program.lawDay);
    const [trouble] = read.troubles;
    if (trouble && troubles.length < 100) troubles.push({ row, zh: trouble.zh, en: trouble.en });
    return read.facts;
  });
  return { population: columnsOf(program, cases), troubles };
}

function partRecord(program: Program, record: FactsJson): [facts: FactsJson, discretions: FactsJson] {
  const names = program.facts.filter((fact) => fact.role === 'discretion').map((fact) => fact.name);
  // What is no object is readCase's to refuse.
  if (names.length === 0 || typeof record !== 'object' || record === null || Array.isArray(record)) return [record, {}];
  const entries = Object.entries(record);
  const isDiscretion = ([name]: readonly [string, unknown]) => names.includes(name);
  return [
    Object.fromEntries(entries.filter((one) => !isDiscretion(one))),
    Object.fromEntries(entries.filter(isDiscretion)),
  ];
}

/** Columns from cases already read. A discretion nobody has decided in any of them needs no column. */
export function columnsOf(program: Program, cases: readonly CaseFacts[]): Population {
  const codes = new Map(codeList(program).map((code, at) => [code, at]));
  const facts = program.facts.map((): number[] => []);
  const members = program.entities.map((entity) => ({
    offsets: [0],
    known: [] as number[],
    fields: entity.fields.map((): number[] => []),
  }));
  for (const one of cases) {
    for (const [slot, fact] of program.facts.entries()) facts[slot]?.push(numberOf(one.facts[slot], fact.type, codes));
    for (const [entity, slot] of program.entities.entries()) {
      const rows = one.members[entity] ?? [];
      const into = members[entity];
      into?.known.push(one.members[entity] ? 1 : 0);
      into?.offsets.push((into.offsets.at(-1) ?? 0) + rows.length);
      for (const values of rows)
        for (const [field, declared] of slot.fields.entries())
          into?.fields[field]?.push(numberOf(values[field], declared.type, codes));
    }
  }
  const isGiven = (slot: number) => cases.some((one) => one.facts[slot] !== undefined);
  const columns = program.facts.flatMap((fact, slot) =>
    fact.role === 'fact' || (fact.role === 'discretion' && isGiven(slot))
      ? [[fact.name, columnOf(facts[slot] ?? [], fact.type)] as const]
      : [],
  );
  const listed = program.entities.map((entity, slot): [string, Members] => {
    const fields = entity.fields.map(
      (field, at) => [field.name, columnOf(members[slot]?.fields[at] ?? [], field.type)] as const,
    );
    const known = members[slot]?.known ?? [];
    const offsets = shared(Int32Array, members[slot]?.offsets ?? [0]);
    const mark = known.includes(0) ? { known: shared(Uint8Array, known) } : {};
    return [entity.name, { offsets, fields: Object.fromEntries(fields), ...mark }];
  });
  return { rows: cases.length, facts: Object.fromEntries(columns), members: Object.fromEntries(listed) };
}
