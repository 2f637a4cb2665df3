import assert from 'node:assert/strict';
import test from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { givenFile } from '@zhengtong/files/test';
import { givenPerson } from '@zhengtong/identity/test';
import { must, newId } from '@zhengtong/kernel';
import { unseal } from '@zhengtong/platform';
import { sql } from 'kysely';
import { openAnswers } from './answers.ts';
import { SubmitCase } from './contract.ts';
import { fileCase } from './file-at-once.ts';
import { casesWorld, fileStepByStep } from './test.ts';

type World = Awaited<ReturnType<typeof casesWorld>>;

const filing = async ({ world, ports, item, applicant }: World, more: object = {}) => ({
  divisionCode: item.divisionCode,
  itemId: item.itemId,
  answers: { blades: '3' },
  materials: [{ material: 'drawing', fileId: (await givenFile(world, ports, applicant)).id }],
  ...more,
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
    const slow = await world.run(applicant, (ctx) => fileStepByStep(ctx, body));
    const fast = await world.call(SubmitCase, { as: applicant, body });
    assert.ok(!slow.ok, JSON.stringify(more));
    assert.equal(fast.body.type, `/problems/${slow.refusal.kind}`);
  }
  const { rows } = await sql`select 1 from cases.cases`.execute(world.db);
  assert.equal(rows.length, 0);
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
    answers: openAnswers({ keys }, answers ?? ''),
    name: unseal(keys, 'cases.applicant_name', name ?? ''),
    actions: actions.map(({ case_id: __, body, ...action }) => ({
      ...action,
      body: JSON.parse(unseal(keys, 'actions.body', String(body))),
    })),
    materials: await of(
      sql`select material, source, added_at, removed_at from cases.materials where case_id = ${caseId}`,
    ),
    files: await of(
      sql`select division_code, media_type, trust, scan, keep_until from files.files where case_id = ${caseId}`,
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
  const slow = must(await world.run(applicant, async (ctx) => fileStepByStep(ctx, await filing(at)))).row.id;
  const fast = must(await world.run(applicant, async (ctx) => fileCase(ctx, await filing(at)))).row.id;
  const sent = await world.call(SubmitCase, { as: applicant, body: await filing(at) });
  const expected = (await leftBy(at, slow)) as { events: unknown[]; letters: unknown[]; materials: unknown[] };
  assert.ok(expected.events.length > 2 && expected.letters.length === 1 && expected.materials.length === 1);
  assert.deepEqual(await leftBy(at, fast), expected);
  assert.deepEqual(await leftBy(at, String(sent.body.caseId)), expected);
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
