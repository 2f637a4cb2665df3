import assert from 'node:assert/strict';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { createRequire } from 'node:module';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import { sm2 as v2 } from 'sm-crypto-v2';
import { concatBytes, findHex, fromNumber, sameBytes, toHex } from '../bytes.ts';
import { der } from '../der/index.ts';
import { sm2Order } from './curve.ts';
import { sm2Decrypt, sm2Encrypt } from './encrypt.ts';
import { sm2ExchangeKeys } from './exchange.ts';
import {
  exportSm2Point,
  exportSm2PrivateDer,
  exportSm2PrivatePem,
  exportSm2PublicDer,
  exportSm2PublicPem,
  generateSm2KeyPair,
  importSm2Point,
  importSm2PrivateKey,
  importSm2PublicKey,
  importSm2Secret,
  preparedPrivate,
  sameSm2Key,
  sm2PublicKeyOf,
} from './keys.ts';
import { sm2Sign, sm2SignatureToDer, sm2SignatureToRaw, sm2Verify } from './sign.ts';

type OldSm2 = {
  doSignature(message: string, secret: string, options: object): string;
  doVerifySignature(message: string, signature: string, point: string, options: object): boolean;
};
const { sm2: v1 } = createRequire(import.meta.url)('sm-crypto') as { sm2: OldSm2 };

const { privateKey, publicKey } = generateSm2KeyPair();
const secretHex = toHex(preparedPrivate(privateKey).secret);
const pointHex = toHex(exportSm2Point(publicKey));
const message = '关于印发《政务数据共享条例》的通知';
const standard = { hash: true, der: true, userId: '1234567812345678' };

test('a signature made here verifies in sm-crypto and sm-crypto-v2, and theirs here', () => {
  const ours = toHex(sm2Sign(privateKey, message));
  assert.ok(v1.doVerifySignature(message, ours, pointHex, standard));
  assert.ok(v2.doVerifySignature(message, ours, pointHex, standard));
  assert.ok(sm2Verify(publicKey, message, findHex(v1.doSignature(message, secretHex, standard))!));
  assert.ok(sm2Verify(publicKey, message, findHex(v2.doSignature(message, secretHex, standard))!));
});

test('a key straight from generateKeyPair signs SM2 here, not the plain ECDSA that Node would make', () => {
  const raw = generateKeyPairSync('ec', { namedCurve: 'SM2' });
  const signature = sm2Sign(raw.privateKey, message);
  assert.ok(sm2Verify(raw.publicKey, message, signature));
  assert.ok(v2.doVerifySignature(message, toHex(signature), toHex(exportSm2Point(raw.publicKey)), standard));
});

test('a signature holds for its own message, ID and key alone', () => {
  const signature = sm2Sign(privateKey, message, { id: '990100199001011234' });
  assert.ok(sm2Verify(publicKey, message, signature, { id: '990100199001011234' }));
  assert.equal(sm2Verify(publicKey, message, signature), false);
  assert.equal(sm2Verify(publicKey, message, signature, { id: '' }), false);
  assert.equal(sm2Verify(publicKey, `${message}。`, signature, { id: '990100199001011234' }), false);
  assert.equal(sm2Verify(generateSm2KeyPair().publicKey, message, signature, { id: '990100199001011234' }), false);
});

test('a signature is read in one form only: strict DER or 64 bytes, numbers from 1 to n−1', () => {
  const raw = sm2Sign(privateKey, message, { form: 'raw' });
  const written = sm2SignatureToDer(raw)!;
  assert.ok(sm2Verify(publicKey, message, raw, { form: 'raw' }) && sm2Verify(publicKey, message, written));
  const [r, s] = [raw.subarray(0, 32), raw.subarray(32)].map((half) => BigInt(`0x${toHex(half)}`)) as [bigint, bigint];
  const others = [
    new Uint8Array(0),
    concatBytes(written, Uint8Array.of(0)),
    der.sequence(der.integer(r), der.integer(s), der.null()),
    der.sequence(der.integer(r + sm2Order), der.integer(s)),
    der.sequence(der.integer(r), der.integer(sm2Order - s)),
    der.sequence(der.integer(-r), der.integer(s)),
    der.sequence(der.integer(0), der.integer(0)),
    der.sequence(der.integer(r), der.integer(sm2Order)),
    concatBytes(Uint8Array.of(0x30, 0x81, written.length - 2), written.subarray(2)),
    raw,
  ];
  for (const other of others) assert.equal(sm2Verify(publicKey, message, other), false, toHex(other));
  for (const other of [raw.subarray(1), concatBytes(raw, Uint8Array.of(0)), new Uint8Array(64), written])
    assert.equal(sm2Verify(publicKey, message, other, { form: 'raw' }), false, toHex(other));
  assert.equal(sm2SignatureToRaw(raw), undefined);
});

