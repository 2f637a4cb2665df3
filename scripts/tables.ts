// What `tables.ts` of a module says, read from the migrated database: columns, their types, the words a check allows.
import { sql } from 'kysely';
import type { Db } from '@zhengtong/platform';

type Column = { table: string; column: string; type: string; isNull: boolean; check: string | null };

const types: Record<string, string> = {
  text: 'string',
  uuid: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'string',
  bool: 'boolean',
  date: 'string',
  timestamptz: 'string',
  jsonb: 'unknown',
  bytea: 'Buffer',
  tsvector: 'string',
  bpchar: 'string',
};

/** The TypeScript of one schema's tables; undefined where the schema has none. */
export async function writeTables(db: Db, schema: string): Promise<string | undefined> {
  const { rows } = await sql<Column>`
    select t.relname as table, a.attname as column, y.typname as type, not a.attnotnull as "isNull",
      (select pg_get_constraintdef(c.oid) from pg_constraint c
        where c.conrelid = t.oid and c.contype = 'c' and c.conkey = array[a.attnum]
          and pg_get_constraintdef(c.oid) ~ '= ANY \\(ARRAY' limit 1) as check
    from pg_class t
    join pg_namespace n on n.oid = t.relnamespace
    join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    join pg_type y on y.oid = a.atttypid
    where n.nspname = ${schema} and t.relkind in ('r', 'p') and not t.relispartition
    order by t.relname, a.attnum`.execute(db);
  if (rows.length === 0) return undefined;
  const tables = Map.groupBy(rows, (row) => row.table);
  const name = `${schema[0]?.toUpperCase()}${schema.slice(1)}Db`;
  const lines = [...tables].flatMap(([table, columns]) => [
    `  '${schema}.${table}': {`,
    ...columns.map((column) => `    ${column.column}: ${typeOf(column)};`),
    '  };',
  ]);
  return ['// Written by `npm run types` from the migrated database.', `export type ${name} = {`, ...lines, '};', ''].join('\n');
}

function typeOf({ type, isNull, check }: Column): string {
  const isList = type.startsWith('_');
  const words = check ? [...check.matchAll(/'((?:[^']|'')*)'::text/g)].map((match) => `'${match[1]}'`) : [];
  const plain = words.length > 0 ? words.join(' | ') : (types[isList ? type.slice(1) : type] ?? 'string');
  const whole = isList ? `${plain.includes('|') ? `(${plain})` : plain}[]` : plain;
  return isNull && whole !== 'unknown' ? `${whole} | null` : whole;
}
