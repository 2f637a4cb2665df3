import assert from 'node:assert/strict';
import test from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { testPorts } from '@zhengtong/files/test';
import { s3Storage } from '@zhengtong/platform';
import { givenBucket } from '@zhengtong/platform/test';
import { browse, portalWorld, signIn, startWindmill, uploadDrawing, verifySelf } from './test/index.ts';

test('a bucket that is full or does not answer is told on the page where the file was chosen, and nothing is lost', async (t) => {
  const bucket = await givenBucket(t);
  const world = await portalWorld(t, { files: testPorts({ storage: s3Storage(bucket.address) }) });
  const item = await givenItem(world);
  const tab = browse(world);
  await signIn(world, tab);
  await verifySelf(tab);
  const at = await startWindmill(tab, item);
  const refused = async (words: RegExp) => {
    const said = await uploadDrawing(tab, at);
    assert.equal(said.statusCode, 422);
    assert.match(said.body, words);
    assert.match(said.body, /您填写的内容没有丢失，请过一会儿再传/);
  };
  bucket.answer({ status: 403, code: 'QuotaExceeded' });
  await refused(/存储空间暂时不够/);
  bucket.answer({ status: 503, code: 'SlowDown' });
  await refused(/这个文件现在存不了/);
  bucket.answer(undefined);
  assert.equal((await uploadDrawing(tab, at)).statusCode, 303);
  const file = /\/files\/[0-9a-f-]{36}/.exec((await tab.get(`${at}/materials`)).body)?.[0];
  bucket.answer({ status: 503, code: 'SlowDown' });
  const shut = await tab.get(`${at}${file}`);
  assert.equal(shut.statusCode, 503);
  assert.match(shut.body, /很快恢复/);
});
