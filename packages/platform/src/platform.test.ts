import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { sql } from 'kysely';
import { readConfig } from './config.ts';
import { connect } from './database.ts';
import { DatabaseNewer, findNewer, migrate } from './migrate.ts';
import { deriveKeys, findingHash, seal, unseal } from './sealing.ts';
import { folderStorage } from './storage/index.ts';
import { testWorld } from './test/index.ts';

const oldKey = { name: 'k1', secret: Buffer.alloc(32, 1) };
const newKey = { name: 'k2', secret: Buffer.alloc(32, 2) };

test('a sealed text opens after its key was rotated, and nowhere but in its own column', () => {
  const sealed = seal(deriveKeys([oldKey]), 'people.phone', '13900000000');
  const rotated = deriveKeys([newKey, oldKey]);
  assert.equal(unseal(rotated, 'people.phone', sealed), '13900000000');
  assert.throws(() => unseal(rotated, 'people.name', sealed));
  assert.equal(findingHash(rotated, 'phone', 'x'), findingHash(deriveKeys([oldKey]), 'phone', 'x'));
});

test('any text survives sealing and never shows in the cipher', () => {
  const keys = deriveKeys([oldKey]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), (plain) => {
      const sealed = seal(keys, 'a.b', plain);
      return unseal(keys, 'a.b', sealed) === plain && !sealed.includes(plain);
    }),
  );
});

test('a setting that cannot work is named with what to do', () => {
  assert.throws(() => readConfig({ PORT: '80800' }, '/'), /PORT=80800.*0 到 65535/);
  assert.throws(() => readConfig({ PUBLIC_URL: 'http://zwfw.example' }, '/'), /TLS/);
  assert.throws(() => readConfig({ ZHENGTONG_KEYS: 'k1:short' }, '/'), /32 字节/);
  assert.throws(() => readConfig({ CITY: '南宁市' }, '/'), /CITY=南宁市/);
  const plain = { REGISTER_URL: 'http://user:secret@register.example/check' };
  assert.throws(
    () => readConfig(plain, '/'),
    (error: Error) => /https/.test(error.message) && !/secret/.test(error.message),
  );
  assert.equal(readConfig({}, '/x').publicUrl, 'http://127.0.0.1:8080');
});

test('a mistyped place is refused at start in both languages, and a password in it is not repeated', () => {
  const wrong: Record<string, string[]> = {
    DATABASE_URL: [
      'mysql://u:hush-word@db/x',
      'postgres://u:p@hush-word@db/x',
      'postgres://u:hush-word/p@db/x',
      'postgres://',
    ],
    SMTP_URL: ['mail.example:25', 'http://u:hush-word@mail.example', 'smtp://', 'smtps://u:se/hush-word@mail.example'],
    MAIL_FROM: ['zwfw', 'a@b\r\nBcc: c@d', '政务 <zwfw>', 'a@b, c@d', '<a@b> <c@d>', ''],
    CLAMD: ['127.0.0.1', 'clamd', 'tcp://127.0.0.1:3310', '127.0.0.1:0', '127.0.0.1:99999', 'run/clamd.sock'],
    FILES_AT: ['http://files.example/x', 's3://k:hush-word@host', 's3://host/bucket', 's3://', 'file:///srv', ''],
    SEALS_AT: ['s3://k:hush-word@host/seals', 'file:///srv/seals', ''],
    ZHENGTONG_HOME: ['file:///srv', ''],
    PUBLIC_URL: ['https://a.example/zwfw', 'https://u:hush-word@a.example', 'https://a.example/?x=1', 'a.example'],
    METRICS_FROM: ['prometheus', '10.1.0.0/33', '10.1.2.3,', '10.1.2.3:9090', 'fe80::1%eth0'],
    HOST: ['http://0.0.0.0', '0.0.0.0:8080', 'a b', ''],
  };
  for (const [name, values] of Object.entries(wrong))
    for (const value of values)
      assert.throws(
        () => readConfig({ [name]: value }, '/x'),
        (error: Error) =>
          new RegExp(`^${name}[= ].*[一-鿿].* · ${name}[= ].*must be`, 's').test(error.message) &&
          !/hush-word/.test(error.message),
        `${name}=${JSON.stringify(value)}`,
      );
});

test('an https address without a trusted proxy is refused: a whole city would share the limits of one address', () => {
  const at = (env: NodeJS.ProcessEnv) => () => readConfig({ PUBLIC_URL: 'https://zwfw.example', ...env }, '/');
  for (const env of [{}, { TRUST_PROXY: 'no' }, { ROLE: 'web' }]) assert.throws(at(env), /Set TRUST_PROXY=yes/);
  for (const env of [{ TRUST_PROXY: 'yes' }, { ROLE: 'worker' }]) assert.doesNotThrow(at(env));
});

