import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import test from 'node:test';
import { givenBucket } from '../test/index.ts';
import { StorageAway, StorageFull, s3Storage } from './index.ts';

const mebibyte = Buffer.alloc(1_048_576, 'a');
const bytes = (mebibytes = 0) => Readable.from([Buffer.from('%PDF-1.4'), ...Array<Buffer>(mebibytes).fill(mebibyte)]);

test('a bucket keeps files small and large, lists them and forgets them', async (t) => {
  const bucket = await givenBucket(t);
  const storage = s3Storage(bucket.address);
  await storage.write('ab/small', bytes());
  await storage.write('ab/large', bytes(12));
  assert.deepEqual(await buffer(await storage.read('ab/large')), await buffer(bytes(12)));
  assert.deepEqual(await Array.fromAsync(storage.list()), ['ab/small', 'ab/large']);
  await storage.remove('ab/large');
  assert.deepEqual([await storage.exists('ab/small'), await storage.exists('ab/large')], [true, false]);
  await assert.rejects(storage.read('ab/large'), { name: 'NoSuchKey' });
});

test('that no room is left is told apart, in whichever words a server says it, at once or in the middle of a file', async (t) => {
  const bucket = await givenBucket(t);
  const storage = s3Storage(bucket.address);
  for (const no of [
    { status: 403, code: 'QuotaExceeded' },
    { status: 507, code: 'XMinioStorageFull' },
    { status: 400, code: 'XMinioAdminBucketQuotaExceeded' },
    { status: 403, code: 'InsufficientStorageSpace' },
    { status: 400, code: 'EntityTooLarge' },
    { status: 507 },
  ]) {
    bucket.answer(no);
    await assert.rejects(storage.write('ab/one', bytes()), StorageFull, JSON.stringify(no));
    bucket.answer(no, ({ url }) => /partNumber=2/.test(url ?? ''));
    await assert.rejects(storage.write('ab/two', bytes(12)), StorageFull, JSON.stringify(no));
  }
  assert.equal(bucket.objects.size, 0);
});

test('a server that is away, too busy, closed to us or silent is told as one that does not do its work', async (t) => {
  const bucket = await givenBucket(t);
  const storage = s3Storage(bucket.address, 200);
  const all = async (at: typeof storage, what: string) => {
    await assert.rejects(at.write('ab/one', bytes()), StorageAway, what);
    await assert.rejects(at.read('ab/one'), StorageAway, what);
    await assert.rejects(at.exists('ab/one'), StorageAway, what);
    await assert.rejects(at.remove('ab/one'), StorageAway, what);
  };
  for (const no of [{ status: 503, code: 'SlowDown' }, { status: 403, code: 'AccessDenied' }, { status: 502 }]) {
    bucket.answer(no);
    await all(storage, JSON.stringify(no));
  }
  bucket.answer('silent');
  await all(storage, 'silent');
  await all(s3Storage('s3://key:secret@127.0.0.1:1/papers?tls=no'), 'away');
});

test('what breaks the bytes on their way is told as that, small and large', async (t) => {
  const bucket = await givenBucket(t);
  const storage = s3Storage(bucket.address);
  for (const before of [0, 12]) {
    const cut = Readable.from(
      (function* () {
        for (let n = 0; n < before; n++) yield mebibyte;
        throw new Error('gone');
      })(),
    );
    await assert.rejects(storage.write('ab/one', cut), /gone/);
  }
  assert.equal(bucket.objects.size, 0);
});

test('many who read slowly leave room for who writes', async (t) => {
  const bucket = await givenBucket(t);
  const storage = s3Storage(bucket.address, 2000);
  // More than lies in the sockets between: a line stays busy until somebody reads on.
  bucket.objects.set('ab/large', Buffer.alloc(16 * 1_048_576));
  const slow = await Promise.all(Array.from({ length: 60 }, () => storage.read('ab/large')));
  await storage.write('ab/one', bytes());
  for (const one of slow) one.on('error', () => {}).destroy();
});
