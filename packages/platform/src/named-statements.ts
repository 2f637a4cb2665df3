import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** Asked this often, a statement will be asked again. */
const timesUntilNamed = 3;
/** Names kept on one connection at most; PostgreSQL holds each one's plan until the connection ends. */
const mostNames = 400;
const mostSeen = 5000;

type Names = {
  /** The name a text goes under; undefined while it is new, or where there are names enough. */
  nameOf(text: string): string | undefined;
  /** Gives every text another name from now on. */
  renew(): void;
};

export function statementNames(): Names {
  let seen = new Map<string, number>();
  let names = new Map<string, string>();
  let generation = 1;
  return {
    nameOf(text) {
      const known = names.get(text);
      if (known) return known;
      const times = (seen.get(text) ?? 0) + 1;
      // Texts that are new every time (a list as long as what was asked for) must not fill the memory.
      if (seen.size >= mostSeen) seen.clear();
      seen.set(text, times);
      if (times < timesUntilNamed || names.size >= mostNames) return undefined;
      seen.delete(text);
      const name = `zt${generation}_${names.size}`;
      names.set(text, name);
      return name;
    },
    renew() {
      generation++;
      seen = new Map();
      names = new Map();
    },
  };
}

/**
 * Whether a named statement no longer fits: a migration changed what its `select *` brings (0A000 out of
 * RevalidateCachedQuery), or the connection behind a pooler is another (26000). Nothing was done; asked anew it works.
 */
export function isStatementStale(error: unknown): boolean {
  const { code, routine } = (error ?? {}) as { code?: unknown; routine?: unknown };
  return code === '26000' || (code === '0A000' && routine === 'RevalidateCachedQuery');
}

/**
 * Whether a name stays with the connection it was given on. A pooler that lends one connection of the server to several
 * of ours (PgBouncer by transactions, before 1.21 or without `max_prepared_statements`) would start without a word and
 * then fail at every other question. The third question finds out one that takes the connections in turn.
 */
export async function keepsNames(pool: pg.Pool): Promise<boolean> {
  const [one, other] = [await pool.connect(), await pool.connect()];
  try {
    for (const client of [one, other, other]) await client.query({ name: 'zt_probe', text: 'select 1' });
    return true;
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === '42P05' || code === '26000') return false;
    throw error;
  } finally {
    one.release();
    other.release();
  }
}

/**
 * A pool whose connections name what they are asked often (as pgjdbc does), so that PostgreSQL parses it once a
 * connection and plans it a few times: half of the database's work on a command. Values still travel apart from the text.
 */
export function namingPool(pool: pg.Pool): PostgresPool {
  const names = statementNames();
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const asking = known.get(client) ?? namingClient(client, names);
      known.set(client, asking);
      return asking;
    },
  };
}

function namingClient(client: pg.PoolClient, names: Names): PostgresPoolClient {
  const ask = async <R>(text: string, values: readonly unknown[]): Promise<R> => {
    // Without values it is a word to the connection (begin, commit), and goes the short way.
    const name = values.length > 0 ? names.nameOf(text) : undefined;
    if (!name) return (await client.query(text, [...values])) as R;
    try {
      return (await client.query({ name, text, values: [...values] })) as R;
    } catch (error) {
      if (!isStatementStale(error)) throw error;
      names.renew();
      // Inside a transaction nothing more can be asked: it is taken back and run again by `retrying`.
      if (client.getTransactionStatus() !== 'I') throw error;
      return (await client.query(text, [...values])) as R;
    }
  };
  return {
    ...('processID' in client ? { processID: client.processID as number } : {}),
    // Cursors are not asked for in this house.
    query: ask as PostgresPoolClient['query'],
    // The pool gives the client another way back each time it is taken.
    release: (destroy) => client.release(destroy),
  };
}
