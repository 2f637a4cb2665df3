import assert from 'node:assert/strict';
import test from 'node:test';
import { EraseOwnFile, ReadOwnFile, SendFile } from '@zhengtong/files/contract';
import { samplePdf } from '@zhengtong/files/test';
import { givenPerson } from '@zhengtong/identity/test';
import { newId } from '@zhengtong/kernel';
import { type Actor, createLog, s3Storage, watchStorage } from '@zhengtong/platform';
import { givenBucket } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import { furnish, type WholeHouse, wholeHouse } from './whole-house.ts';

const pdf = (more = ''): Blob => new Blob([`%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n${more}%%EOF\n`]);

type Said = { status: number; body: Record<string, unknown> };

/** The house on a port, and a program that calls it as one person. */
async function served(house: WholeHouse) {
  const origin = await house.app.http.listen({ port: 0, host: '127.0.0.1' });
  const call = async (as: Actor, path: string, init: RequestInit = {}): Promise<Said> => {
    const answer = await fetch(`${origin}${path}`, { ...init, headers: { ...house.as(as), ...init.headers } });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const send = (as: Actor, bytes: Blob, name = '安装图纸.pdf', key: string = newId()) => {
    const body = new FormData();
    body.append('file', bytes, name);
    return call(as, SendFile.path, { method: 'POST', body, headers: { 'idempotency-key': key } });
  };
  const file = (as: Actor, body: object) =>
    call(as, '/api/v1/cases', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'idempotency-key': newId() },
    });
  return { call, send, file };
}

const countFiles = async ({ world }: WholeHouse) => {
  const { rows } = await sql<{ files: number; arrivals: number }>`
    select (select count(*)::int from files.files) as files, (select count(*)::int from files.arrivals) as arrivals`.execute(
    world.db,
  );
  return rows[0];
};

test('a program sends a file, files a case with it, and the officer’s case holds it', async (t) => {
  const house = await wholeHouse(t);
  const { person, item, staff } = await furnish(house.world);
  const { call, send, file } = await served(house);
  const sent = await send(person, pdf());
  assert.equal(sent.status, 200, JSON.stringify(sent.body));
  assert.equal(sent.body.mediaType, 'application/pdf');
  assert.equal(sent.body.caseId, null);
  const filed = await file(person, {
    divisionCode: item.divisionCode,
    itemId: item.itemId,
    answers: { blades: '3' },
    materials: [{ material: 'drawing', fileId: sent.body.id }],
  });
  assert.equal(filed.status, 200, JSON.stringify(filed.body));
  const read = await call(person, ReadOwnFile.path.replace(':fileId', String(sent.body.id)));
  assert.equal(read.body.caseId, filed.body.caseId);
  const seen = await call(staff.get('clerk') as Actor, `/api/console/cases/${filed.body.caseId}`);
  const [material] = seen.body.materials as { files: { id: string; fileName: string }[] }[];
  assert.deepEqual(
    material?.files.map((one) => [one.id, one.fileName]),
    [[sent.body.id, '安装图纸.pdf']],
  );
});

test('one key takes one file: sent again it answers the same, with other bytes it is refused, and nothing is left over', async (t) => {
  const house = await wholeHouse(t);
  const person = await givenPerson(house.world);
  const { send } = await served(house);
  const key = newId();
  const all = await Promise.all([1, 2, 3].map(() => send(person, pdf(), 'a.pdf', key)));
  const again = await send(person, pdf(), 'a.pdf', key);
  const answered = [...all, again].filter((one) => one.status === 200);
  assert.equal(new Set(answered.map((one) => one.body.id)).size, 1);
  assert.ok([...all, again].every((one) => one.status === 200 || one.body.type === '/problems/in-flight'));
  assert.equal((await send(person, pdf('other'), 'a.pdf', key)).body.type, '/problems/other-body');
  assert.deepEqual(await countFiles(house), { files: 1, arrivals: 0 });
});

test('a file of somebody else is not there, and cannot be filed with', async (t) => {
  const house = await wholeHouse(t);
  const { person, item } = await furnish(house.world);
  const other = await givenPerson(house.world);
  const { call, send, file } = await served(house);
  const theirs = String((await send(other, pdf())).body.id);
  assert.equal((await call(person, ReadOwnFile.path.replace(':fileId', theirs))).status, 404);
  const body = { divisionCode: item.divisionCode, itemId: item.itemId, answers: { blades: '3' } };
  const refused = await file(person, { ...body, materials: [{ material: 'drawing', fileId: theirs }] });
  assert.equal(refused.body.type, '/problems/no-such-file');
});

