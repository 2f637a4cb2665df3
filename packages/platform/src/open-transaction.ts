import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

/**
 * Runs work in a transaction that opens with some words already said: `begin` and the settings of every command travel
 * as one message instead of three. `opening` is a text of the program's own, never of anybody's input.
 *
 * Commits when the work answers, rolls back when it throws. Throws too where a swallowed error left nothing to commit.
 */
export async function inTransaction<T>(db: Db, opening: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return await db.connection().execute(async (tx) => {
    let answer: T;
    try {
      await say(tx, `begin; ${opening}`);
      answer = await work(tx);
    } catch (fault) {
      // A connection that cannot even roll back is broken, and the pool lets it go.
      await say(tx, 'rollback').catch(() => {});
      throw fault;
    }
    // PostgreSQL answers a commit after an error with the word of what it did.
    if ((await say(tx, 'commit'))?.command === 'ROLLBACK')
      throw new Error('the transaction had failed and was rolled back');
    return answer;
  });
}

const say = async (tx: Tx, words: string) => (await sql.raw<{ command?: string }>(words).execute(tx)).rows[0];
