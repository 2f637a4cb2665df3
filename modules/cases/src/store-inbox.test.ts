import assert from 'node:assert/strict';
import test from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { must } from '@zhengtong/kernel';
import { sql } from 'kysely';
import { ListInbox } from './contract.ts';
import { fileCase } from './file-at-once.ts';
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

test('a case is found by its number and by words of its item’s name, Chinese or English', async (t) => {
  const { world, organisation, clerk, applicant } = await casesWorld(t);
  const item = await givenItem(world, {
    organisation,
    code: '99-0002',
    name: '风筝放飞许可',
    nameEn: 'Permit to fly a kite',
    materials: [],
  });
  const given = { divisionCode: item.divisionCode, itemId: item.itemId, answers: { blades: '3' }, materials: [] };
  const { row } = must(await world.run(applicant, (ctx) => fileCase(ctx, given)));
  for (const [words, isFound] of [
    [row.number, true],
    ['放飞', true],
    ['Fly a KITE', true],
    ['windmill', false],
    ['%', false],
  ] as const) {
    const { body } = await world.call(ListInbox, { as: clerk, query: { queue: 'free', words } });
    assert.equal((body.rows as object[]).length, isFound ? 1 : 0, words);
  }
});
