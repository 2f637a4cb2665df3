// Signature algorithms by their names in the HTTP Signature Algorithms registry (RFC 9421, 6.2.2), and two of our own.
import { constants, createSecretKey, type KeyObject, sign, verify } from 'node:crypto';
import { type Bytes, sameBytes, toBytes } from '../bytes.ts';
import { hmacSha256, hmacSm3 } from '../digest.ts';
import { ecdsaSign, ecdsaVerify } from '../signatures/ecdsa.ts';
import { ed25519Sign, ed25519Verify } from '../signatures/ed25519.ts';
import { sm2Sign, sm2Verify } from '../sm2/sign.ts';

/** `sm2-sm3` (r ‖ s, default ID) and `hmac-sm3` are not registered: both sides must have agreed on them. */
export type HttpAlgorithm =
  | 'rsa-pss-sha512'
  | 'rsa-v1_5-sha256'
  | 'hmac-sha256'
  | 'ecdsa-p256-sha256'
  | 'ecdsa-p384-sha384'
  | 'ed25519'
  | 'sm2-sm3'
  | 'hmac-sm3';

type Algorithm = {
  sign(key: KeyObject, base: string): Uint8Array;
  verify(key: KeyObject, base: string, signature: Bytes): boolean;
};

/** A shared secret for the HMAC algorithms. */
export const httpSecretKey = (secret: Bytes): KeyObject => createSecretKey(secret);

const pss = (key: KeyObject) => ({ key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 });
const pkcs1 = (key: KeyObject) => ({ key, padding: constants.RSA_PKCS1_PADDING });

function expectRsa(key: KeyObject, types: readonly string[]): void {
  if (!types.includes(String(key.asymmetricKeyType))) throw new TypeError('an RSA key is needed');
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) throw new TypeError('an RSA key of at least 2048 bits');
}

const mac = (compute: (key: Bytes, input: string) => Uint8Array): Algorithm => ({
  sign: (key, base) => compute(key.export(), base),
  verify: (key, base, signature) => sameBytes(compute(key.export(), base), signature),
});

const ecdsa = (name: 'es256' | 'es384'): Algorithm => ({
  sign: (key, base) => ecdsaSign(name, key, base),
  verify: (key, base, signature) => ecdsaVerify(name, key, base, signature),
});

export const httpAlgorithms: Readonly<Record<HttpAlgorithm, Algorithm>> = {
  'rsa-pss-sha512': {
    sign: (key, base) => {
      expectRsa(key, ['rsa', 'rsa-pss']);
      return sign('sha512', toBytes(base), pss(key));
    },
    verify: (key, base, signature) => {
      expectRsa(key, ['rsa', 'rsa-pss']);
      return verify('sha512', toBytes(base), pss(key), signature);
    },
  },
  'rsa-v1_5-sha256': {
    sign: (key, base) => {
      expectRsa(key, ['rsa']);
      return sign('sha256', toBytes(base), pkcs1(key));
    },
    verify: (key, base, signature) => {
      expectRsa(key, ['rsa']);
      return verify('sha256', toBytes(base), pkcs1(key), signature);
    },
  },
  'hmac-sha256': mac(hmacSha256),
  'hmac-sm3': mac(hmacSm3),
  'ecdsa-p256-sha256': ecdsa('es256'),
  'ecdsa-p384-sha384': ecdsa('es384'),
  ed25519: { sign: ed25519Sign, verify: ed25519Verify },
  'sm2-sm3': {
    sign: (key, base) => sm2Sign(key, base, { form: 'raw' }),
    verify: (key, base, signature) => sm2Verify(key, base, signature, { form: 'raw' }),
  },
};
