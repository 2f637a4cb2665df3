import assert from 'node:assert/strict';
import { createHmac, type KeyObject, sign } from 'node:crypto';
import test from 'node:test';
import { toBase64url } from '../bytes.ts';
import type { JsonValue } from '../json/canonical.ts';
import { ecdsaSign, generateEcdsaKeyPair } from '../signatures/ecdsa.ts';
import { generateEd25519KeyPair } from '../signatures/ed25519.ts';
import { importJwk, importJwks, isRocaModulus } from './jwk.ts';
import { verifyJws } from './jws.ts';

const part = (value: unknown): string =>
  toBase64url(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));
const ec = generateEcdsaKeyPair();
const jwkOf = (key: KeyObject, more: object = {}): JsonValue =>
  ({ ...(key.export({ format: 'jwk' }) as object), ...more }) as JsonValue;

function es256(header: unknown, payload = 'x'): string {
  const input = `${part(header)}.${part(payload)}`;
  return `${input}.${toBase64url(ecdsaSign('es256', ec.privateKey, input))}`;
}

const keys = importJwks(jwkOf(ec.publicKey, { kid: 'a' }))!;
const kindOf = (compact: string, given = keys): string => {
  const result = verifyJws(compact, given, ['ES256', 'EdDSA', 'HS256']);
  return result.ok ? 'verified' : result.refusal.kind;
};

test('a token verifies under the key and algorithm it was made with', () => {
  assert.equal(kindOf(es256({ alg: 'ES256', kid: 'a' })), 'verified');
  const ed = generateEd25519KeyPair();
  const input = `${part({ alg: 'EdDSA' })}.${part('x')}`;
  const compact = `${input}.${toBase64url(sign(null, Buffer.from(input), ed.privateKey))}`;
  assert.equal(kindOf(compact, importJwks(jwkOf(ed.publicKey))), 'verified');
});

test('a public key is never taken for a shared secret', () => {
  const input = `${part({ alg: 'HS256' })}.${part('x')}`;
  const pem = ec.publicKey.export({ type: 'spki', format: 'pem' });
  const compact = `${input}.${toBase64url(createHmac('sha256', pem).update(input).digest())}`;
  assert.equal(kindOf(compact), 'unknown-key');
});

test('headers that bend the rules are refused', () => {
  assert.equal(kindOf(`${part({ alg: 'none' })}.${part('x')}.`), 'algorithm-not-allowed');
  assert.equal(kindOf(es256({ alg: 'ES256', crit: ['b64'], b64: false })), 'critical-extension');
  assert.equal(kindOf(es256({ alg: 'ES256', kid: 'b' })), 'unknown-key');
  assert.equal(kindOf(es256('{"alg":"ES256","alg":"ES256"}')), 'malformed-jws');
  assert.equal(kindOf(es256('[]')), 'malformed-jws');
  assert.equal(kindOf(`${es256({ alg: 'ES256' })}=`), 'malformed-jws');
  assert.equal(kindOf(`${es256({ alg: 'ES256' })}.x`), 'malformed-jws');
  assert.equal(kindOf(es256({ alg: 'ES256' }).replace(/.$/, '!')), 'malformed-jws');
});

test('keys for another use, too weak, or in doubtful sets are not taken', () => {
  const jwk = jwkOf(ec.publicKey) as Record<string, JsonValue>;
  for (const wrong of [
    { ...jwk, use: 'enc' },
    { ...jwk, key_ops: ['encrypt'] },
    { ...jwk, alg: 'ES384' },
    { ...jwk, crv: 'P-384' },
    { ...jwk, x: jwk.y ?? '' },
    { ...jwk, kty: 'RSA' },
    { ...jwk, kty: 'constructor' },
    { ...jwk, kid: 1 },
    { kty: 'oct', k: 'AAAA' },
    { kty: 'RSA', n: toBase64url(new Uint8Array(128).fill(255)), e: 'AQAB' },
    null,
    [],
  ])
    assert.equal(importJwk(wrong as JsonValue), undefined, JSON.stringify(wrong));
  const secret = { kty: 'oct', k: toBase64url(new Uint8Array(32)) };
  assert.equal(importJwks({ keys: [jwk, secret] }), undefined);
  assert.equal(
    importJwks({
      keys: [
        { ...jwk, kid: 'a' },
        { ...jwk, kid: 'a' },
      ],
    }),
    undefined,
  );
  assert.equal(importJwks({ keys: [] }), undefined);
  assert.equal(isRocaModulus(65_537n ** 200n), true);
});
