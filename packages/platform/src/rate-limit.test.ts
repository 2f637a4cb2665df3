import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { nobody } from './context.ts';
import { type App, buildApp } from './http/app.ts';
import { createLog } from './log.ts';
import { addRateLimits } from './rate-limit.ts';
import { testWorld } from './test/index.ts';

async function limited(t: TestContext): Promise<App['http']> {
  const { app } = await testWorld(t, { modules: [] });
  await addRateLimits(app, { ordinary: 5, 'sign-in': 2, 'staff-sign-in': 2, verify: 2, upload: 2 });
  const allow = ['public'] as const;
  app.http.get('/plain', { config: { allow } }, async () => 'ok');
  app.http.get('/code', { config: { allow, costs: 'sign-in' } }, async () => 'ok');
  app.http.get('/password', { config: { allow, costs: 'sign-in' } }, async () => 'ok');
  return app.http;
}

const statuses = async (http: App['http'], asked: readonly (readonly [url: string, from: string])[]) => {
  const answered: number[] = [];
  for (const [url, remoteAddress] of asked) answered.push((await http.inject({ url, remoteAddress })).statusCode);
  return answered;
};

test('an address that asks too often is told when to come again, as a problem document', async (t) => {
  const http = await limited(t);
  const plain = (times: number) => Array.from({ length: times }, () => ['/plain', '192.0.2.1'] as const);
  assert.deepEqual(await statuses(http, plain(6)), [200, 200, 200, 200, 200, 429]);
  const { headers, body } = await http.inject({ url: '/plain', remoteAddress: '192.0.2.1' });
  assert.ok(Number(headers['retry-after']) > 0);
  assert.match(body, /too-many-requests/);
});

test('routes of one cost are counted together, and apart from others', async (t) => {
  const http = await limited(t);
  const from = '192.0.2.1';
  const asked = ['/code', '/password', '/code', '/plain'].map((url) => [url, from] as const);
  assert.deepEqual(await statuses(http, asked), [200, 200, 429, 200]);
});

test('an IPv6 network of 64 bits counts as one address, and its neighbour as another', async (t) => {
  const http = await limited(t);
  const asked = ['2001:db8::1', '2001:db8::2', '2001:db8::3', '2001:db8:0:1::1'].map((ip) => ['/code', ip] as const);
  assert.deepEqual(await statuses(http, asked), [200, 200, 429, 200]);
});

test('behind a proxy the address it saw counts, whatever the asker wrote into the header', async (t) => {
  const { setting } = await testWorld(t, { modules: [] });
  const quiet = { logger: createLog('silent'), isSecure: true, wake: () => {}, authenticate: async () => nobody };
  const app = await buildApp({ setting, ...quiet, trustProxy: true });
  await addRateLimits(app, { ordinary: 2, 'sign-in': 2, 'staff-sign-in': 2, verify: 2, upload: 2 });
  app.http.get('/plain', { config: { allow: ['public'] } }, async () => 'ok');
  const answered: number[] = [];
  for (const invented of ['198.51.100.1', '198.51.100.2', '198.51.100.3']) {
    const headers = { 'x-forwarded-for': `${invented}, 192.0.2.7` };
    answered.push((await app.http.inject({ url: '/plain', headers })).statusCode);
  }
  assert.deepEqual(answered, [200, 200, 429]);
  await app.http.close();
});
