import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenOrganisation, givenStaff } from '@zhengtong/identity/test';
import { testWorld } from '@zhengtong/platform/test';
import * as contract from '../contract.ts';
import { catalogueWith } from '../index.ts';
import { guide } from '../test.ts';

test('a guide that names a certificate nobody can issue is stopped before review, and told so while it is written', async (t) => {
  const known = 'windmill-permit';
  const ports = { hasCertificateType: async (_ctx: unknown, at: { code: string }) => at.code === known };
  const world = await testWorld(t, { modules: [catalogueWith(ports)] });
  const office = await givenOrganisation(world);
  const editor = await givenStaff(world, 'editor', office);
  const send = async (certificateType: string) => {
    const content = guide(office, { certificateType });
    const { body } = await world.call(contract.SaveDraft, { as: editor, body: { content, revision: 0 } });
    const params = { itemId: String(body.itemId), version: Number(body.version) };
    return world.call(contract.SendToReview, { as: editor, params });
  };
  const stopped = await send('unheard-of');
  assert.equal(stopped.status, 422);
  const keys = (problems: unknown) => (problems as { key: string }[]).map(({ key }) => key);
  assert.deepEqual(keys(stopped.body.problems), ['certificate-type-unknown']);
  assert.equal((await send(known)).status, 200);

  const content = guide(office, { certificateType: 'unheard-of' });
  const checked = await world.call(contract.CheckDraft, { as: editor, body: { content } });
  assert.deepEqual(keys(checked.body.problems), ['certificate-type-unknown']);
});
