import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import test, { type TestContext } from 'node:test';
import { clamdScanner } from './index.ts';

/** Accepts and then does as the test says. */
async function clamdThat(t: TestContext, does: (socket: Socket) => void): Promise<string> {
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    open.add(socket.on('error', () => {}));
    does(socket);
  });
  t.after(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as { port: number }).port}`;
}

const hanging: Record<string, (socket: Socket) => void> = {
  'never reads': (socket) => socket.pause(),
  'reads and never answers': (socket) => socket.resume(),
  'answers letter by letter without an end': (socket) => {
    socket.resume();
    const beat = setInterval(() => socket.write('.'), 20);
    socket.on('close', () => clearInterval(beat));
  },
};

for (const [how, does] of Object.entries(hanging)) {
  test(`a scanner that accepts and ${how} is away when its time is over, and the file is let go of`, async (t) => {
    const scanner = clamdScanner(await clamdThat(t, does), 300);
    // More than the sockets between take in, so that some of it never leaves.
    const bytes = Readable.from(Array.from({ length: 40 }, () => Buffer.alloc(1_048_576))).pipe(new PassThrough());
    const begun = performance.now();
    assert.deepEqual(await scanner.scan(bytes), { kind: 'away' });
    const ms = performance.now() - begun;
    assert.ok(ms >= 290 && ms < 5000, `${ms} ms`);
    assert.ok(bytes.destroyed);
  });
}