test('what is no file, none of the kinds, empty, too large or no multipart at all is told apart and leaves nothing', async (t) => {
  const house = await wholeHouse(t);
  const person = await givenPerson(house.world);
  const { call, send } = await served(house);
  const kind = async (said: Promise<Said>) => (await said).body.type;
  assert.equal(await kind(send(person, new Blob(['<script>alert(1)</script>']))), '/problems/kind-not-allowed');
  assert.equal(await kind(send(person, new Blob([]))), '/problems/empty');
  const large = new Blob(['%PDF-1.4\n', Buffer.alloc(22 * 1_048_576)]);
  assert.equal(await kind(send(person, large)), '/problems/too-large');
  const headers = { 'idempotency-key': newId() };
  const post = (body: BodyInit | null, more: Record<string, string> = {}) =>
    call(person, SendFile.path, { method: 'POST', body, headers: { ...headers, ...more } });
  assert.equal(await kind(post(null)), '/problems/no-file');
  assert.equal(await kind(post('{}', { 'content-type': 'application/json' })), '/problems/no-file');
  assert.equal(await kind(post('--x', { 'content-type': 'multipart/form-data; boundary=x' })), '/problems/no-file');
  assert.equal(await kind(post('--x', { 'content-type': 'multipart/form-data' })), '/problems/no-file');
  const onlyField = new FormData();
  onlyField.append('name', 'x');
  assert.equal(await kind(post(onlyField)), '/problems/no-file');
  const noKey = new FormData();
  noKey.append('file', pdf(), 'a.pdf');
  assert.equal(
    await kind(call(person, SendFile.path, { method: 'POST', body: noKey })),
    '/problems/idempotency-key-missing',
  );
  assert.deepEqual(await countFiles(house), { files: 0, arrivals: 0 });
});

test('a bucket that is full, or does not answer, refuses a file in words, counts for the operator, and takes it afterwards', async (t) => {
  const bucket = await givenBucket(t);
  const lines: string[] = [];
  const log = createLog('error', { write: (line) => lines.push(line) });
  const { storage, failures } = watchStorage(s3Storage(bucket.address), log);
  const house = await wholeHouse(t, undefined, storage);
  const person = await givenPerson(house.world);
  const { send } = await served(house);
  const told = async (bytes: Blob) => {
    const { status, body } = await send(person, bytes);
    return [status, body.type];
  };
  const large = new Blob(['%PDF-1.4\n', Buffer.alloc(12 * 1_048_576)]);
  for (const bytes of [pdf(), large]) {
    bucket.answer({ status: 507, code: 'XMinioStorageFull' }, ({ method }) => method !== 'DELETE');
    assert.deepEqual(await told(bytes), [507, '/problems/storage-full']);
    bucket.answer({ status: 503, code: 'SlowDown' });
    assert.deepEqual(await told(bytes), [503, '/problems/storage-away']);
  }
  assert.equal(await failures.read(house.world.setting), 4);
  assert.equal(lines.length, 1);
  assert.match(lines[0] ?? '', /XMinioStorageFull.*no room left in the storage/);
  bucket.answer(undefined);
  assert.equal((await send(person, large)).status, 200);
  // What may have been kept by a server that said nothing of it: the sweep looks there.
  assert.deepEqual(await countFiles(house), { files: 1, arrivals: 2 });
});

test('the API description says how a file is sent', async (t) => {
  const house = await wholeHouse(t);
  const said = (await house.app.http.inject('/api/openapi.json')).json();
  const { requestBody, parameters } = said.paths[SendFile.path].post;
  assert.equal(
    requestBody.content['multipart/form-data'].schema.properties.file.contentMediaType,
    'application/octet-stream',
  );
  assert.equal(parameters[0].name, 'Idempotency-Key');
});

