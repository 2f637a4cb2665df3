import assert from 'node:assert/strict';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import test, { type TestContext } from 'node:test';
import { type Instant, must } from '@zhengtong/kernel';
import { buildApp, createLog, describeApi, inRead, nobody } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import {
  authenticate,
  type CodeSending,
  identityModule,
  identityWith,
  listSessions,
  registerFirm,
  securityOf,
  securitySchemes,
  takeCode,
} from './index.ts';
import { givenPerson } from './test.ts';

const phone = '13900000021';

/** The program as a stranger's program meets it: real sessions, no test actors. */
async function open(t: TestContext, codes: CodeSending = {}) {
  const world = await testWorld(t, { modules: [identityModule] });
  const app = await buildApp({
    setting: world.setting,
    logger: createLog('silent'),
    authenticate: authenticate(world.setting),
    wake: () => {},
    isSecure: true,
  });
  t.after(() => app.http.close());
  identityWith(codes).routes?.(app);
  const ask = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    more: { body?: object; token?: string; key?: string } = {},
  ) => {
    const response = await app.http.inject({
      method,
      url: `/api/v1/${url}`,
      headers: {
        'user-agent': 'village-app/2.1',
        ...(more.token ? { authorization: `Bearer ${more.token}` } : {}),
        ...(more.key ? { 'idempotency-key': more.key } : {}),
      },
      ...(more.body ? { payload: more.body } : {}),
    });
    return { status: response.statusCode, headers: response.headers, body: response.json() };
  };
  const codeFor = async (of = phone) => {
    const { body } = await ask('POST', 'sign-in-codes', { body: { phone: of } });
    const taken = await inRead(world.setting, nobody, (ctx) => takeCode(ctx, body.codeId));
    return { codeId: body.codeId as string, code: taken!.code };
  };
  const signIn = async (of = phone): Promise<string> =>
    (await ask('POST', 'sessions', { body: { phone: of, ...(await codeFor(of)) } })).body.token;
  return { world, app, ask, codeFor, signIn };
}

test('a program signs in with a phone and its code, is known by its token, and signs out', async (t) => {
  const { world, ask, signIn } = await open(t);
  const token = await signIn();
  const { status, body } = await ask('GET', 'session', { token });
  assert.equal(status, 200);
  assert.deepEqual(body, { personId: body.personId, isVerified: false, firmId: null, firms: [] });
  const actor = { kind: 'person', id: body.personId, roles: ['person'] } as const;
  const [line] = await inRead(world.setting, actor, listSessions);
  assert.equal(line?.device, 'village-app/2.1', 'its owner sees it among their sessions');
  assert.equal((await ask('DELETE', 'session', { token })).status, 200);
  assert.equal((await ask('GET', 'session', { token })).status, 401);
});

test('who is not signed in is told how to be, and a token that is none does not fall back to a cookie', async (t) => {
  const { app, ask, signIn } = await open(t);
  const nobodyKnown = await ask('GET', 'session');
  assert.equal(nobodyKnown.status, 401);
  assert.equal(nobodyKnown.headers['www-authenticate'], 'Bearer');
  const cookies = { '__Host-person': await signIn() };
  const by = (authorization?: string) =>
    app.http.inject({ url: '/api/v1/session', cookies, headers: authorization ? { authorization } : {} });
  assert.equal((await by()).statusCode, 200);
  for (const wrong of ['Bearer wrong', 'Bearer', 'Basic YTpi', `Bearer ${'x'.repeat(5000)}`, 'Bearer a b', '']) {
    // An empty header is no header to a client, but it is one to a server.
    const { statusCode } = await app.http.inject({
      url: '/api/v1/session',
      cookies,
      headers: { authorization: wrong },
    });
    assert.equal(statusCode, 401, wrong.slice(0, 20));
  }
});

test('however its address is written, a request is judged by its token and not by the cookie beside it', async (t) => {
  const { app, signIn } = await open(t);
  const cookie = `__Host-person=${await signIn()}`;
  const headers = { cookie, authorization: `Bearer ${await signIn('13900000023')}` };
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.http.server.address() as AddressInfo;
  // By hand: what makes an address of it first would write it anew.
  const ask = (path: string, as: object) =>
    new Promise<string>((resolve) => {
      get({ port, path, headers: { ...as, connection: 'close' } }, async (answer) => resolve(await text(answer)));
    });
  const [plain, other] = [await ask('/api/v1/session', headers), await ask('/api/v1/session', { cookie })];
  assert.match(plain, /personId/);
  assert.notEqual(plain, other);
  for (const path of ['/api/%761/session', '/%61pi/v1/session', 'http://127.0.0.1/api/v1/session'])
    assert.equal(await ask(path, headers), plain, path);
});

test('a token opens nothing of the console', async (t) => {
  const { app, signIn } = await open(t);
  const authorization = `Bearer ${await signIn()}`;
  assert.equal((await app.http.inject({ url: '/api/console/me', headers: { authorization } })).statusCode, 401);
});