test('keys survive PEM, DER and a passphrase, and the wrong passphrase is refused', () => {
  const pem = exportSm2PrivatePem(privateKey, '政通');
  assert.match(pem, /ENCRYPTED PRIVATE KEY/);
  for (const copy of [
    must(importSm2PrivateKey(pem, '政通')),
    must(importSm2PrivateKey(exportSm2PrivatePem(privateKey))),
    must(importSm2PrivateKey(exportSm2PrivateDer(privateKey))),
    must(importSm2Secret(findHex(secretHex)!)),
  ])
    assert.ok(sameSm2Key(sm2PublicKeyOf(copy), publicKey));
  assert.equal(importSm2PrivateKey(pem, 'x').ok, false);
  assert.equal(importSm2PrivateKey(pem).ok, false);
  for (const copy of [
    importSm2PublicKey(exportSm2PublicPem(publicKey)),
    importSm2PublicKey(exportSm2PublicDer(publicKey)),
  ])
    assert.ok(copy.ok && sameSm2Key(copy.value, publicKey));
});

test('keys of other curves, points off the curve and numbers out of range are refused', () => {
  const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  assert.equal(importSm2PublicKey(p256.publicKey.export({ type: 'spki', format: 'der' })).ok, false);
  assert.equal(importSm2PrivateKey(p256.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()).ok, false);
  assert.throws(() => sm2Sign(p256.privateKey, message), /not SM2/);
  assert.throws(
    () =>
      sm2Sign(
        createPrivateKey(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })),
        message,
      ),
    /not SM2/,
  );
  const point = exportSm2Point(publicKey);
  const off = Uint8Array.from(point);
  off[64] = (off[64] ?? 0) ^ 1;
  for (const wrong of [
    off,
    point.subarray(0, 64),
    Uint8Array.of(0),
    new Uint8Array(65),
    concatBytes(point, Uint8Array.of(0)),
  ])
    assert.equal(importSm2Point(wrong).ok, false);
  assert.ok(sameSm2Key(must(importSm2Point(point.subarray(1))), publicKey));
  for (const d of [0n, sm2Order - 1n, sm2Order, 2n ** 256n - 1n])
    assert.equal(importSm2Secret(fromNumber(d, 32)).ok, false);
});

test('what one of three implementations encrypts the others decrypt', () => {
  const ours = sm2Encrypt(publicKey, message, 'raw');
  assert.equal(v2.doDecrypt(toHex(ours.subarray(1)), secretHex, 1), message);
  const theirs = findHex(`04${v2.doEncrypt(message, pointHex, 1)}`)!;
  assert.equal(Buffer.from(must(sm2Decrypt(privateKey, theirs, 'raw'))).toString(), message);
  const old = findHex(`04${v2.doEncrypt(message, pointHex, 0)}`)!;
  assert.equal(Buffer.from(must(sm2Decrypt(privateKey, old, 'raw-c1c2c3'))).toString(), message);
});

test('a ciphertext changed anywhere, cut, or with a point off the curve is refused in one way', () => {
  const sealed = sm2Encrypt(publicKey, 'k');
  assert.equal(Buffer.from(must(sm2Decrypt(privateKey, sealed))).toString(), 'k');
  for (let at = 0; at < sealed.length; at += 5) {
    const changed = sealed.map((byte, i) => (i === at ? byte ^ 0x10 : byte));
    assert.deepEqual(sm2Decrypt(privateKey, changed), { ok: false, refusal: { kind: 'not-decryptable' } });
  }
  for (let length = 0; length < sealed.length; length += 9)
    assert.equal(sm2Decrypt(privateKey, sealed.subarray(0, length)).ok, false);
  assert.throws(() => sm2Encrypt(publicKey, ''), /at least one byte/);
});

test('the key exchange of the standard gives its published key and confirmations', () => {
  const key = (hex: string) => must(importSm2Secret(findHex(hex)!));
  const [dA, dB, rA, rB] = [
    '81EB26E941BB5AF16DF116495F90695272AE2CD63D6C4AE1678418BE48230029',
    '785129917D45A9EA5437A59356B82338EAADDA6CEB199088F14AE10DEFA229B5',
    'D4DE15474DB74D06491C440D305E012400990F3E390C7E87153C12DB2EA60BB3',
    '7E07124814B309489125EAED101113164EBF0F3458C5BD88335C1F9D596243D6',
  ].map(key) as [typeof privateKey, typeof privateKey, typeof privateKey, typeof privateKey];
  const a = must(
    sm2ExchangeKeys({
      role: 'initiator',
      ownKey: dA,
      ownShortLivedKey: rA,
      peerKey: sm2PublicKeyOf(dB),
      peerShortLivedKey: sm2PublicKeyOf(rB),
      keyLength: 16,
    }),
  );
  const b = must(
    sm2ExchangeKeys({
      role: 'responder',
      ownKey: dB,
      ownShortLivedKey: rB,
      peerKey: sm2PublicKeyOf(dA),
      peerShortLivedKey: sm2PublicKeyOf(rA),
      keyLength: 16,
    }),
  );
  assert.equal(toHex(a.key), '6c89347354de2484c60b4ab1fde4c6e5');
  assert.equal(toHex(a.peer), 'd3a0fe15dee185ceae907a6b595cc32a266ed7b3367e9983a896dc32fa20f8eb');
  assert.equal(toHex(a.own), '18c7894b3816df16cf07b05c5ec0bef5d655d58f779cc1b400a4f3884644db88');
  assert.ok(sameBytes(a.key, b.key) && sameBytes(a.own, b.peer) && sameBytes(a.peer, b.own));
});