test('every usual way to write a place is taken', () => {
  const right: Record<string, string[]> = {
    DATABASE_URL: [
      'postgres://u:p%40%2Fss@db:5432/x',
      'postgresql://u@db/x?sslmode=require',
      'postgres:///x?host=/run/postgresql',
    ],
    SMTP_URL: ['smtp://mail.example', 'smtps://u:p%40ss@mail.example:465', 'smtp://127.0.0.1:25/', 'smtp://[::1]:25'],
    MAIL_FROM: [
      'zwfw@example.gov.cn',
      '政务 <zwfw@example.gov.cn>',
      '"City, Services" <a@b.cn>',
      'zhengtong@localhost',
    ],
    CLAMD: ['127.0.0.1:3310', 'clamd.internal:3310', '[::1]:3310', '/run/clamav/clamd.ctl'],
    FILES_AT: ['/srv/files', 'files', 's3://k:s@127.0.0.1:9000/bucket?tls=no', 's3://k:s%2F@host/b?region=cn-north-1'],
    SEALS_AT: ['/srv/seals', 'seals'],
    PUBLIC_URL: ['https://zwfw.example.gov.cn', 'https://zwfw.example.gov.cn/', 'https://zwfw.example.gov.cn:8443'],
    METRICS_FROM: ['10.1.2.3', '10.1.0.0/16, fd00::/8', '::1', '0.0.0.0/0'],
    HOST: ['0.0.0.0', '::', '::1', 'localhost', 'web-1.internal'],
  };
  for (const [name, values] of Object.entries(right))
    for (const value of values)
      assert.doesNotThrow(
        () => readConfig({ PUBLIC_URL: 'https://a.example', TRUST_PROXY: 'yes', [name]: value }, '/x'),
        `${name}=${value}`,
      );
  assert.equal(readConfig({ SEALS_AT: 'seals' }, '/x').sealsAt, '/x/seals');
});

test('a wrong database address is one clear sentence', async () => {
  await assert.rejects(connect('postgres://nobody:x@127.0.0.1:1/none'), /连不上数据库.*Cannot reach/);
});

function migrations(files: Record<string, string>): URL {
  const folder = mkdtempSync(join(tmpdir(), 'zt-migrations-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return pathToFileURL(`${folder}/`);
}

test('migrations run once, in order, whole or not at all, and a changed file is refused', async (t) => {
  const { db } = await testWorld(t, { modules: [] });
  const files = { '0001_a.sql': 'create table probe.a (id int)', '0002_b.sql': 'create table probe.b (id int)' };
  const source = { name: 'probe', migrations: migrations(files) };
  const counts = await Promise.all([migrate(db, [source]), migrate(db, [source])]);
  assert.equal(counts[0]! + counts[1]!, 2);
  assert.equal(await migrate(db, [source]), 0);
  const changed = { name: 'probe', migrations: migrations({ ...files, '0001_a.sql': 'create table probe.c ()' }) };
  await assert.rejects(migrate(db, [changed]), /0001_a\.sql.*被修改/);
  const broken = {
    name: 'other',
    migrations: migrations({ '0001_a.sql': 'create table other.a (id int); select 1/0' }),
  };
  await assert.rejects(migrate(db, [broken]), /division by zero/);
  assert.equal((await sql`select 1 from pg_namespace where nspname = 'other'`.execute(db)).rows.length, 0);
});

test('a program older than the database refuses to touch it', async (t) => {
  const { db } = await testWorld(t, { modules: [] });
  const newer = migrations({ '0001_a.sql': 'select 1', '0002_b.sql': '-- breaking\nselect 1' });
  await migrate(db, [{ name: 'probe', migrations: newer }]);
  const older = migrations({ '0001_a.sql': 'select 1' });
  await assert.rejects(migrate(db, [{ name: 'probe', migrations: older }]), DatabaseNewer);
});

test('a database newer in what an older program can bear is told of, and lets it in', async (t) => {
  const { db } = await testWorld(t, { modules: [] });
  const newer = [{ name: 'probe', migrations: migrations({ '0001_a.sql': 'select 1', '0002_b.sql': 'select 1' }) }];
  await migrate(db, newer);
  const older = [{ name: 'probe', migrations: migrations({ '0001_a.sql': 'select 1' }) }];
  assert.equal(await migrate(db, older), 0);
  assert.deepEqual([await findNewer(db, older), await findNewer(db, newer)], ['probe/0002_b.sql', undefined]);
});

test('a stored file is whole or absent, and no name leaves the folder', async () => {
  const storage = folderStorage(mkdtempSync(join(tmpdir(), 'zt-storage-')));
  await storage.write('ab/file', Readable.from(['content']));
  assert.equal(await text(await storage.read('ab/file')), 'content');
  const broken = new Readable({
    read() {
      this.destroy(new Error('cut'));
    },
  });
  await assert.rejects(storage.write('ab/half', broken));
  assert.equal(await storage.exists('ab/half'), false);
  await assert.rejects(async () => storage.write('../out', Readable.from(['x'])), /unusable/);
  assert.deepEqual(await Array.fromAsync(storage.list()), ['ab/file']);
  await storage.remove('ab/file');
  await storage.remove('ab/file');
});
