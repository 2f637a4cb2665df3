import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { type TestContext } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { mailText } from '../wording.ts';
import { demoPhone } from './demo-phone.ts';
import { httpSms } from './http-sms.ts';
import { smtpChannel } from './smtp.ts';

const mail = (to = 'wang@example.com') => ({ id: 'm-1', to, subject: '您的申请已受理', text: '第一行\n第二行' });

async function smtpServer(t: TestContext, refuse?: { code: number }) {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(
        refuse ? Object.assign(new Error('wang@example.com is not here'), { responseCode: refuse.code }) : undefined,
      ),
    onData: (stream, _session, done) => {
      let text = '';
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      stream.on('end', () => {
        received.push(text);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { received, url: `smtp://127.0.0.1:${port}` };
}

async function gateway(t: TestContext, status: number) {
  const seen: { headers: IncomingMessage['headers']; body: unknown }[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      seen.push({ headers: request.headers, body: JSON.parse(text) });
      response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return { seen, url: `http://user:p%40ss@127.0.0.1:${(server.address() as AddressInfo).port}/send` };
}

test('a real mail server takes the mail, with a message id that is the same at every try', async (t) => {
  const { received, url } = await smtpServer(t);
  const channel = smtpChannel(url, '政通 <no-reply@zwfw.example.cn>');
  assert.ok((await channel.send(mail())).ok);
  assert.match(received[0]!, /Message-ID: <m-1@zwfw\.example\.cn>/i);
  const body = Buffer.from(received[0]!.split('\r\n\r\n')[1]!, 'base64').toString();
  assert.match(body, /第一行\n第二行/);
});

test('a mail server that knows no such box refuses for good, one that is busy or gone is only away', async (t) => {
  const gone = await smtpServer(t, { code: 550 });
  const busy = await smtpServer(t, { code: 450 });
  const send = (url: string) => smtpChannel(url, 'a@example.cn').send(mail());
  assert.deepEqual(await send(gone.url), { ok: false, refusal: { kind: 'refused', said: 'smtp 550' } });
  assert.deepEqual(await send(busy.url), { ok: false, refusal: { kind: 'away', said: 'smtp 450' } });
  const nobody = await send('smtp://127.0.0.1:1');
  assert.equal(nobody.ok ? '' : nobody.refusal.kind, 'away');
});

test('a receiver cannot smuggle a header or a second receiver into a mail', async (t) => {
  const { received, url } = await smtpServer(t);
  const channel = smtpChannel(url, 'a@example.cn');
  await channel.send({ ...mail('wang@example.com\r\nBcc: all@example.com'), subject: 'x\r\nBcc: all@example.com' });
  assert.doesNotMatch(received.join(''), /^Bcc:/im);
});

test('whatever stands in a title or a line, one mail with our own headers arrives, and its text is the text', async (t) => {
  const { received, url } = await smtpServer(t);
  const channel = smtpChannel(url, '政通 <a@example.cn>');
  const hostile = [
    'x\r\nBcc: all@example.com\r\n\r\n<html>',
    'x\rBcc: all@example.com',
    'x\u2028Bcc: all@example.com\u0085y',
    '.\r\n.\r\nMAIL FROM:<e@example.com>\r\nRCPT TO:<all@example.com>\r\nDATA\r\nSubject: second\r\n\r\nx\r\n.\r\n',
    'a\n.\nMAIL FROM:<e@example.com>',
    '=?utf-8?Q?=0D=0ABcc:_all@example.com?=',
    '𠮷😀'.repeat(400),
    'a'.repeat(20_000),
  ];
  for (const said of hostile) {
    const words = { title: said, lines: [said], short: '' };
    const { subject, text } = mailText({ zh: words, en: words, path: '/my/letters' }, 'https://zwfw.example.cn');
    assert.ok((await channel.send({ id: 'm', to: 'wang@example.com', subject, text })).ok);
  }
  assert.equal(received.length, hostile.length);
  for (const raw of received) {
    const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
    const names = head.split(/\r\n(?![ \t])/).map((line) => line.split(':')[0]?.toLowerCase());
    const ours = [
      'content-transfer-encoding',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ];
    assert.deepEqual(names.sort(), ours);
    assert.ok(raw.split('\r\n').every((line) => Buffer.byteLength(line) <= 998));
    assert.match(head, /^To: wang@example\.com$/im);
  }
});

test('an SMS gateway gets JSON, the id as its key, and user and password as Basic', async (t) => {
  const { seen, url } = await gateway(t, 202);
  const message = { id: 's-1', phone: '13900000001', text: '您好' };
  assert.ok((await httpSms(url).send(message)).ok);
  assert.deepEqual(seen[0]!.body, message);
  assert.equal(seen[0]!.headers['idempotency-key'], 's-1');
  assert.equal(seen[0]!.headers.authorization, `Basic ${Buffer.from('user:p@ss').toString('base64')}`);
});

test('a gateway is believed when it refuses a number, and asked again when it is itself in trouble', async (t) => {
  const expected = { 400: 'refused', 404: 'refused', 401: 'away', 429: 'away', 500: 'away', 302: 'away' } as const;
  for (const [status, kind] of Object.entries(expected)) {
    const { url } = await gateway(t, Number(status));
    const sent = await httpSms(url).send({ id: 's', phone: '13900000001', text: '' });
    assert.deepEqual(sent, { ok: false, refusal: { kind, said: `http ${status}` } });
  }
});

test('the demo phone shows the last 200 messages, newest first, each once', async () => {
  const phone = demoPhone();
  for (let i = 0; i < 210; i++) await phone.send({ id: String(i), phone: '13900000001', text: `第${i}条` });
  await phone.send({ id: '209', phone: '13900000001', text: '第209条' });
  const messages = phone.listMessages('13900000001');
  assert.equal(messages.length, 200);
  assert.deepEqual([messages[0]!.text, messages.at(-1)!.text], ['第209条', '第10条']);
  assert.deepEqual(phone.listMessages('13900000002'), []);
});
