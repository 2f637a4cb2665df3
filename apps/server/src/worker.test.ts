import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { readConfig } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import { openHouse } from './house.ts';
import { worldKeys } from './test/run-command.ts';

test('a worker tells whoever watches it that it is well and what waits, and serves no page', async (t) => {
  const { url } = await testWorld(t, { modules: [] });
  const ZHENGTONG_HOME = mkdtempSync(join(tmpdir(), 'zt-worker-'));
  const env = { ROLE: 'worker', PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: url, ZHENGTONG_KEYS: worldKeys };
  const house = await openHouse(readConfig({ ...env, ZHENGTONG_HOME }, '/'));
  t.after(() => house.close());
  const { port } = house.app.http.server.address() as AddressInfo;
  const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
  for (const path of ['/health/live', '/health/ready', '/metrics']) assert.equal(await ask(path), 200, path);
  for (const path of ['/', '/console', '/api', '/api/v1/items']) assert.equal(await ask(path), 404, path);
});
