import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import test from 'node:test';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { must } from '@zhengtong/kernel';
import { concatBytes, findHex, toHex, toNumber } from '../bytes.ts';
import { der } from '../der/index.ts';
import {
  type EcdsaName,
  ecdsaOrders,
  ecdsaSign,
  ecdsaToDer,
  ecdsaVerify,
  es256Sign,
  es256Verify,
  generateEcdsaKeyPair,
} from './ecdsa.ts';
import {
  ed25519Sign,
  ed25519Verify,
  exportEd25519Public,
  exportEd25519Seed,
  generateEd25519KeyPair,
  importEd25519Public,
  importEd25519Seed,
} from './ed25519.ts';
import {
  exportMlDsaPublic,
  generateMlDsaKeyPair,
  hasMlDsa,
  importMlDsaPublic,
  importMlDsaSeed,
  mlDsaSign,
  mlDsaVerify,
} from './ml-dsa.ts';
import { isStrictPair } from './strict-pair.ts';

test('Ed25519 gives the signature of RFC 8032, 7.1, test 2', () => {
  const seed = findHex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb')!;
  const key = must(importEd25519Seed(seed));
  assert.equal(toHex(exportEd25519Public(key)), '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
  assert.equal(
    toHex(ed25519Sign(key, Uint8Array.of(0x72))),
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  );
  assert.equal(toHex(exportEd25519Seed(key)), toHex(seed));
});

test('an Ed25519 signature of another length, key or message is false', () => {
  const { privateKey, publicKey } = generateEd25519KeyPair();
  const signature = ed25519Sign(privateKey, 'x');
  assert.ok(ed25519Verify(must(importEd25519Public(exportEd25519Public(publicKey))), 'x', signature));
  for (const wrong of [signature.subarray(1), concatBytes(signature, Uint8Array.of(0)), new Uint8Array(64)])
    assert.equal(ed25519Verify(publicKey, 'x', wrong), false);
  assert.equal(ed25519Verify(publicKey, 'y', signature), false);
  assert.equal(importEd25519Public(new Uint8Array(31)).ok, false);
});

test('an ECDSA signature verifies in the form asked for alone', () => {
  const { privateKey, publicKey } = generateEcdsaKeyPair();
  const raw = es256Sign(privateKey, 'x');
  const written = ecdsaToDer('es256', raw)!;
  assert.ok(es256Verify(publicKey, 'x', raw) && es256Verify(publicKey, 'x', written, 'der'));
  assert.equal(es256Verify(publicKey, 'x', written), false);
  assert.equal(es256Verify(publicKey, 'x', raw, 'der'), false);
  const long = concatBytes(Uint8Array.of(0x30, 0x81, written.length - 2), written.subarray(2));
  for (const wrong of [long, concatBytes(written, Uint8Array.of(0)), der.sequence(der.integer(0), der.integer(1))])
    assert.equal(es256Verify(publicKey, 'x', wrong, 'der'), false);
  for (const wrong of [raw.subarray(1), new Uint8Array(64), new Uint8Array(64).fill(255), new Uint8Array(0)])
    assert.equal(es256Verify(publicKey, 'x', wrong), false);
});

test('the ranges of r and s end at the orders that @noble/curves has', () => {
  const curves = { es256: p256, es384: p384, es512: p521 } as const;
  for (const [name, curve] of Object.entries(curves) as [EcdsaName, typeof p256][]) {
    const { n } = curve.Point.CURVE();
    assert.equal(toNumber(ecdsaOrders[name]), n);
    const write = (r: bigint, s: bigint): Uint8Array => der.sequence(der.integer(r), der.integer(s));
    assert.ok(isStrictPair(write(1n, n - 1n), ecdsaOrders[name]));
    for (const wrong of [write(0n, 1n), write(1n, 0n), write(n, 1n), write(1n, n), write(-1n, 1n), write(n << 8n, 1n)])
      assert.equal(isStrictPair(wrong, ecdsaOrders[name]), false);
  }
});

test('a key of one curve is not used for the algorithm of another', () => {
  const { privateKey } = generateEcdsaKeyPair('es384');
  assert.throws(() => es256Sign(privateKey, 'x'), /prime256v1/);
  assert.throws(() => es256Sign(generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey, 'x'), /prime256v1/);
  const { privateKey: secret, publicKey } = generateEcdsaKeyPair('es512');
  assert.ok(ecdsaVerify('es512', publicKey, 'x', ecdsaSign('es512', secret, 'x')));
});

test('an ML-DSA signature holds for its message and context alone', (t) => {
  if (!hasMlDsa()) return t.skip('this Node has no ML-DSA');
  for (const name of ['ml-dsa-44', 'ml-dsa-65', 'ml-dsa-87'] as const) {
    const { privateKey, publicKey } = generateMlDsaKeyPair(name);
    const context = Buffer.from('seal');
    const signature = mlDsaSign(privateKey, 'x', context);
    const copy = must(importMlDsaPublic(name, exportMlDsaPublic(publicKey)));
    assert.ok(mlDsaVerify(copy, 'x', signature, context));
    assert.equal(mlDsaVerify(copy, 'x', signature), false);
    assert.equal(mlDsaVerify(copy, 'y', signature, context), false);
    assert.equal(mlDsaVerify(copy, 'x', signature.subarray(1), context), false);
    assert.equal(mlDsaVerify(copy, 'x', signature, new Uint8Array(256)), false);
    assert.equal(importMlDsaPublic(name, randomBytes(100)).ok, false);
    assert.ok(importMlDsaSeed(name, randomBytes(32)).ok);
  }
});
