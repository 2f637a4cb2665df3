import assert from 'node:assert/strict';
import test from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { givenFile } from '@zhengtong/files/test';
import { givenPerson } from '@zhengtong/identity/test';
import { newId } from '@zhengtong/kernel';
import { sql } from 'kysely';
import { SubmitCase } from './contract.ts';
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
