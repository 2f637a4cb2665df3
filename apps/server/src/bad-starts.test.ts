import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { connect, readConfig } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import { explainFailure } from './explain-failure.ts';
import { openHouse } from './house.ts';
import { claimFolder } from './one-program.ts';

const home = () => mkdtempSync(join(tmpdir(), 'zt-start-'));
const keys = `k1:${Buffer.alloc(32, 7).toString('base64')}`;

/** What the operator reads. One sentence in Chinese, one in English, no stack. */
async function saidBy(start: () => unknown): Promise<string> {
  try {
    await start();
  } catch (error) {
    const said = explainFailure(error);
    assert.match(said, /[一-鿿].* · /);
    assert.doesNotMatch(said, /\n\s+at /);
    return said;
  }
  throw new Error('it started');
}

test('a taken port is said before anything is built', async (t) => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  t.after(() => other.close());
  const { port } = other.address() as AddressInfo;
  const folder = home();
  const said = await saidBy(() => openHouse(readConfig({ ZHENGTONG_HOME: folder, PORT: String(port) }, '/')));
  assert.match(said, new RegExp(`端口 ${port} 已被占用.*PORT=`));
});

test('a wrong DATABASE_URL, unreachable or no address at all, says what to check and repeats no password', async () => {
  const at = (DATABASE_URL: string) => ({ ZHENGTONG_HOME: home(), PORT: '0', ZHENGTONG_KEYS: keys, DATABASE_URL });
  const shape = await saidBy(() => readConfig(at('mysql://root:secret-word@db/x'), '/'));
  assert.match(shape, /postgres:\/\/user:password@host/);
  const away = await saidBy(() => openHouse(readConfig(at('postgres://u:secret-word@127.0.0.1:1/x'), '/')));
  assert.match(away, /Cannot reach the database/);
  assert.doesNotMatch(shape + away, /secret-word/);
});

