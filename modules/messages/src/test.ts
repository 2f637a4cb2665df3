import { systemActor } from '@zhengtong/platform';
import type { World } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import { type Message, sendMessage, type TemplateName } from './index.ts';

/** A letter to a person, as any module would write it. */
export const givenLetter = <N extends TemplateName>(world: World, message: Message<N>): Promise<void> =>
  world.with(systemActor('test'), (ctx) => sendMessage(ctx, message));

/** Every row of every table as one text: what a thief of the database would read. */
export async function readWholeDatabase(world: World): Promise<string> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(world.db);
  const texts = await Promise.all(
    tables.map(async ({ schema, name }) => {
      const { rows } = await sql<{ all: string | null }>`
        select string_agg(row_to_json(t)::text, '') as all from ${sql.id(schema, name)} t`.execute(world.db);
      return rows[0]?.all ?? '';
    }),
  );
  return texts.join('\n');
}
