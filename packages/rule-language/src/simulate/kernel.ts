import type { Program } from '../ir/ir.ts';
import type { Column, Members, Numbers, Population } from './columns.ts';
import { RowEmitter } from './emit.ts';
import type { Known } from './emit-kinds.ts';
import { neededRules } from './refuse-population.ts';
import { type SupportName, support } from './support.ts';

/** Code for one block of rows, and the arrays it is bound to by name. It can be posted to a worker as it is. */
export type KernelPlan = {
  readonly source: string;
  readonly bindings: Readonly<Record<string, Numbers | number>>;
  readonly outputs: readonly OutputShape[];
};
export type OutputShape = { readonly slot: number; readonly name: string; readonly kind: string };
/** Computes rows `from` up to `to` into `out`, one array an output, row `from` at place 0 unless its plan says otherwise. */
export type Kernel = (from: number, to: number, out: readonly (Float64Array | Uint8Array)[]) => void;

/** A column of that very name: `__proto__` is a name like any other in a text, and no column because objects inherit one. */
const own = <T>(from: Readonly<Record<string, T>> | undefined, name: string | undefined): T | undefined =>
  from !== undefined && name !== undefined && Object.hasOwn(from, name) ? from[name] : undefined;

/** The rows' columns as the program knows them; a fact without a column is unknown for everybody. */
export function knownOf(program: Program, population: Population): Known {
  const columnOf = (slot: number): Column | undefined => own(population.facts, program.facts[slot]?.name);
  const membersOf = (entity: number): Members | undefined => own(population.members, program.entities[entity]?.name);
  return {
    isFactNullable: (slot) => {
      const role = program.facts[slot]?.role;
      if (role === 'fact-day' || role === 'law-day') return false;
      const column = columnOf(slot);
      return column === undefined || column.unknown !== undefined;
    },
    isFieldNullable: (entity, field) => {
      const column = own(membersOf(entity)?.fields, program.entities[entity]?.fields[field]?.name);
      return column === undefined || column.unknown !== undefined;
    },
    isEntityThere: (entity) => membersOf(entity) !== undefined,
    isEntityNullable: (entity) => membersOf(entity)?.known !== undefined,
  };
}

const unknownNumber = (kind: string): string => (kind === 'boolean' ? '2' : kind === 'text' ? '(-1)' : 'NaN');

/** Writes the kernel. Only rules the outputs need are computed. `isTolerant` false is for showing what plain doubles would pay. */
export function planKernel(
  program: Program,
  population: Population,
  outputs: readonly number[],
  factDay: number,
  isTolerant = true,
): KernelPlan {
  const emitter = new RowEmitter(program, knownOf(program, population), isTolerant);
  for (const slot of neededRules(program, outputs)) emitter.rule(slot);
  const bindings: Record<string, Numbers | number> = {};
  const written = emitter.statements.join('');
  const { loads, body } = loadFacts(program, population, written, factDay, bindings);
  bindMembers(program, population, body, bindings);
  for (const [number, table] of emitter.tables.entries()) bindings[`P${number}`] = table;
  const shapes = outputs.map(
    (slot): OutputShape => ({
      slot,
      name: program.rules[slot]?.name ?? '',
      kind: program.rules[slot]?.type.kind ?? 'any',
    }),
  );
  const stores = shapes.map(
    ({ slot, kind }, number) =>
      `q${number}[i-from]=${kind === 'boolean' ? emitter.three(emitter.ruleOf(slot), kind) : `r${slot}`};`,
  );
  const names = shapes.map((_, number) => `const q${number}=out[${number}];`);
  const source = `return function(from,to,out){${names.join('')}for(let i=from;i<to;i++){${loads}${body}${stores.join('')}}};`;
  return { source, bindings, outputs: shapes };
}