test('wrong, spent and late codes are told apart, and too many say when to come again', async (t) => {
  const { world, ask, codeFor } = await open(t);
  const { codeId, code } = await codeFor();
  const enter = (given: string) => ask('POST', 'sessions', { body: { phone, codeId, code: given } });
  const wrong = code === '000000' ? '000001' : '000000';
  const said = [];
  for (let i = 0; i < 5; i++) said.push((await enter(wrong)).body.type);
  assert.deepEqual(said, [...Array(4).fill('/problems/code-wrong'), '/problems/code-spent']);
  assert.equal((await enter(code)).status, 401);
  const later = await codeFor();
  world.now = new Date(Date.parse(world.now) + 600_001).toISOString() as Instant;
  const late = await ask('POST', 'sessions', { body: { phone, ...later } });
  assert.equal(late.body.type, '/problems/code-expired');
  const answers = [];
  for (let i = 0; i < 12; i++) answers.push(await ask('POST', 'sign-in-codes', { body: { phone: '13900000022' } }));
  const held = answers.find(({ status }) => status === 429);
  assert.ok(Number(held?.headers['retry-after']) > 0, 'a pause is said in seconds');
  assert.match(held?.body.until, /^\d{4}-/);
  assert.equal(
    (await ask('POST', 'sign-in-codes', { body: { phone: '12345' } })).body.type,
    '/problems/phone-malformed',
  );
});

test('a session unused for half an hour is over', async (t) => {
  const { world, ask, signIn } = await open(t);
  const token = await signIn();
  world.now = new Date(Date.parse(world.now) + 1_800_001).toISOString() as Instant;
  assert.equal((await ask('GET', 'session', { token })).status, 401);
});

test('a legal representative acts for the firm and for themselves again, nobody else does', async (t) => {
  const { world, ask, signIn } = await open(t);
  const own = await givenPerson(world, { phone });
  const token = await signIn();
  const given = { creditCode: '91350100M000100Y43', name: '示例茶业有限公司', legalRepresentativeId: own.id };
  const firm = must(await world.run(nobody, (ctx) => registerFirm(ctx, given)));
  const choose = async (firmId: string | null, of: string) =>
    (await ask('PUT', 'session/firm', { token: of, body: { firmId } })).body.type;
  const actingFor = async () => (await ask('GET', 'session', { token })).body.firmId;
  assert.equal(await choose(firm.id, token), undefined);
  assert.equal(await actingFor(), firm.id);
  assert.equal(await choose(null, token), undefined);
  assert.equal(await actingFor(), null);
  // Under one key in two sessions, each chooses for itself.
  for (const one of [token, await signIn()]) {
    await ask('PUT', 'session/firm', { token: one, key: 'acting', body: { firmId: firm.id } });
    assert.equal((await ask('GET', 'session', { token: one })).body.firmId, firm.id);
  }
  assert.equal(await choose(firm.id, await signIn('13900000023')), '/problems/not-a-member');
});

test('the API description says how to sign in, and asks for a key only where a command keeps its answer', async (t) => {
  const { app } = await open(t);
  const about = { version: '1', description: '', groups: [], securitySchemes, securityOf };
  const { paths } = describeApi(app.routes, about) as { paths: Record<string, Record<string, Described>> };
  const of = (method: string, path: string) => paths[path]?.[method] as Described;
  const asksKey = ({ parameters = [] }: Described) => parameters.some(({ name }) => name === 'Idempotency-Key');
  assert.deepEqual(of('get', '/api/v1/session').security, [{ token: [] }, { portal: [] }]);
  assert.deepEqual(of('post', '/api/v1/sessions').security, []);
  assert.deepEqual(of('get', '/api/console/me').security, [{ console: [] }]);
  assert.ok(asksKey(of('post', '/api/console/staff/{id}/disabling')));
  assert.ok(!asksKey(of('put', '/api/v1/session/firm')));
  for (const path of ['/api/v1/sessions', '/api/console/staff', '/api/console/session']) {
    assert.ok(!asksKey(of('post', path)), path);
  }
  const statuses = Object.keys(of('post', '/api/console/staff/{id}/disabling').responses);
  assert.deepEqual(statuses, ['200', '400', '401', '403', '404', '409', '413', '422', '429', '500', '503']);
});

type Described = {
  readonly security: readonly object[];
  readonly parameters?: readonly { readonly name: string }[];
  readonly responses: object;
};

test('where no text messages are set up a program is told so in both languages, and no code is made that nobody could get', async (t) => {
  const { ask, world } = await open(t, { hasTexts: false });
  const { status, body } = await ask('POST', 'sign-in-codes', { body: { phone } });
  assert.equal(status, 503);
  assert.match(JSON.stringify(body), /no-texts.*12345/);
  assert.match(JSON.stringify(body), /还没有开通短信/);
  assert.deepEqual(await world.eventNames(), []);
});

test('the ceilings the operator sets hold for programs too', async (t) => {
  const { ask } = await open(t, { ceilings: { network: 1, house: 1 } });
  const statuses: number[] = [];
  for (const number of ['13900000031', '13900000032'])
    statuses.push((await ask('POST', 'sign-in-codes', { body: { phone: number } })).status);
  assert.deepEqual(statuses, [200, 429]);
});
