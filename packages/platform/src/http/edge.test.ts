import assert from 'node:assert/strict';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import test, { type TestContext } from 'node:test';
import { nobody } from '../context.ts';
import { createLog } from '../log.ts';
import { testWorld } from '../test/index.ts';
import { buildApp } from './app.ts';

/** A server on a port of its own, and how to send it bytes, `more` of them again and again: all it said until it hung up. */
async function served(t: TestContext, bodyMs?: number) {
  const { setting } = await testWorld(t, { modules: [] });
  const logged: string[] = [];
  const app = await buildApp({
    setting,
    logger: createLog('info', { write: (line) => void logged.push(line) }),
    isSecure: true,
    wake: () => {},
    authenticate: async () => nobody,
    ...(bodyMs ? { bodyMs } : {}),
  });
  const allow = ['public'] as const;
  app.http.post('/form', { config: { allow } }, async () => 'taken');
  app.http.post('/file', { config: { allow, takesFiles: true } }, async ({ raw }) => await text(raw));
  app.http.post('/refused', { config: { allow, takesFiles: true } }, async () => 'refused');
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  const sockets: Socket[] = [];
  t.after(() => {
    // A closing server waits for what is still open.
    for (const socket of sockets) socket.destroy();
    return app.http.close();
  });
  const { port } = app.http.server.address() as AddressInfo;
  const send = (bytes: string, more = ''): Promise<string> =>
    new Promise((resolve) => {
      let said = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      const coming = more ? setInterval(() => socket.write(more), 50).unref() : undefined;
      socket.on('close', () => clearInterval(coming));
      socket.on('data', (part) => {
        said += part;
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(said));
      sockets.push(socket);
    });
  return { app, send, port, logged };
}

const host = 'Host: 127.0.0.1\r\n';
const form = `${host}Content-Type: application/x-www-form-urlencoded\r\n`;

const smuggled: Readonly<Record<string, string>> = {
  'both lengths': `POST /form HTTP/1.1\r\n${form}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n${host}\r\n`,
  'two lengths': `POST /form HTTP/1.1\r\n${form}Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef`,
  'an unknown coding': `POST /form HTTP/1.1\r\n${form}Content-Length: 3\r\nTransfer-Encoding: xchunked\r\n\r\na=b`,
  'a folded coding': `POST /form HTTP/1.1\r\n${form}Content-Length: 5\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n`,
  'bare line feeds': 'GET / HTTP/1.1\nHost: a\n\n',
  'a carriage return in a header': `GET / HTTP/1.1\r\n${host}X: a\rY: b\r\n\r\n`,
};

test('bytes in which two programs could see two requests are one refusal, said in both languages, and the end', async (t) => {
  const { send } = await served(t);
  for (const [name, bytes] of Object.entries(smuggled)) {
    const said = await send(bytes);
    assert.equal(said.match(/HTTP\/1\.1 /g)?.length, 1, `${name}: ${said}`);
    assert.match(said, /^HTTP\/1\.1 400 .*content-type: application\/problem\+json.*请求不完整.* · The request/s, name);
    assert.match(said, /content-security-policy: default-src 'none'/, name);
  }
});

test('headers beyond measure are refused with what a person can do', async (t) => {
  const { send } = await served(t);
  const said = await send(`GET / HTTP/1.1\r\n${host}Cookie: ${'a=b; '.repeat(8000)}\r\n\r\n`);
  assert.match(said, /^HTTP\/1\.1 431 .*清除浏览器.* · .*clear the cookies/s);
});

test('a form that trickles in is cut off with a word; a file may take longer while it comes', {
  timeout: 20_000,
}, async (t) => {
  const { send } = await served(t, 500);
  const multipart = `${host}Content-Type: multipart/form-data; boundary=x\r\n`;
  const trickle = (url: string, kind: string, more = '') =>
    send(`POST ${url} HTTP/1.1\r\n${kind}Content-Length: 100000\r\n\r\n--x\r\n`, more);
  const after = new Promise<string>((resolve) => setTimeout(() => resolve('still waiting'), 1800));
  const plenty = 'x'.repeat(200);
  const [plain, file, dead, refused, ofPage, ofKind] = await Promise.all([
    trickle('/form', form),
    Promise.race([trickle('/file', multipart, plenty), after]),
    trickle('/file', multipart, 'x'),
    trickle('/refused', multipart, plenty),
    trickle('/file', form, plenty),
    trickle('/form', multipart, plenty),
  ]);
  assert.match(plain, /^HTTP\/1\.1 408 .*没有在规定时间内传完.* · .*did not come whole in time/s);
  assert.equal(file, 'still waiting');
  // One that does not come either is held open on purpose, and one that was answered already is waited for by nobody.
  assert.match(dead, /^HTTP\/1\.1 408 /);
  assert.match(refused, /^HTTP\/1\.1 200 .*refused$/s);
  // Neither the kind of the body nor the page alone gives the longer time.
  assert.match(ofPage, /^HTTP\/1\.1 408 /);
  // Nobody reads it there, so it is answered at once; the line does not stay open all the same.
  assert.match(ofKind, /^HTTP\/1\.1 200 .*taken$/s);
});

test('who hangs up in the middle of a form is no fault in the log', async (t) => {
  const { app, port, logged } = await served(t);
  const left = new Promise<void>((resolve) => {
    app.http.server.on('connection', (socket) => socket.on('close', () => setTimeout(resolve, 100)));
  });
  const socket = connect(port, '127.0.0.1', () => {
    socket.write(`POST /form HTTP/1.1\r\n${form}Content-Length: 1000\r\n\r\na=`);
    setTimeout(() => socket.destroy(), 100);
  });
  await left;
  assert.match(logged.join(''), /listening/);
  assert.doesNotMatch(logged.join(''), /"level":"error"/);
});

test('an address that is none is refused in the reader’s language', async (t) => {
  const { app } = await served(t);
  const ask = (language: string) => app.http.inject({ url: '/%E0%A4%A', headers: { 'accept-language': language } });
  assert.match((await ask('zh-CN')).json().title, /^提交的内容格式不对/);
  assert.match((await ask('en')).json().title, /^The request is not in the right form/);
});