/** Code that reads the facts a body of code names, and the body; their columns go to `bindings`. */
export function loadFacts(
  program: Program,
  population: Population,
  body: string,
  factDay: number,
  bindings: Record<string, Numbers | number>,
): { loads: string; body: string } {
  const loads: string[] = [];
  let left = body;
  // A fact read once is loaded where it is read: a condition that fails before it saves the memory access.
  const load = (slot: number, code: string) => {
    const uses = left.match(new RegExp(`\\bf${slot}\\b`, 'g'))?.length ?? 0;
    if (uses === 1) left = left.replace(new RegExp(`\\bf${slot}\\b`), `(${code})`);
    else loads.push(`const f${slot}=${code};`);
  };
  for (const [slot, fact] of program.facts.entries()) {
    if (!new RegExp(`\\bf${slot}\\b`).test(body)) continue;
    if (fact.role === 'fact-day' || fact.role === 'law-day') {
      load(slot, String(fact.role === 'fact-day' ? factDay : program.lawDay));
      continue;
    }
    const column = own(population.facts, fact.name);
    if (!column) {
      load(slot, unknownNumber(fact.type.kind));
      continue;
    }
    bindings[`F${slot}`] = column.values;
    const isMarked = column.unknown !== undefined && !(Number.isNaN(column.unknown) && fact.type.kind === 'number');
    if (!isMarked) load(slot, `F${slot}[i]`);
    else {
      bindings[`S${slot}`] = column.unknown ?? 0;
      load(slot, `F${slot}[i]===S${slot}?${unknownNumber(fact.type.kind)}:F${slot}[i]`);
    }
  }
  return { loads: loads.join(''), body: left };
}

/** The columns of members a body of code names go to `bindings`. */
export function bindMembers(
  program: Program,
  population: Population,
  body: string,
  bindings: Record<string, Numbers | number>,
): void {
  for (const [entity, slot] of program.entities.entries()) {
    const members = own(population.members, slot.name);
    if (!members || !new RegExp(`\\bO${entity}\\b`).test(body)) continue;
    bindings[`O${entity}`] = members.offsets;
    if (members.known) bindings[`K${entity}`] = members.known;
    for (const [field, declared] of slot.fields.entries()) {
      const column = own(members.fields, declared.name);
      const unknown = unknownNumber(declared.type.kind);
      bindings[`U${entity}_${field}`] = unknown === '2' ? 2 : unknown === 'NaN' ? Number.NaN : -1;
      bindings[`M${entity}_${field}`] =
        column?.values ?? new Float64Array(members.offsets.at(-1) ?? 0).fill(Number.NaN);
      bindings[`S${entity}_${field}`] = column?.unknown ?? Number.NaN;
    }
  }
}

const words = new Set([
  'return',
  'function',
  'from',
  'to',
  'out',
  'const',
  'let',
  'for',
  'if',
  'else',
  'i',
  'j',
  'e',
  'w',
  'v',
  'true',
  'false',
  'NaN',
  'Infinity',
  'Math',
]);
const mathWords = new Set(['min', 'max', 'abs', 'trunc']);

/**
 * The last door before `new Function`: nothing but numbered names, numbers, operators and the few words above may stand in
 * the code. It is made from the typed form alone; this holds even if a mistake there let something through.
 */
export function assertPlainCode(source: string): void {
  if (/[^\w\s()[\]{}.,;:?=<>!+\-*/%&|]/.test(source)) throw new Error('generated code holds a foreign sign');
  for (const [word] of source.matchAll(/[A-Za-z_$][\w$]*/g)) {
    if (words.has(word) || mathWords.has(word) || Object.hasOwn(support, word)) continue;
    if (/^(?:[fFSrtPqOKGV]\d+|[mMSU]\d+_\d+|e\d*)$/.test(word)) continue;
    throw new Error(`generated code holds the foreign word ${word}`);
  }
}

/** `functions` may be replaced to show what other arithmetic would pay; nothing but numbers comes out of them. */
export function buildKernel(plan: KernelPlan, functions: Readonly<Record<SupportName, unknown>> = support): Kernel {
  assertPlainCode(plan.source);
  const names = Object.keys(plan.bindings);
  const make = new Function(...Object.keys(functions), ...names, plan.source) as (...values: unknown[]) => Kernel;
  return make(...Object.values(functions), ...names.map((name) => plan.bindings[name]));
}
