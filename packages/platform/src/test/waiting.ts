import { sql } from 'kysely';
import type { World } from './world.ts';

/** How many deliveries to a subscriber (of a job: its name) are still to come. */
export async function countWaiting(world: World, subscriber: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from platform.deliveries where subscriber = ${subscriber} and done_at is null`.execute(
    world.db,
  );
  return rows[0]?.n ?? 0;
}
