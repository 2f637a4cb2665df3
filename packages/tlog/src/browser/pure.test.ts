import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateSm2KeyPair, hmacSm3 as nodeHmac, sm3 as nodeSm3, sm2Sign, sm2Verify } from '@zhengtong/crypto';
import fc from 'fast-check';
import { toBytes, toHex } from '../bytes.ts';
import { sm2Signer } from '../node/index.ts';
import { checkSignature, hmacSm3, sm3 } from './index.ts';

test('SM3 without Node has the digest of the standard and of OpenSSL', () => {
  assert.equal(toHex(sm3(toBytes('abc'))), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => assert.equal(toHex(sm3(bytes)), toHex(nodeSm3(bytes)))),
  );
});

test('HMAC-SM3 without Node is that of OpenSSL, for keys shorter and longer than a block', () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 130 });
  fc.assert(
    fc.property(bytes, bytes, (key, text) => assert.equal(toHex(hmacSm3(key, text)), toHex(nodeHmac(key, text)))),
  );
});

test('SM2 without Node believes and disbelieves the signatures that OpenSSL does', () => {
  const pair = generateSm2KeyPair();
  const { publicKey } = sm2Signer('x', pair.privateKey).key;
  const message = toBytes('公文 990100');
  for (let i = 0; i < 8; i++) {
    const signature = sm2Sign(pair.privateKey, message, { form: 'raw' });
    assert.ok(checkSignature('sm2', publicKey, message, signature));
    const changed = Uint8Array.from(signature);
    changed[i * 8] = (changed[i * 8] as number) ^ 1;
    assert.equal(
      checkSignature('sm2', publicKey, message, changed),
      sm2Verify(pair.publicKey, message, changed, { form: 'raw' }),
    );
    assert.ok(!checkSignature('sm2', publicKey, toBytes('公文 990101'), signature));
    assert.ok(!checkSignature('sm2', publicKey, message, sm2Sign(pair.privateKey, message, { form: 'raw', id: '' })));
  }
  for (const wrong of [new Uint8Array(64), new Uint8Array(64).fill(255), new Uint8Array(63)]) {
    assert.ok(!checkSignature('sm2', publicKey, message, wrong));
    assert.ok(!checkSignature('sm2', new Uint8Array(65).fill(4), message, wrong));
    assert.ok(!checkSignature('ed25519', new Uint8Array(32), message, wrong));
  }
});