test('a database without configured keys, and a key file that is not there, are refused with what to do', async () => {
  const env = { ZHENGTONG_HOME: home(), PORT: '0', DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x' };
  assert.match(await saidBy(() => openHouse(readConfig(env, '/'))), /ZHENGTONG_KEYS must be set/);
  assert.match(await saidBy(() => readConfig({ ...env, ZHENGTONG_KEYS: '@/no/where' }, '/')), /check its path/);
});

test('a folder that cannot be a folder is said with its name', async () => {
  const file = join(home(), 'file');
  writeFileSync(file, '');
  // Where the system takes no folder at all, the answer once never came.
  for (const folder of [join(file, 'inside'), '/proc/zhengtong/home'])
    assert.match(await saidBy(() => claimFolder(folder)), /Cannot write to .*ZHENGTONG_HOME/, folder);
});

test('a place for uploads that takes no files is said at the start, not to the first citizen who sends one', async () => {
  const file = join(home(), 'file');
  writeFileSync(file, '');
  for (const FILES_AT of [file, join(file, 'inside'), '/proc/zhengtong/files']) {
    const env = { ZHENGTONG_HOME: home(), PORT: '0', ZHENGTONG_KEYS: keys, FILES_AT };
    assert.match(await saidBy(() => openHouse(readConfig(env, '/'))), /Uploads cannot be kept at .*FILES_AT/, FILES_AT);
  }
});

test('a bucket that cannot be used is said at the start with what to check, and its secret is not repeated', async (t) => {
  const answers = createHttpServer((_request, response) => {
    response.writeHead(404, { 'content-type': 'application/xml' });
    response.end('<Error><Code>NoSuchBucket</Code><Message>none</Message></Error>');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => answers.once('listening', resolve));
  t.after(() => answers.close());
  const at = (port: number) => ({
    ZHENGTONG_HOME: home(),
    PORT: '0',
    FILES_AT: `s3://key:secret-word@127.0.0.1:${port}/papers?tls=no`,
  });
  for (const [port, why] of [
    [1, /ECONNREFUSED/],
    [(answers.address() as AddressInfo).port, /NoSuchBucket/],
  ] as const) {
    const said = await saidBy(() => openHouse(readConfig(at(port), '/')));
    assert.match(said, /Uploads cannot be kept in the bucket papers at 127\.0\.0\.1.*FILES_AT/);
    assert.match(said, why);
    assert.doesNotMatch(said, /secret-word/);
  }
});

test('a folder of seals that is a file, not there or closed is said at the start: papers would leave unsealed', async () => {
  const file = join(home(), 'file');
  writeFileSync(file, '');
  for (const SEALS_AT of [file, join(file, 'inside'), join(home(), 'none')]) {
    const env = { ZHENGTONG_HOME: home(), PORT: '0', ZHENGTONG_KEYS: keys, SEALS_AT };
    assert.match(await saidBy(() => openHouse(readConfig(env, '/'))), /unsealed: let SEALS_AT name/, SEALS_AT);
  }
});

test('a scanner address that is a plain file is said at the start: every upload would count as not scanned', async () => {
  const CLAMD = join(home(), 'file');
  writeFileSync(CLAMD, '');
  const env = { ZHENGTONG_HOME: home(), PORT: '0', ZHENGTONG_KEYS: keys, CLAMD };
  assert.match(await saidBy(() => openHouse(readConfig(env, '/'))), /CLAMD names .* no socket/);
});

test('files to be held for a scanner that is not set up are said at the start: all would be held for ever', async () => {
  for (const CLAMD of [undefined, '']) {
    const env = { ZHENGTONG_HOME: home(), PORT: '0', ZHENGTONG_KEYS: keys, UNSCANNED: 'hold', CLAMD };
    const said = await saidBy(() => openHouse(readConfig(env, '/')));
    assert.match(said, /设置 CLAMD.*UNSCANNED=accept.*Set CLAMD=host:port, or UNSCANNED=accept/);
  }
  assert.equal(readConfig({ UNSCANNED: 'hold', CLAMD: '127.0.0.1:3310' }, '/').unscanned, 'hold');
});

test('a home that is a file, and an address this machine does not have, are said without a stack', async () => {
  const file = join(home(), 'file');
  writeFileSync(file, '');
  const start = (env: NodeJS.ProcessEnv) => saidBy(() => openHouse(readConfig({ PORT: '0', ...env }, '/')));
  assert.match(await start({ ZHENGTONG_HOME: file }), /Cannot write to .*ZHENGTONG_HOME/);
  const away = await start({
    ZHENGTONG_HOME: home(),
    PORT: '8199',
    HOST: '192.0.2.1',
    PUBLIC_URL: 'https://a.example',
    TRUST_PROXY: 'yes',
  });
  assert.match(away, /no address 192\.0\.2\.1, which HOST names/);
});

test('a server older than PostgreSQL 15 is refused with both ways out', async (t) => {
  const old = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (bytes) => socket.write(answerAs14(bytes)));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => old.once('listening', resolve));
  t.after(() => old.close());
  const { port } = old.address() as AddressInfo;
  const said = await saidBy(() => connect(`postgres://u:p@127.0.0.1:${port}/x`));
  assert.match(said, /PostgreSQL 14 is too old.*leave DATABASE_URL out/);
});

test('a database that is not UTF-8 is refused with how to make one that is: rare letters of names have no place in it', async (t) => {
  const { url } = await testWorld(t, { modules: [] });
  const name = `ascii_${randomUUID().replaceAll('-', '')}`;
  const server = await connect(url.replace(/\/[^/]*$/, '/postgres'), { connections: 1 });
  t.after(() => server.close());
  await sql`create database ${sql.id(name)} encoding 'SQL_ASCII' locale 'C' template template0`.execute(server.db);
  try {
    const said = await saidBy(() => connect(url.replace(/\/[^/]*$/, `/${name}`)));
    assert.match(said, /SQL_ASCII; UTF8 is needed.*encoding 'UTF8'/);
  } finally {
    await sql`drop database ${sql.id(name)}`.execute(server.db);
  }
});

const message = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};

/** Enough of the protocol to be asked for the version: no PostgreSQL 14 is at hand to ask. */
function answerAs14(asked: Buffer): Buffer {
  const ready = message('Z', Buffer.from('I'));
  if (asked[0] !== 0x51) return Buffer.concat([message('R', Buffer.alloc(4)), ready]);
  const column = Buffer.concat([
    Buffer.from([0, 1]),
    Buffer.from('version\0'),
    Buffer.alloc(6),
    Buffer.from([0, 0, 0, 25]),
  ]);
  const described = message('T', Buffer.concat([column, Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0])]));
  const row = message('D', Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 6]), Buffer.from('140009')]));
  return Buffer.concat([described, row, message('C', Buffer.from('SELECT 1\0')), ready]);
}
