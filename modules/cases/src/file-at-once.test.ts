import assert from 'node:assert/strict';
import test from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { givenFile } from '@zhengtong/files/test';
import { givenPerson } from '@zhengtong/identity/test';
import { newId } from '@zhengtong/kernel';
import { sql } from 'kysely';
import { SubmitCase } from './contract.ts';
import { fileCase } from './file-case.ts';
import { casesWorld } from './test.ts';

type World = Awaited<ReturnType<typeof casesWorld>>;

const filing = async ({ world, ports, item, applicant }: World, more: object = {}) => ({
  divisionCode: item.divisionCode,
  itemId: item.itemId,
  answers: { blades: '3' },
  materials: [{ material: 'drawing', fileId: (await givenFile(world, ports, applicant)).id }],
  ...more,
});

/** Every row that speaks of a case, without what is random or sealed. */
async function tracesOf({ world }: World, caseId: string): Promise<unknown> {
  const read = async (statement: ReturnType<typeof sql>) => (await statement.execute(world.db)).rows;
  return {
    row: await read(sql`
      select status, seq, item_id, item_version, item_name, organisation_id, applicant_id, owner_id, answers_revision,
        is_paused, held_by, step, role_due, received_on, due_on, legal_due_on, warn_on, started_at, submitted_at, changed_at
      from cases.cases where id = ${caseId}`),
    actions: await read(
      sql`select seq, kind, at, by_kind, by_id, post_id from cases.actions where case_id = ${caseId} order by seq`,
    ),
    materials: await read(
      sql`select material, source, added_at, removed_at from cases.materials where case_id = ${caseId}`,
    ),
    owned: await read(sql`select subject, division_code from cases.owned where case_id = ${caseId}`),
    numbers: await read(sql`select length(number) as length from cases.numbers where case_id = ${caseId}`),
    letters: await read(sql`select subject, template, written_at from messages.letters where case_id = ${caseId}`),
    files: await read(sql`select owner_id from files.files where case_id = ${caseId}`),
    events: await read(sql`
      select e.name, e.payload - 'caseId' - 'letterId' as payload, e.actor, d.subscriber, d.not_before
      from platform.events e left join platform.deliveries d on d.event_id = e.id where e.key = ${caseId}
      order by 1, 4`),
  };
}

test('a case filed in one statement leaves the very rows of one filed step by step', async (t) => {
  const at = await casesWorld(t);
  const { world, applicant } = at;
  const slow = await world.run(applicant, async (ctx) => fileCase(ctx, await filing(at)));
  assert.ok(slow.ok);
  const fast = await world.call(SubmitCase, { as: applicant, body: await filing(at) });
  assert.equal(fast.status, 200, JSON.stringify(fast.body));
  assert.deepEqual(await tracesOf(at, fast.body.caseId as string), await tracesOf(at, slow.value.row.id));
});

test('a case filed in one statement is refused for the same reasons as one filed step by step', async (t) => {
  const at = await casesWorld(t);
  const { world, applicant } = at;
  const stranger = await givenFile(world, at.ports, await givenPerson(world));
  const firmsOnly = await givenItem(world, { organisation: at.organisation, audience: ['firm'] });
  const wrong = [
    { itemId: newId() },
    { itemId: firmsOnly.itemId },
    { answers: {} },
    { answers: { blades: 'many' } },
    { materials: [] },
    { materials: [{ material: 'nothing', fileId: newId() }] },
    { materials: [{ material: 'drawing', fileId: newId() }] },
    { materials: [{ material: 'drawing', fileId: stranger.id }] },
  ];
  for (const more of wrong) {
    const body = await filing(at, more);
    const slow = await world.run(applicant, (ctx) => fileCase(ctx, body));
    const fast = await world.call(SubmitCase, { as: applicant, body });
    assert.ok(!slow.ok, JSON.stringify(more));
    assert.equal(fast.body.type, `/problems/${slow.refusal.kind}`);
  }
  const { rows } = await sql`select 1 from cases.cases`.execute(world.db);
  assert.equal(rows.length, 0);
});

test('five times the same filing at once is one case with one number', async (t) => {
  const at = await casesWorld(t);
  const body = await filing(at);
  const key = newId();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => at.world.call(SubmitCase, { as: at.applicant, body, key })),
  );
  assert.deepEqual([...new Set(answers.map((answer) => answer.status))], [200]);
  assert.equal(new Set(answers.map((answer) => answer.body.number)).size, 1);
  const { rows } = await sql`select 1 from cases.cases`.execute(at.world.db);
  assert.equal(rows.length, 1);
});
