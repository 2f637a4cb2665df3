import { type Column, codeList, type Population, type Program, sayDay } from '@zhengtong/rule-language';

export type Cell = number | boolean | string | null;
/** One table the generated SQL reads: typed columns of cells, `case_id` first. */
export type Table = { readonly name: string; readonly columns: readonly TableColumn[]; readonly rows: number };
export type TableColumn = {
  readonly name: string;
  readonly type: 'integer' | 'double' | 'boolean' | 'date' | 'text';
  readonly cells: readonly Cell[];
};

type Kind = Program['facts'][number]['type']['kind'];

/** The columns the kernels ran on as the tables the SQL reads, so that both answer the very same numbers. */
export function tablesOf(program: Program, population: Population): Table[] {
  const codes = codeList(program);
  const column = (name: string, kind: Kind, { values, unknown }: Column): TableColumn => {
    const isUnknown = (value: number) => (Number.isNaN(value) ? true : value === unknown);
    const cells = Array.from(values, (value): Cell => {
      if (isUnknown(value)) return null;
      if (kind === 'boolean') return value === 1;
      if (kind === 'text') return codes[value] ?? null;
      return kind === 'date' ? sayDay(value) : value;
    });
    const type = kind === 'boolean' ? 'boolean' : kind === 'text' ? 'text' : kind === 'date' ? 'date' : 'double';
    return { name, type, cells };
  };
  const facts = program.facts.flatMap((fact): TableColumn[] => {
    const found = population.facts[fact.name];
    if (found) return [column(fact.name, fact.type.kind, found)];
    if (fact.role !== 'discretion') return [];
    return [column(fact.name, fact.type.kind, { values: new Float64Array(population.rows).fill(Number.NaN) })];
  });
  const members = program.entities.flatMap((entity) => {
    const found = population.members?.[entity.name];
    return found ? [{ entity, found }] : [];
  });
  const marks = members.map(({ entity, found }): TableColumn => {
    const cells = Array.from({ length: population.rows }, (_, row) => found.known?.[row] !== 0);
    return { name: entity.name, type: 'boolean', cells };
  });
  const ids = Array.from({ length: population.rows }, (_, row) => row);
  const cases: Table = {
    name: 'cases',
    columns: [{ name: 'case_id', type: 'integer', cells: ids }, ...facts, ...marks],
    rows: population.rows,
  };
  return [cases, ...members.map(({ entity, found }) => memberTable(entity, found, ids, column))];
}

type Entity = Program['entities'][number];
type Found = NonNullable<Population['members']>[string];

function memberTable(
  entity: Entity,
  found: Found,
  ids: readonly number[],
  column: (name: string, kind: Kind, column: Column) => TableColumn,
): Table {
  const owners = ids.flatMap((row) =>
    new Array<number>((found.offsets[row + 1] as number) - (found.offsets[row] as number)).fill(row),
  );
  const fields = entity.fields.map((field) =>
    column(field.name, field.type.kind, found.fields[field.name] ?? { values: new Float64Array() }),
  );
  return { name: entity.name, columns: [{ name: 'case_id', type: 'integer', cells: owners }, ...fields], rows: owners.length };
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** An answer of the SQL as the number a column would hold. */
export function numberOf(value: unknown, kind: string, codes: ReadonlyMap<string, number>): number {
  if (value === null || value === undefined) return kind === 'boolean' ? 2 : kind === 'text' ? -1 : Number.NaN;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (kind === 'date') return dayOf(value);
  if (typeof value === 'string' && kind === 'text') return codes.get(value) ?? -1;
  return Number(value);
}

/** PostgreSQL hands a date over as text, DuckDB as days. */
function dayOf(value: unknown): number {
  if (typeof value === 'object' && value !== null && 'days' in value) return Number(value.days);
  return Math.round(Date.parse(`${String(value)}T00:00:00Z`) / 86_400_000);
}
