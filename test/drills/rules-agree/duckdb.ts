import type { DuckDBConnection } from '@duckdb/node-api';
import { type FactsJson, kernelFunctions, type Program } from '@zhengtong/rule-language';

/** Amounts within a millionth of each other are one; unknown and error are NaN on every side. */
export function agree(want: number, got: number | undefined): boolean {
  if (got === undefined) return false;
  if (Number.isNaN(want) || Number.isNaN(got)) return Number.isNaN(want) && Number.isNaN(got);
  return Math.abs(want - got) <= 1e-6 * Math.max(1, Math.abs(want));
}

/** Rounding as every program does it that takes doubles for amounts. */
export const naiveFunctions = {
  ...kernelFunctions,
  roundCeiling: Math.ceil,
  roundFloor: Math.floor,
  roundUp: (x: number) => (x < 0 ? Math.floor(x) : Math.ceil(x)),
  roundDown: Math.trunc,
  roundHalfUp: (x: number) => (x < 0 ? -Math.round(-x) : Math.round(x)),
  roundHalfDown: (x: number) => Math.ceil(x - 0.5),
  roundHalfEven: (x: number) => Math.round(x),
};

const sqlTypes: Record<string, string> = {
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  text: 'VARCHAR',
  months: 'DOUBLE',
  seconds: 'DOUBLE',
};
const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Puts cases and their members into tables, through one JSON text each: short to write and fast enough here. */
export async function loadCases(
  connection: DuckDBConnection,
  program: Program,
  cases: readonly FactsJson[],
): Promise<void> {
  const facts = program.facts.filter((fact) => fact.role === 'fact' || fact.role === 'discretion');
  const columns = facts.map((fact) => ({ name: fact.name, type: sqlTypes[fact.type.kind] ?? 'VARCHAR' }));
  await fill(
    connection,
    'cases',
    columns,
    cases.map((one, at) => ({ case_id: at, ...one })),
  );
  for (const entity of program.entities) {
    const fields = entity.fields.map((field) => ({ name: field.name, type: sqlTypes[field.type.kind] ?? 'VARCHAR' }));
    const rows = cases.flatMap((one, at) =>
      ((one[entity.name] ?? []) as FactsJson[]).map((member) => ({ case_id: at, ...member })),
    );
    await fill(connection, entity.name, fields, rows);
  }
}

async function fill(
  connection: DuckDBConnection,
  table: string,
  columns: { name: string; type: string }[],
  rows: readonly object[],
): Promise<void> {
  const declared = [`case_id INTEGER`, ...columns.map(({ name, type }) => `${quote(name)} ${type}`)].join(', ');
  await connection.run(`CREATE OR REPLACE TABLE ${quote(table)} (${declared})`);
  const shape = JSON.stringify([
    Object.fromEntries([['case_id', 'INTEGER'], ...columns.map(({ name, type }) => [name, type])]),
  ]);
  const statement = await connection.prepare(
    `INSERT INTO ${quote(table)} SELECT unnest(from_json($1, '${shape.replaceAll("'", "''")}'), max_depth := 2)`,
  );
  statement.bindVarchar(1, JSON.stringify(rows));
  await statement.run();
}

/** The answers of the generated SQL as columns of numbers, in the order of `slots`. */
export async function readAnswers(
  connection: DuckDBConnection,
  sql: string,
  program: Program,
  slots: readonly number[],
  codes: ReadonlyMap<string, number>,
  count: number,
): Promise<Float64Array[]> {
  const reader = await connection.runAndReadAll(`SELECT * FROM (${sql}) ORDER BY case_id`);
  const read = reader.getColumns();
  return slots.map((slot, at) => {
    const kind = program.rules[slot]?.type.kind ?? 'any';
    const values = read[at + 1] ?? [];
    return Float64Array.from({ length: count }, (_, row) => numberOf(values[row], kind, codes));
  });
}

function numberOf(value: unknown, kind: string, codes: ReadonlyMap<string, number>): number {
  if (value === null || value === undefined) return kind === 'boolean' ? 2 : kind === 'text' ? -1 : Number.NaN;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return codes.get(value) ?? -1;
  if (typeof value === 'object' && 'days' in value) return Number(value.days);
  return Number(value);
}
