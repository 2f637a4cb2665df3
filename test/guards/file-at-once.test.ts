import assert from 'node:assert/strict';
import test from 'node:test';
import { SubmitCase } from '@zhengtong/cases/contract';
import { casesWorld } from '@zhengtong/cases/test';
import { givenFile } from '@zhengtong/files/test';
import { sql } from 'kysely';

type World = Awaited<ReturnType<typeof casesWorld>>;

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

test('a case filed in one statement leaves the very rows of one filed step by step, in every room', async (t) => {
  const at = await casesWorld(t);
  const { world, ports, item, applicant } = at;
  const slow = await at.file();
  const drawing = await givenFile(world, ports, applicant);
  const body = {
    divisionCode: item.divisionCode,
    itemId: item.itemId,
    answers: { blades: '3' },
    materials: [{ material: 'drawing', fileId: drawing.id }],
  };
  const fast = await world.call(SubmitCase, { as: applicant, body });
  assert.equal(fast.status, 200, JSON.stringify(fast.body));
  assert.deepEqual(await tracesOf(at, String(fast.body.caseId)), await tracesOf(at, slow));
});
