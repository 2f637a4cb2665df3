// ML-DSA (FIPS 204), signatures that a quantum computer does not break, where this Node's OpenSSL (3.5 and later) has it.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Bytes, toBytes } from '../bytes.ts';
import { der, openDer, readBitString, readDer } from '../der/index.ts';

export type MlDsaName = 'ml-dsa-44' | 'ml-dsa-65' | 'ml-dsa-87';
export type MlDsaKeyRefusal = { readonly kind: 'not-an-ml-dsa-key' };

const sizes = {
  'ml-dsa-44': { oid: '2.16.840.1.101.3.4.3.17', publicKey: 1312, signature: 2420 },
  'ml-dsa-65': { oid: '2.16.840.1.101.3.4.3.18', publicKey: 1952, signature: 3309 },
  'ml-dsa-87': { oid: '2.16.840.1.101.3.4.3.19', publicKey: 2592, signature: 4627 },
} as const;

const none = new Uint8Array(0);

/** Whether this Node can do ML-DSA at all. Every other function of this file throws where it cannot. */
export function hasMlDsa(): boolean {
  try {
    return generateMlDsaKeyPair('ml-dsa-44').publicKey.asymmetricKeyType === 'ml-dsa-44';
  } catch {
    return false;
  }
}

// The types of @types/node 24 know the names; the pairs are plain key objects.
export const generateMlDsaKeyPair = (name: MlDsaName = 'ml-dsa-65'): { privateKey: KeyObject; publicKey: KeyObject } =>
  generateKeyPairSync(name as 'ml-dsa-65');

/** A public key from its raw bytes (1312, 1952 or 2592). */
export function importMlDsaPublic(name: MlDsaName, bytes: Bytes): Result<KeyObject, MlDsaKeyRefusal> {
  const { oid, publicKey } = sizes[name];
  if (bytes.length !== publicKey) return refuse({ kind: 'not-an-ml-dsa-key' });
  const spki = der.sequence(der.sequence(der.oid(oid)), der.bitString(bytes));
  return ok(createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }));
}

/** A private key from its 32-byte seed (RFC 9881, section 6). */
export function importMlDsaSeed(name: MlDsaName, seed: Bytes): Result<KeyObject, MlDsaKeyRefusal> {
  if (seed.length !== 32) return refuse({ kind: 'not-an-ml-dsa-key' });
  const algorithm = der.sequence(der.oid(sizes[name].oid));
  const pkcs8 = der.sequence(der.integer(0), algorithm, der.octetString(der.implicit(0, seed)));
  return ok(createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }));
}

/** The raw bytes of a public key. */
export function exportMlDsaPublic(publicKey: KeyObject): Uint8Array {
  const outer = openDer(readDer(publicKey.export({ type: 'spki', format: 'der' })));
  outer.next();
  return Uint8Array.from(readBitString(outer.next()));
}

function nameOf(key: KeyObject): MlDsaName {
  const type = String(key.asymmetricKeyType);
  if (!(type in sizes)) throw new TypeError('an ML-DSA key is needed');
  return type as MlDsaName;
}

// `context` reached Node before its types.
const withContext = (key: KeyObject, context: Bytes) => (context.length === 0 ? key : { key, context });

/** Signs with an optional context of at most 255 bytes (FIPS 204, 5.2). */
export function mlDsaSign(privateKey: KeyObject, message: string | Bytes, context: Bytes = none): Uint8Array {
  nameOf(privateKey);
  if (context.length > 255) throw new RangeError('a context of at most 255 bytes');
  return sign(null, toBytes(message), withContext(privateKey, context));
}

/** False for another length, another context, or one over 255 bytes. */
export function mlDsaVerify(
  publicKey: KeyObject,
  message: string | Bytes,
  signature: Bytes,
  context: Bytes = none,
): boolean {
  const { signature: length } = sizes[nameOf(publicKey)];
  if (signature.length !== length || context.length > 255) return false;
  return verify(null, toBytes(message), withContext(publicKey, context), signature);
}
