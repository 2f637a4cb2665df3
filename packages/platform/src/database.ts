import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { keepsNames, namingPool } from './named-statements.ts';
import { OperatorError } from './operator-error.ts';

// DATE stays the text it is: as a JavaScript Date it would move by a day with the machine's zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
// Counts fit a number; identifiers are never bigint here.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// Instants leave the database as ISO text, the one form the program knows.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());

/** No module sees another's tables: each narrows this with `withTables` to its own. */
export type Db = Kysely<unknown>;
/** What use cases write with: a transaction, or for a read the pool itself. */
export type Tx = Db | Transaction<unknown>;

export type Database = {
  readonly db: Db;
  /** For what Kysely has no words for: COPY, LISTEN. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
};

const oldestMajor = 15;

/**
 * Connects and proves it: throws one sentence when the address is wrong, the server too old (below PostgreSQL 15), or its text not UTF-8.
 * `isNaming`: statements asked often are kept under a name on each connection.
 */
export async function connect(url: string, { connections = 20, isNaming = true } = {}): Promise<Database> {
  let pool: pg.Pool;
  try {
    pool = new pg.Pool({ connectionString: url, max: connections, application_name: 'zhengtong' });
  } catch {
    throw new OperatorError(unreachable('DATABASE_URL'));
  }
  // A server that goes away breaks idle connections; the next query reports it to whoever asked.
  pool.on('error', () => {});
  // One in use, between two statements of a transaction, would otherwise take the whole program with it.
  pool.on('connect', (client) => client.on('error', () => {}));
  let version: number;
  let encoding: string | undefined;
  try {
    const { rows } = await pool.query<{ version: string; encoding: string }>(
      `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
    );
    encoding = rows[0]?.encoding;
    version = Math.floor(Number(rows[0]?.version) / 10_000);
  } catch (cause) {
    await pool.end();
    throw new OperatorError(unreachable((cause as Error).message), { cause });
  }
  if (version < oldestMajor) {
    await pool.end();
    throw new OperatorError(
      `数据库版本 ${version} 过旧，需要 PostgreSQL ${oldestMajor} 或更高版本：请升级数据库，或不设置 DATABASE_URL 而使用内置数据库。 · PostgreSQL ${version} is too old; ${oldestMajor} or newer is needed: upgrade it, or leave DATABASE_URL out and use the embedded one.`,
    );
  }
  // Others start without a word and then count bytes for letters, or have no place for the rare ones in people's names.
  if (encoding !== 'UTF8') {
    await pool.end();
    throw new OperatorError(
      `数据库的编码是 ${encoding}，需要 UTF8：请另建数据库（create database … encoding 'UTF8' template template0）。 · The database has the encoding ${encoding}; UTF8 is needed: make another (create database … encoding 'UTF8' template template0).`,
    );
  }
  // With one connection there is none to mix its names up with.
  if (isNaming && connections > 1 && !(await keepsNames(pool))) {
    await pool.end();
    throw new OperatorError(
      `数据库前的连接池（如 PgBouncer）会弄混具名语句：请升级到 PgBouncer 1.21 以上并设置 max_prepared_statements，或设置 NAMED_STATEMENTS=no。 · The pooler before the database (such as PgBouncer) mixes up named statements: use PgBouncer 1.21 or newer with max_prepared_statements, or set NAMED_STATEMENTS=no.`,
    );
  }
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: isNaming ? namingPool(pool) : pool }) });
  return { db, pool, close: () => db.destroy() };
}

const unreachable = (said: string): string =>
  `连不上数据库，请检查 DATABASE_URL 的地址、用户名和密码（${said}）。 · Cannot reach the database; check the address, user and password in DATABASE_URL (${said}).`;

/** The SQLSTATE of a database error, undefined for any other: EPIPE has five capitals too, but no class of SQL's. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(?=.{5}$)(\d|F0|HV|P0|XX)[0-9A-Z]+$/.test(code) ? code : undefined;
}
