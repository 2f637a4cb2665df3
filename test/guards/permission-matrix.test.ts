import assert from 'node:assert/strict';
import test from 'node:test';
import { newId, roles } from '@zhengtong/kernel';
import { buildApp, createLog, mayCall, nobody, type PageOfError } from '@zhengtong/platform';
import { actorOf, type Door, type WholeHouse, wholeHouse } from './whole-house.ts';

const refusals = ['not-signed-in', 'not-allowed'];

const mark: PageOfError = (_request, reply, { kind, status }) =>
  reply.code(status).header('x-refused', kind).type('text/plain').send('');

const fill = (url: string): string => url.replace(/:\w+/g, newId()).replace('*', 'x');

/** Whether the gate let the request through; what the use case behind it says is another matter. */
async function isLetIn({ app, as }: WholeHouse, door: Door, actor: Parameters<WholeHouse['as']>[0]): Promise<boolean> {
  const response = await app.http.inject({
    method: door.method as 'GET',
    url: fill(door.url),
    headers: { ...as(actor), 'idempotency-key': newId() },
    payloadAsStream: true,
  });
  const refused = response.headers['x-refused'];
  const isProblem = String(response.headers['content-type']).startsWith('application/problem+json');
  let kind = typeof refused === 'string' ? refused : '';
  if (isProblem) {
    const chunks = await response.stream().toArray();
    kind = String(JSON.parse(Buffer.concat(chunks).toString()).type).replace('/problems/', '');
  } else response.stream().destroy();
  return !refusals.includes(kind);
}

test('every route and page lets in exactly the roles it names', async (t) => {
  const house = await wholeHouse(t, mark);
  assert.ok(house.doors.length > 40, `only ${house.doors.length} routes`);
  const wrong: string[] = [];
  for (const door of house.doors) {
    for (const role of roles) {
      const actor = actorOf(role);
      const allowed = mayCall(actor, door.allow);
      if ((await isLetIn(house, door, actor)) !== allowed) {
        wrong.push(`${door.method} ${door.url}: ${role} should ${allowed ? '' : 'not '}be let in`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

test('citizens reach nothing of the console, and officers nothing of a citizen’s own', async (t) => {
  const { doors } = await wholeHouse(t, mark);
  const own = ['person', 'firm'] as const;
  const isConsole = (url: string) => url.startsWith('/api/console/');
  for (const { method, url, allow } of doors) {
    const mixed = allow.some((role) => own.includes(role as 'person')) && allow.length > own.length;
    assert.ok(!mixed, `${method} ${url} is for citizens and officers at once: their sessions are different cookies`);
    if (isConsole(url)) assert.ok(!allow.some((role) => own.includes(role as 'person')), `${method} ${url}`);
  }
});

test('what nobody has to sign in for changes nothing of anybody’s, but signing in itself', async (t) => {
  const { doors } = await wholeHouse(t, mark);
  const open = doors.filter(({ method, allow }) => method !== 'GET' && allow.includes('public'));
  const known = [
    /^\/api\/console\/session$/,
    /^\/api\/v1\/(sign-in-codes|sessions)$/,
    /^\/sign-in/,
    /^\/verify/,
    /^\/api\/v1\/(verif|certificates)/,
    /^\/display/,
    /^\/demo/,
    /^\/track/,
  ];
  const strange = open
    .filter(({ url }) => !known.some((one) => one.test(url)))
    .map(({ method, url }) => `${method} ${url}`);
  assert.deepEqual(strange, []);
});

test('a route that does not say who may call it does not start', async () => {
  const app = await buildApp({
    setting: {} as never,
    logger: createLog('silent'),
    isSecure: false,
    wake: () => {},
    authenticate: async () => nobody,
  });
  assert.throws(() => app.http.get('/forgotten', async () => ''), /does not say who may call it/);
  assert.throws(
    () => app.http.get('/empty', { config: { allow: [] } }, async () => ''),
    /does not say who may call it/,
  );
});
