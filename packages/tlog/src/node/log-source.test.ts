import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { logSource } from './log-source.ts';

test('a log is read by address; one that never stops sending is cut off, what is not there is absent', async (t) => {
  let sent = 0;
  const server = createServer((request, response) => {
    if (request.url === '/log/checkpoint') return void response.end('here');
    if (request.url !== '/log/endless') return void response.writeHead(404).end();
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(1_000_000))) sent++;
    };
    response.on('drain', more);
    more();
  }).listen(0, '127.0.0.1');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  const address = server.address();
  const source = logSource(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/log/`);
  assert.equal(Buffer.from((await source.read('checkpoint')) ?? []).toString(), 'here');
  assert.equal(await source.read('nothing'), undefined);
  await assert.rejects(async () => source.read('endless'), /endless is too large/);
  assert.ok(sent < 200, String(sent));
});
