import assert from 'node:assert/strict';
import test from 'node:test';
import { metricsFromOf } from './config-addresses.ts';
import { nobody } from './context.ts';
import { buildApp } from './http/app.ts';
import { createLog } from './log.ts';
import { addMetrics } from './metrics.ts';
import { testWorld } from './test/index.ts';

const open = async (t: Parameters<typeof testWorld>[0]) => {
  const { setting } = await testWorld(t, { modules: [] });
  const quiet = { logger: createLog('silent'), isSecure: true, wake: () => {}, authenticate: async () => nobody };
  const app = await buildApp({ setting, ...quiet, trustProxy: true });
  t.after(() => app.http.close());
  return app;
};

test('numbers of the modules stand beside those of the house, read anew at each look', async (t) => {
  const app = await open(t);
  let held = 3;
  const of = { help: 'x', read: async () => held };
  addMetrics(app, metricsFromOf(''), [
    { ...of, name: 'zhengtong_held', kind: 'gauge' },
    { ...of, name: 'zhengtong_failed_total', kind: 'counter' },
  ]);
  for (held of [3, 5, 0]) {
    const { body } = await app.http.inject({ url: '/metrics' });
    assert.match(body, new RegExp(`# TYPE zhengtong_held gauge\nzhengtong_held ${held}\n`));
    assert.match(body, new RegExp(`# TYPE zhengtong_failed_total counter\nzhengtong_failed_total ${held}\n`));
  }
});

test('metrics are for this machine and the addresses named, not for whom a proxy speaks', async (t) => {
  const app = await open(t);
  addMetrics(app, metricsFromOf('10.1.2.3, 10.2.0.0/16,fd00::/8'));
  const ask = async (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
    (await app.http.inject({ url: '/metrics', headers, remoteAddress })).statusCode;
  assert.equal(await ask({}), 200);
  assert.equal(await ask({ 'x-forwarded-for': '192.0.2.1' }), 404);
  assert.equal(await ask({}, '192.0.2.1'), 404);
  for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '10.2.255.1', 'fd00::7', '::1', '::ffff:127.0.0.1']) {
    assert.equal(await ask({}, address), 200, address);
    assert.equal(await ask({ 'x-forwarded-for': '10.1.2.3' }, address), 404, address);
    assert.equal(await ask({ 'x-forwarded-proto': 'https' }, address), 404, address);
  }
  for (const address of ['10.1.2.4', '10.3.0.1', '::ffff:10.1.2.4', 'fe80::1'])
    assert.equal(await ask({}, address), 404);
});
