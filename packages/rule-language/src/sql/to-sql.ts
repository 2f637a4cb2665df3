import { ok, type Refusal, type Result, refuse } from '@zhengtong/kernel';
import { nodesIn, type Program } from '../ir/ir.ts';
import { listPopulationProblems, neededRules } from '../simulate/refuse-population.ts';
import { problem, type TextProblem } from '../text/problem.ts';
import { type Dialect, dialects, quoteName } from './dialect.ts';
import { SqlEmitter } from './emit-sql.ts';

export type SqlAsk = {
  readonly dialect: Dialect['name'];
  /** Day of the facts, as a day number. */
  readonly factDay: number;
  /** Table or view of cases: `case_id` and one column a fact, by its name. Members stand in tables of their own name. */
  readonly table: string;
  /** Slots asked for; else the text's outputs. */
  readonly outputs?: readonly number[];
  /** Facts that are never null: leaves out the three-valued parts they do not need. */
  readonly notNull?: readonly string[];
  /** Members and their fields likewise. */
  readonly membersNotNull?: boolean;
  /**
   * Members who may be unknown as a whole: the table of cases then has a BOOLEAN column by their name, true where the rows of
   * the members' table are all there are. Without it a case without such rows has no members.
   */
  readonly membersMarked?: readonly string[];
};
export type SqlRefusal = { readonly kind: 'not-vectorisable'; readonly problems: readonly TextProblem[] } & Refusal;

const fenceEvery = 3;

/**
 * One SELECT that gives `case_id` and each output under its rule's name. Rules stand in nested levels, each reading only
 * deeper ones. On PostgreSQL run it with `SET jit = off`: compiling costs more than it saves.
 */
export function toSql(program: Program, ask: SqlAsk): Result<string, SqlRefusal> {
  const outputs = ask.outputs ?? program.outputs;
  const problems = [...listPopulationProblems(program, outputs), ...listClippedNames(program, outputs, ask.dialect)];
  if (problems.length > 0) return refuse({ kind: 'not-vectorisable', problems });
  const notNull = new Set(ask.notNull ?? []);
  const isDay = (slot: number) => ['fact-day', 'law-day'].includes(program.facts[slot]?.role ?? '');
  const known = {
    isFactNullable: (slot: number) => !isDay(slot) && !notNull.has(program.facts[slot]?.name ?? ''),
    isFieldNullable: () => !ask.membersNotNull,
    isEntityThere: () => true,
    isEntityNullable: (entity: number) => (ask.membersMarked ?? []).includes(program.entities[entity]?.name ?? ''),
  };
  const dialect = dialects[ask.dialect];
  const emitter = new SqlEmitter(program, dialect, ask.factDay, known, outputs);
  const needed = neededRules(program, outputs);
  const levels = levelsOf(program, needed);
  let from = baseOf(program, needed, ask);
  for (const [number, level] of levels.entries()) {
    const columns = level.map(
      (slot) => `${emitter.emit((program.rules[slot] as Program['rules'][number]).ir)} AS r${slot}`,
    );
    const fence = (number + 1) % fenceEvery === 0 && number + 1 < levels.length ? dialect.fence : '';
    from = `SELECT c.*, ${columns.join(',\n  ')}\nFROM (\n${from}\n) c${fence}`;
  }
  const answers = outputs.map((slot) => `c.r${slot} AS ${quoteName(program.rules[slot]?.name ?? '')}`);
  return ok(`SELECT c.case_id, ${answers.join(', ')}\nFROM (\n${from}\n) c`);
}

/** PostgreSQL clips a name to this many bytes and goes on (NAMEDATALEN - 1, its manual's "Identifiers and Key Words"). */
const nameBytes = 63;

/** Outputs whose names PostgreSQL would clip to one and the same: the reader could not tell the columns apart. */
function listClippedNames(program: Program, outputs: readonly number[], dialect: Dialect['name']): TextProblem[] {
  if (dialect !== 'postgresql') return [];
  const seen = new Set<string>();
  return [...new Set(outputs)].flatMap((slot) => {
    const rule = program.rules[slot];
    if (!rule) return [];
    const clipped = new TextEncoder().encode(rule.name).subarray(0, nameBytes).join();
    if (!seen.has(clipped)) {
      seen.add(clipped);
      return [];
    }
    return [
      problem('not-vectorisable', rule.at, {
        zh: `规则名“${rule.name}”与另一项输出的前 ${nameBytes} 个字节相同，PostgreSQL 会截成同一列，请改短名称`,
        en: `the rule name "${rule.name}" shares its first ${nameBytes} bytes with another output and PostgreSQL clips both to one column; shorten the name`,
      }),
    ];
  });
}

/** Facts under their numbers, amounts as float8, so that no name of the text meets another in the levels above. */
function baseOf(program: Program, needed: readonly number[], ask: SqlAsk): string {
  const read = new Set<number>();
  for (const slot of needed)
    for (const node of nodesIn((program.rules[slot] as Program['rules'][number]).ir))
      if (node.op === 'fact') read.add(node.slot);
  const columns = [...read]
    .sort((a, b) => a - b)
    .flatMap((slot) => {
      const fact = program.facts[slot];
      if (!fact || fact.role === 'fact-day' || fact.role === 'law-day') return [];
      const column = `t.${quoteName(fact.name)}`;
      return [`${['number', 'months', 'seconds'].includes(fact.type.kind) ? `${column}::float8` : column} AS f${slot}`];
    });
  const marks = program.entities.flatMap(({ name }, entity) =>
    (ask.membersMarked ?? []).includes(name) ? [`t.${quoteName(name)} AS k${entity}`] : [],
  );
  return `SELECT ${['t.case_id', ...columns, ...marks].join(', ')} FROM ${quoteName(ask.table)} t`;
}

/** Rules by how deep their reading goes: a level reads only levels before it. */
function levelsOf(program: Program, needed: readonly number[]): number[][] {
  const depth = new Map<number, number>();
  const levels: number[][] = [];
  for (const slot of needed) {
    let at = 0;
    for (const node of nodesIn((program.rules[slot] as Program['rules'][number]).ir)) {
      if (node.op === 'rule') at = Math.max(at, (depth.get(node.slot) ?? 0) + 1);
    }
    depth.set(slot, at);
    levels[at] = [...(levels[at] ?? []), slot];
  }
  return levels;
}
