// A case comes in whole (API) or page by page (portal): the same must be there afterwards, in every module's tables.
import assert from 'node:assert/strict';
import test from 'node:test';
import { fileCase } from '@zhengtong/cases';
import { SubmitCase } from '@zhengtong/cases/contract';
import { casesWorld, fileStepByStep } from '@zhengtong/cases/test';
import { givenFile } from '@zhengtong/files/test';
import { must } from '@zhengtong/kernel';
import { unseal } from '@zhengtong/platform';
import { sql } from 'kysely';

type World = Awaited<ReturnType<typeof casesWorld>>;

const filing = async ({ world, ports, item, applicant }: World) => ({
  divisionCode: item.divisionCode,
  itemId: item.itemId,
  answers: { blades: '3' },
  materials: [{ material: 'drawing', fileId: (await givenFile(world, ports, applicant)).id }],
});

/** Everything a filing leaves behind, readable, without what is drawn anew for each. */
async function leftBy({ world, applicant }: World, caseId: string): Promise<unknown> {
  const { keys } = world.setting;
  const of = async (statement: ReturnType<typeof sql<Record<string, unknown>>>) =>
    (await statement.execute(world.db)).rows;
  const [row] = await of(sql`select * from cases.cases where id = ${caseId}`);
  const { id: _, number, answers, applicant_name: name, ...columns } = row as Record<string, string>;
  const actions = await of(sql`select * from cases.actions where case_id = ${caseId} order by seq`);
  const events = await of(sql`
    select e.name, e.actor, e.occurred_at, e.payload - 'caseId' - 'letterId' as payload, d.subscriber, d.not_before
    from platform.events e left join platform.deliveries d on d.division_code = e.division_code and d.event_id = e.id
    where e.key = ${caseId} order by e.name, d.subscriber`);
  const letters = await of(
    sql`select subject, template, written_at, content from messages.letters where case_id = ${caseId}`,
  );
  return {
    columns,
    isNamed: await of(sql`select count(*) as n from cases.numbers where number = ${number} and case_id = ${caseId}`),
    owned: await of(sql`select subject, division_code from cases.owned where case_id = ${caseId}`),
    answers: JSON.parse(unseal(keys, 'cases.answers', answers ?? '')),
    name: unseal(keys, 'cases.applicant_name', name ?? ''),
    actions: actions.map(({ case_id: __, body, ...action }) => ({
      ...action,
      body: JSON.parse(unseal(keys, 'actions.body', String(body))),
    })),
    materials: await of(
      sql`select material, source, added_at, removed_at from cases.materials where case_id = ${caseId}`,
    ),
    files: await of(
      sql`select division_code, owner_id, media_type, trust, scan, keep_until from files.files where case_id = ${caseId}`,
    ),
    events,
    letters: letters.map(({ content, ...letter }) => ({
      ...letter,
      content: unseal(keys, 'letters.content', String(content))
        .replaceAll(caseId, 'ID')
        .replaceAll(String(number), 'NUMBER'),
    })),
    applicant: applicant.id,
  };
}

test('a case filed at once leaves what one filed step by step leaves: row, actions, files, news, letter, clock', async (t) => {
  const at = await casesWorld(t);
  const { world, applicant } = at;
  const [given, other] = [await filing(at), await filing(at)];
  const slow = must(await world.run(applicant, (ctx) => fileStepByStep(ctx, given))).row.id;
  const fast = must(await world.run(applicant, (ctx) => fileCase(ctx, other))).row.id;
  const sent = await world.call(SubmitCase, { as: applicant, body: await filing(at) });
  const expected = (await leftBy(at, slow)) as { events: unknown[]; letters: unknown[]; materials: unknown[] };
  assert.ok(expected.events.length > 2 && expected.letters.length === 1 && expected.materials.length === 1);
  assert.deepEqual(await leftBy(at, fast), expected);
  assert.deepEqual(await leftBy(at, String(sent.body.caseId)), expected);
});
