import assert from 'node:assert/strict';
import test from 'node:test';
import { nobody } from './context.ts';
import { buildApp } from './http/app.ts';
import { createLog } from './log.ts';
import { addMetrics } from './metrics.ts';
import { testWorld } from './test/index.ts';

test('metrics are for this machine, not for whom its proxy speaks', async (t) => {
  const { setting } = await testWorld(t, { modules: [] });
  const quiet = { logger: createLog('silent'), isSecure: true, wake: () => {}, authenticate: async () => nobody };
  const app = await buildApp({ setting, ...quiet, trustProxy: true });
  addMetrics(app);
  const ask = async (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
    (await app.http.inject({ url: '/metrics', headers, remoteAddress })).statusCode;
  assert.equal(await ask({}), 200);
  assert.equal(await ask({ 'x-forwarded-for': '192.0.2.1' }), 404);
  assert.equal(await ask({}, '192.0.2.1'), 404);
  await app.http.close();
});