test('an officer of the case sees a picture drawn by us, each look noted for the citizen; nobody else sees it', async (t) => {
  const house = await wholeHouse(t);
  const { person, item, staff } = await furnish(house.world);
  const { send, file } = await served(house);
  const sent = await send(person, new Blob([new Uint8Array(samplePdf([{}, {}]))]));
  const filed = await file(person, {
    divisionCode: item.divisionCode,
    itemId: item.itemId,
    answers: { blades: '3' },
    materials: [{ material: 'drawing', fileId: sent.body.id }],
  });
  const path = `/api/console/cases/${filed.body.caseId}/files/${sent.body.id}`;
  const look = (as: Actor, at: string) => house.app.http.inject({ url: at, headers: house.as(as) });
  const clerk = staff.get('clerk') as Actor;
  const seen = await look(clerk, `${path}/preview`);
  assert.equal(seen.headers['content-type'], 'image/jpeg');
  assert.deepEqual([seen.headers['x-pages'], seen.headers['x-pages-shown']], ['2', '2']);
  assert.match(String(seen.headers['content-security-policy']), /sandbox; default-src 'none'/);
  assert.equal((await look(clerk, path)).headers['content-type'], 'application/octet-stream');
  const strangers: Actor[] = [
    { ...clerk, id: newId(), divisionCode: '990200' },
    { ...clerk, id: newId(), organisationId: newId() },
  ];
  for (const stranger of strangers) assert.equal((await look(stranger, `${path}/preview`)).statusCode, 404);
  const other = await givenPerson(house.world);
  for (const part of ['', '/look', '/preview'])
    assert.equal((await look(other, `/my/cases/${filed.body.caseId}/files/${sent.body.id}${part}`)).statusCode, 404);
  assert.equal((await look(person, `/my/cases/${filed.body.caseId}/files/${sent.body.id}/preview`)).statusCode, 200);
  const { rows } = await sql<{ purpose: string; actor: string }>`
    select purpose, actor from platform.access_log where case_id = ${filed.body.caseId} and purpose like '%材料'
    order by id`.execute(house.world.db);
  assert.deepEqual(rows, [
    { purpose: '预览材料', actor: clerk.id },
    { purpose: '打开材料', actor: clerk.id },
  ]);
});

test('of filings at once that name one file exactly one has it; the others are told and leave no case', async (t) => {
  const house = await wholeHouse(t);
  const { person, item } = await furnish(house.world);
  const { send, file } = await served(house);
  for (let round = 0; round < 4; round++) {
    const sent = await send(person, pdf());
    const body = {
      divisionCode: item.divisionCode,
      itemId: item.itemId,
      answers: { blades: '3' },
      materials: [{ material: 'drawing', fileId: sent.body.id }],
    };
    const filed = await Promise.all([1, 2, 3, 4].map(() => file(person, body)));
    const said = filed.map((one) => (one.status === 200 ? 'filed' : one.body.type)).sort();
    const refused = '/problems/file-elsewhere';
    assert.deepEqual(said, [refused, refused, refused, 'filed'], JSON.stringify(filed));
  }
  const { rows } = await sql<{ cases: number; materials: number }>`
    select (select count(*)::int from cases.cases) as cases, (select count(*)::int from cases.materials) as materials`.execute(
    house.world.db,
  );
  assert.deepEqual(rows[0], { cases: 4, materials: 4 });
});

test('a program erases a file it sent while no case has it; filing and erasing at once, one of them wins', async (t) => {
  const house = await wholeHouse(t);
  const { person, item } = await furnish(house.world);
  const other = await givenPerson(house.world);
  const { call, send, file } = await served(house);
  const erase = (as: Actor, id: unknown) =>
    call(as, EraseOwnFile.path.replace(':fileId', String(id)), {
      method: 'DELETE',
      headers: { 'idempotency-key': newId() },
    });
  const loose = (await send(person, pdf())).body.id;
  assert.equal((await erase(other, loose)).status, 404);
  assert.equal((await erase(person, loose)).status, 200);
  assert.equal((await call(person, ReadOwnFile.path.replace(':fileId', String(loose)))).status, 404);
  for (let round = 0; round < 4; round++) {
    const { id } = (await send(person, pdf())).body;
    const body = {
      divisionCode: item.divisionCode,
      itemId: item.itemId,
      answers: { blades: '3' },
      materials: [{ material: 'drawing', fileId: id }],
    };
    const [filed, erased] = await Promise.all([file(person, body), erase(person, id)]);
    const said = [filed.status === 200, erased.status === 200];
    assert.ok(said[0] !== said[1], JSON.stringify([filed, erased]));
    const refusal = String(said[0] ? erased.body.type : filed.body.type);
    assert.match(refusal, said[0] ? /file-in-case|not-found/ : /file-elsewhere|no-such-file/);
  }
});
