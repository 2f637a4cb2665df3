import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, startPostgres } from '@zhengtong/platform';
import type { Engine } from './engine.ts';
import { quoted, type TableColumn } from './tables.ts';

const types: Record<TableColumn['type'], string> = {
  integer: 'int',
  double: 'float8',
  boolean: 'boolean',
  date: 'date',
  text: 'text',
};

/** A PostgreSQL of its own in the temporary folder, gone afterwards. */
export async function openPostgres(): Promise<Engine> {
  const home = mkdtempSync(join(tmpdir(), 'zhengtong-agree-'));
  const server = await startPostgres({ home, throwAway: true });
  const leave = async (): Promise<void> => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
  // The server runs apart from this process: a drill broken off must not leave it behind.
  const breakOff = (): void => void leave().then(() => process.exit(130));
  process.once('SIGINT', breakOff).once('SIGTERM', breakOff);
  const database = await connect(server.url, { connections: 1 });
  const { pool } = database;
  // Compiling a query of this length takes longer than the query: the specification says the same to who runs it.
  await pool.query('set jit = off');
  return {
    name: 'postgresql',
    async load(tables) {
      for (const { name, columns } of tables) {
        const declared = columns.map((column) => `${quoted(column.name)} ${types[column.type]}`).join(', ');
        await pool.query(`drop table if exists ${quoted(name)}`);
        await pool.query(`create unlogged table ${quoted(name)} (${declared})`);
        const arrays = columns.map((column, at) => `$${at + 1}::${types[column.type]}[]`).join(', ');
        await pool.query(
          `insert into ${quoted(name)} select * from unnest(${arrays})`,
          columns.map((column) => column.cells),
        );
        await pool.query(`create index on ${quoted(name)} (case_id)`);
        await pool.query(`analyze ${quoted(name)}`);
      }
    },
    async ask(sql) {
      const { rows, fields } = await pool.query({
        text: `select * from (${sql}) a order by case_id`,
        rowMode: 'array',
      });
      return fields.slice(1).map((_, at) => rows.map((row: unknown[]) => row[at + 1]));
    },
    async close() {
      process.off('SIGINT', breakOff).off('SIGTERM', breakOff);
      await database.close();
      await leave();
    },
  };
}
