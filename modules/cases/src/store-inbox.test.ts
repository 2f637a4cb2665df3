import assert from 'node:assert/strict';
import test from 'node:test';
import { sql } from 'kysely';
import { ListInbox } from './contract.ts';
import { casesWorld } from './test.ts';

test('what has ended is listed newest first, page after page, and what is at work by its last day', async (t) => {
  const { world, clerk, file } = await casesWorld(t);
  const filed: string[] = [];
  for (let n = 0; n < 52; n++) filed.push(await file());
  const page = async (queue: 'closed' | 'free', after?: string) => {
    const { body } = await world.call(ListInbox, { as: clerk, query: { queue, ...(after ? { after } : {}) } });
    return body as { rows: { caseId: string }[]; after: string | null };
  };
  await sql`update cases.cases set due_on = date '2026-12-31' - rn::int
    from (select id as of, row_number() over (order by id) as rn from cases.cases) n where id = n.of`.execute(world.db);
  assert.deepEqual((await page('free')).rows[0]?.caseId, filed.at(-1));

  await sql`update cases.cases set status = 'archived'`.execute(world.db);
  const first = await page('closed');
  const second = await page('closed', first.after ?? '');
  assert.equal(first.rows.length, 50);
  assert.deepEqual(
    [...first.rows, ...second.rows].map(({ caseId }) => caseId),
    filed.toReversed(),
  );
  assert.equal(second.after, null);
});
