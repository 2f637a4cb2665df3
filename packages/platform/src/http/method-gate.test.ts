import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { nobody } from '../context.ts';
import { createLog } from '../log.ts';
import { addRateLimits, usualLimits } from '../rate-limit.ts';
import { testWorld } from '../test/index.ts';
import { buildApp } from './app.ts';

async function served(t: TestContext) {
  const { setting } = await testWorld(t, { modules: [] });
  const app = await buildApp({
    setting,
    logger: createLog('silent'),
    isSecure: true,
    wake: () => {},
    authenticate: async () => ({ ...nobody, kind: 'person', id: 'p', roles: ['person'] }),
    pageOfError: (_request, reply, { kind }) => reply.type('text/plain').send(`page of ${kind}`),
  });
  await addRateLimits(app, { ...usualLimits, ordinary: 12 });
  const looks: string[] = [];
  const look = async ({ method }: { method: string }) => {
    looks.push(method);
    return 'shown';
  };
  const anybody = { config: { allow: ['public'] as const } };
  const own = { config: { allow: ['person'] as const } };
  app.http.get('/open/:id', anybody, look);
  app.http.post('/open/new', anybody, look);
  app.http.get('/own/:id', own, look);
  app.http.get('/api/things/:id', own, look);
  app.http.put('/api/things/:id', own, look);
  t.after(() => app.http.close());
  return { ask: app.http.inject.bind(app.http), looks };
}

test('a known address asked in a way it does not take says which ways it takes', async (t) => {
  const { ask } = await served(t);
  const url = '/api/things/1?a=b';
  const { statusCode, headers, body } = await ask({ method: 'DELETE', url, headers: { 'accept-language': 'en' } });
  assert.deepEqual([statusCode, headers.allow], [405, 'GET, PUT']);
  assert.match(String(headers['content-type']), /^application\/problem\+json/);
  const { type, title, status } = JSON.parse(body);
  assert.deepEqual([type, status], ['/problems/wrong-method', 405]);
  assert.match(title, /Allow/);
  const page = await ask({ method: 'POST', url: '/open/1' });
  assert.deepEqual([page.statusCode, page.headers.allow, page.body], [405, 'GET, HEAD', 'page of wrong-method']);
  // Two patterns meet here: the form's own, and the one of the pages.
  assert.equal((await ask({ method: 'PUT', url: '/open/new/' })).headers.allow, 'GET, HEAD, POST');
  for (const method of ['OPTIONS', 'PROPFIND'] as const)
    assert.equal((await ask({ method: method as 'OPTIONS', url: '/open/1' })).statusCode, 405, method);
});

test('a body nobody will read is not asked what it is', async (t) => {
  const { ask } = await served(t);
  const headers = { 'content-type': 'application/xml' };
  assert.equal((await ask({ method: 'POST', url: '/own/1', headers, payload: '<a/>' })).statusCode, 405);
});

test('an unknown address stays unknown in every way of asking', async (t) => {
  const { ask } = await served(t);
  for (const method of ['GET', 'HEAD', 'POST', 'DELETE'] as const) {
    const { statusCode, headers } = await ask({ method, url: '/open' });
    assert.deepEqual([statusCode, headers.allow], [404, undefined], method);
  }
});

test('the head alone is told where anybody may look, and where one signs in nothing is looked at for it', async (t) => {
  const { ask, looks } = await served(t);
  const open = await ask({ method: 'HEAD', url: '/open/1' });
  assert.deepEqual([open.statusCode, open.body, open.headers['content-length']], [200, '', '5']);
  assert.deepEqual(looks.splice(0), ['HEAD']);
  const own = await ask({ method: 'HEAD', url: '/own/1' });
  assert.deepEqual([own.statusCode, own.body, own.headers.allow], [405, '', 'GET']);
  assert.deepEqual(looks, []);
});

test('a flood of wrong ways is counted like any other', async (t) => {
  const { ask } = await served(t);
  const said = [];
  for (let n = 0; n < 13; n++) said.push((await ask({ method: 'DELETE', url: '/open/1' })).statusCode);
  assert.deepEqual(said.slice(-2), [405, 429]);
});
