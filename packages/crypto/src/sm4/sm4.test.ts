import assert from 'node:assert/strict';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import fc from 'fast-check';
import { findHex, toHex } from '../bytes.ts';
import { sm4CcmOpen, sm4CcmSeal } from './ccm.ts';
import { sm4GcmOpen, sm4GcmSeal } from './gcm.ts';
import { sm4CbcDecrypt, sm4CbcEncrypt, sm4Ctr, sm4EcbDecrypt, sm4EcbEncrypt } from './modes.ts';

const hex = (text: string): Uint8Array => findHex(text)!;
const key = hex('0123456789abcdeffedcba9876543210');
const iv = hex('00001234567800000000abcd');
const aad = hex('feedfacedeadbeeffeedfacedeadbeefabaddad2');
const message = hex(
  'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccddddddddddddddddeeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa',
);

test('GCM and CCM give the ciphertexts and tags of RFC 8998, appendix A', () => {
  assert.equal(
    toHex(sm4GcmSeal(key, iv, message, { aad })),
    '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d83de3541e4c2b58177e065a9bf7b62ec',
  );
  assert.equal(
    toHex(sm4CcmSeal(key, iv, message, { aad })),
    '48af93501fa62adbcd414cce6034d895dda1bf8f132f042098661572e7483094fd12e518ce062c98acee28d95df4416bed31a2f04476c18bb40c84a74b97dc5b16842d4fa186f56ab33256971fa110f4',
  );
});

test('every message comes back from every mode', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ minLength: 16, maxLength: 16 }), (text, block) => {
      const same = (back: Uint8Array): boolean => toHex(back) === toHex(text);
      return (
        same(must(sm4EcbDecrypt(block, sm4EcbEncrypt(block, text)))) &&
        same(must(sm4CbcDecrypt(key, block, sm4CbcEncrypt(key, block, text)))) &&
        same(sm4Ctr(key, block, sm4Ctr(key, block, text))) &&
        same(must(sm4GcmOpen(key, block, sm4GcmSeal(key, block, text, { aad: block }), { aad: block }))) &&
        same(must(sm4CcmOpen(key, iv, sm4CcmSeal(key, iv, text, { aad: block }), { aad: block })))
      );
    }),
    { numRuns: 60 },
  );
});

test('an authenticated ciphertext with any bit, AAD or IV changed does not open', () => {
  for (const { seal, open } of [
    { seal: sm4GcmSeal, open: sm4GcmOpen },
    { seal: sm4CcmSeal, open: sm4CcmOpen },
  ]) {
    const sealed = seal(key, iv, message, { aad });
    for (let at = 0; at < sealed.length; at++)
      assert.equal(
        open(
          key,
          iv,
          sealed.map((byte, i) => (i === at ? byte ^ 1 : byte)),
          { aad },
        ).ok,
        false,
      );
    assert.equal(open(key, iv, sealed).ok, false);
    assert.equal(
      open(
        key,
        iv.map((byte) => byte ^ 1),
        sealed,
        { aad },
      ).ok,
      false,
    );
    assert.equal(open(key, iv, sealed.subarray(0, 15), { aad }).ok, false);
    assert.equal(open(key, iv, sealed.subarray(0, -4), { aad }).ok, false);
  }
});

test('lengths that the modes forbid are mistakes of the caller', () => {
  assert.throws(() => sm4GcmSeal(key, new Uint8Array(0), message), /IV/);
  assert.throws(() => sm4GcmOpen(key, iv, message, { tagLength: 8 }), /tag/);
  for (const length of [0, 6, 14, 16]) assert.throws(() => sm4CcmSeal(key, new Uint8Array(length), message), /nonce/);
  for (const tagLength of [0, 2, 5, 17]) assert.throws(() => sm4CcmOpen(key, iv, message, { tagLength }), /tag/);
  assert.throws(() => sm4CcmSeal(key, new Uint8Array(13), new Uint8Array(65_536)), /too long/);
  assert.throws(() => sm4Ctr(key.subarray(1), key, message), /key/);
  assert.throws(() => sm4CbcEncrypt(key, iv, message), /IV/);
  assert.throws(() => sm4EcbEncrypt(key, message.subarray(1), 'none'), /whole blocks/);
});

test('padding that is not PKCS #7 is refused', () => {
  const block = sm4EcbEncrypt(key, new Uint8Array(16), 'none');
  assert.deepEqual(sm4EcbDecrypt(key, block), { ok: false, refusal: { kind: 'bad-padding' } });
  assert.deepEqual(sm4EcbDecrypt(key, new Uint8Array(0)), { ok: false, refusal: { kind: 'bad-padding' } });
  assert.deepEqual(sm4CbcDecrypt(key, key, message.subarray(1)), { ok: false, refusal: { kind: 'not-whole-blocks' } });
});
