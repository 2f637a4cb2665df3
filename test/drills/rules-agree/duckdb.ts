import { type DuckDBAppender, type DuckDBConnection, DuckDBDateValue, DuckDBInstance } from '@duckdb/node-api';
import { findDay } from '@zhengtong/rule-language';
import type { Engine } from './engine.ts';
import { quoted, type Table, type TableColumn } from './tables.ts';

const types: Record<TableColumn['type'], string> = {
  integer: 'INTEGER',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  text: 'VARCHAR',
};

export async function openDuckDb(): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  return {
    name: 'duckdb',
    async load(tables) {
      for (const table of tables) await fill(connection, table);
    },
    async ask(sql) {
      const reader = await connection.runAndReadAll(`SELECT * FROM (${sql}) ORDER BY case_id`);
      return reader.getColumns().slice(1);
    },
    async close() {
      connection.closeSync();
    },
  };
}

async function fill(connection: DuckDBConnection, { name, columns, rows }: Table): Promise<void> {
  const declared = columns.map((column) => `${quoted(column.name)} ${types[column.type]}`).join(', ');
  await connection.run(`CREATE OR REPLACE TABLE ${quoted(name)} (${declared})`);
  const appender = await connection.createAppender(name);
  for (let row = 0; row < rows; row++) {
    for (const column of columns) put(appender, column, row);
    appender.endRow();
  }
  appender.closeSync();
}

function put(appender: DuckDBAppender, { type, cells }: TableColumn, row: number): void {
  const cell = cells[row] ?? null;
  if (cell === null) appender.appendNull();
  else if (type === 'integer') appender.appendInteger(Number(cell));
  else if (type === 'double') appender.appendDouble(Number(cell));
  else if (type === 'boolean') appender.appendBoolean(cell === true);
  else if (type === 'date') appender.appendDate(new DuckDBDateValue(findDay(String(cell)) ?? 0));
  else appender.appendVarchar(String(cell));
}
