import type pg from 'pg';

export type TableName = { readonly schema: string; readonly table: string };
export type Table = TableName & {
  /** Columns that hold something of their own; generated ones are made again. */
  readonly columns: readonly string[];
};

const nameOf = ({ schema, table }: TableName): string => `${schema}.${table}`;

/** A table's or column's name as SQL takes it. They come from the catalogue of the database, never from people. */
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quoteTable = ({ schema, table }: TableName): string => `${quote(schema)}.${quote(table)}`;

/** Every table of the schemas, each after the tables its foreign keys point to, so that it can be filled in this order. */
export async function listTables(client: pg.ClientBase, schemas: readonly string[]): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname as schema, c.relname as table,
            array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = any($1) order by 1, 2`,
    [schemas],
  );
  const { rows: keys } = await client.query<{ from: string; to: string }>(
    `select fn.nspname || '.' || f.relname as from, tn.nspname || '.' || t.relname as to
     from pg_constraint k
     join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
     join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
     where k.contype = 'f' and fn.nspname = any($1)`,
    [schemas],
  );
  return inOrder(rows, keys);
}

/** A table that points to itself is no ring: COPY looks at foreign keys after its last row. */
export function inOrder<T extends TableName>(tables: readonly T[], keys: readonly { from: string; to: string }[]): T[] {
  const byName = new Map(tables.map((table) => [nameOf(table), table]));
  const ordered = new Set<T>();
  const visit = (table: T, above: readonly T[]): void => {
    if (ordered.has(table) || above.at(-1) === table) return;
    if (above.includes(table)) throw new Error(`foreign keys run in a ring through ${nameOf(table)}`);
    for (const key of keys) {
      const target = key.from === nameOf(table) ? byName.get(key.to) : undefined;
      if (target) visit(target, [...above, table]);
    }
    ordered.add(table);
  };
  for (const table of tables) visit(table, []);
  return [...ordered];
}
