// Ed25519 (RFC 8032) by OpenSSL, which refuses S ≥ L, wrong lengths and non-canonical points.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Bytes, concatBytes, toBytes } from '../bytes.ts';

const spkiPrefix = Uint8Array.from(Buffer.from('302a300506032b6570032100', 'hex'));
const pkcs8Prefix = Uint8Array.from(Buffer.from('302e020100300506032b657004220420', 'hex'));

export type Ed25519KeyRefusal = { readonly kind: 'not-an-ed25519-key' };

export const generateEd25519KeyPair = (): { privateKey: KeyObject; publicKey: KeyObject } =>
  generateKeyPairSync('ed25519');

/** A public key from its 32 bytes. */
export function importEd25519Public(bytes: Bytes): Result<KeyObject, Ed25519KeyRefusal> {
  if (bytes.length !== 32) return refuse({ kind: 'not-an-ed25519-key' });
  return ok(createPublicKey({ key: Buffer.from(concatBytes(spkiPrefix, bytes)), format: 'der', type: 'spki' }));
}

/** A private key from its 32-byte seed (RFC 8032, 5.1.5). */
export function importEd25519Seed(seed: Bytes): Result<KeyObject, Ed25519KeyRefusal> {
  if (seed.length !== 32) return refuse({ kind: 'not-an-ed25519-key' });
  return ok(createPrivateKey({ key: Buffer.from(concatBytes(pkcs8Prefix, seed)), format: 'der', type: 'pkcs8' }));
}

/** The 32 bytes of a public key, or of the public half of a private one. */
export function exportEd25519Public(key: KeyObject): Uint8Array {
  expectEd25519(key);
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(spkiPrefix.length));
}

/** The 32-byte seed of a private key. */
export function exportEd25519Seed(key: KeyObject): Uint8Array {
  expectEd25519(key);
  return new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }).subarray(pkcs8Prefix.length));
}

function expectEd25519(key: KeyObject): void {
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('an Ed25519 key is needed');
}

/** 64 bytes. */
export function ed25519Sign(privateKey: KeyObject, message: string | Bytes): Uint8Array {
  expectEd25519(privateKey);
  return sign(null, toBytes(message), privateKey);
}

/** False for any signature that is not 64 bytes of this key over this message. */
export function ed25519Verify(publicKey: KeyObject, message: string | Bytes, signature: Bytes): boolean {
  expectEd25519(publicKey);
  return signature.length === 64 && verify(null, toBytes(message), publicKey, signature);
}
