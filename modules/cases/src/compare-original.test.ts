import assert from 'node:assert/strict';
import test from 'node:test';
import { findFiles } from '@zhengtong/files';
import { must, newId } from '@zhengtong/kernel';
import type { Actor } from '@zhengtong/platform';
import { reading } from '@zhengtong/platform/test';
import { ActOnCase, type CaseView, GetCase } from './contract.ts';
import { getMyCase } from './index.ts';
import { casesWorld } from './test.ts';

test('who holds the case says once that a file was compared with its original, and the record says who', async (t) => {
  const { world, clerk, reviewer, applicant, file } = await casesWorld(t);
  const caseId = await file();
  const see = async () => (await world.call(GetCase, { as: clerk, params: { caseId } })).body as unknown as CaseView;
  const [sent] = (await see()).materials[0]!.files;
  const compare = async (as: Actor, fileId = sent!.id, material = 'drawing') => {
    const body = { kind: 'compare-original' as const, material, fileId };
    const answer = await world.call(ActOnCase, { as, params: { caseId }, body });
    return answer.status === 200 ? 'ok' : String(answer.body.type).replace('/problems/', '');
  };
  assert.equal(sent?.trust, 'C');
  assert.equal(await compare(clerk), 'not-claimed');
  await world.call(ActOnCase, { as: clerk, params: { caseId }, body: { kind: 'claim' } });
  assert.equal(await compare(reviewer), 'held-by-other');
  assert.equal(await compare(clerk, newId()), 'no-such-file');
  assert.equal(await compare(clerk, sent?.id, 'lease'), 'no-such-file');
  assert.equal(await compare(clerk), 'ok');
  assert.equal(await compare(clerk), 'not-comparable');
  assert.equal((await see()).materials[0]?.files[0]?.trust, 'B');
  assert.equal((await see()).timeline.filter(({ kind }) => kind === 'original-compared').length, 1);
  const [held] = await reading(world, applicant, (ctx) => findFiles(ctx, [sent!.id]));
  assert.equal(held?.trust, 'B');
  const mine = must(await reading(world, applicant, (ctx) => getMyCase(ctx, caseId)));
  assert.ok(mine.timeline.every(({ kind }) => kind !== 'original-compared'));
});
