// A person's own program does the main job through the public API alone, as one written from /api/openapi.json would.
import assert from 'node:assert/strict';
import test from 'node:test';
import { smallPdf } from '@zhengtong/files/test';
import { takeCode } from '@zhengtong/identity';
import { givenPerson } from '@zhengtong/identity/test';
import { newId } from '@zhengtong/kernel';
import { inRead, nobody } from '@zhengtong/platform';
import { consoleWorld } from './console-server.ts';

const phone = '13900000031';
test('a program signs in, uploads, applies, sends it again after a cut line, and reads the case', async (t) => {
  const { world, url, item } = await consoleWorld(t);
  await givenPerson(world, { phone });
  const ask = async (method: string, path: string, headers: Record<string, string> = {}, body?: object) => {
    const isForm = body instanceof FormData;
    const response = await fetch(`${url}/api/v1/${path}`, {
      method,
      headers: { ...headers, ...(body && !isForm ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: await response.json() };
  };

  const sent = await ask('POST', 'sign-in-codes', {}, { phone });
  const { codeId } = sent.body;
  const taken = await inRead(world.setting, nobody, (ctx) => takeCode(ctx, codeId));
  const signed = await ask('POST', 'sessions', {}, { phone, codeId, code: taken?.code });
  const mine = { authorization: `Bearer ${signed.body.token}` };

  const upload = new FormData();
  upload.append('file', new Blob(await smallPdf().toArray(), { type: 'application/pdf' }), '图纸.pdf');
  const drawing = await ask('POST', 'files', { ...mine, 'idempotency-key': newId() }, upload);
  assert.equal(drawing.status, 200, JSON.stringify(drawing.body));

  const { divisionCode, itemId } = item;
  const materials = [{ material: 'drawing', fileId: drawing.body.id }];
  const application = { divisionCode, itemId, answers: { blades: '3' }, materials };
  const keyed = { ...mine, 'idempotency-key': newId() };
  const first = await ask('POST', 'cases', keyed, application);
  assert.equal(first.status, 200, JSON.stringify(first.body));
  assert.deepEqual(await ask('POST', 'cases', keyed, application), first);
  const { cases } = (await ask('GET', 'cases', mine)).body;
  assert.deepEqual(
    cases.map(({ caseId }: { caseId: string }) => caseId),
    [first.body.caseId],
  );
  assert.equal((await ask('GET', `cases/${first.body.caseId}`, mine)).body.status, 'submitted');
  assert.equal((await ask('GET', `cases/${first.body.caseId}`)).status, 401);
});
