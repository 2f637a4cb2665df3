import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { ed25519Verify, importEd25519Public, importSm2Point, sm2Verify } from '@zhengtong/crypto';
import { concat, toHex } from '../bytes.ts';
import type { CheckSignature } from '../open-note.ts';
import type { Algorithm } from '../vkey.ts';

/** SubjectPublicKeyInfo of ML-DSA-44 (RFC 9881) up to the key's 1,312 bytes. */
const mlDsa44Prefix = Uint8Array.from(Buffer.from('30820532300b06096086480165030403110382052100', 'hex'));

function importKey(algorithm: Algorithm, publicKey: Uint8Array): KeyObject | undefined {
  if (algorithm === 'ml-dsa-44') {
    const key = Buffer.from(concat(mlDsa44Prefix, publicKey));
    return createPublicKey({ key, format: 'der', type: 'spki' });
  }
  const key = algorithm === 'sm2' ? importSm2Point(publicKey) : importEd25519Public(publicKey);
  return key.ok ? key.value : undefined;
}

// Importing costs as much as a verification, and a log has few keys; the bound keeps a stranger from filling memory.
const imported = new Map<string, KeyObject>();
const maxImported = 1000;

function findKey(algorithm: Algorithm, publicKey: Uint8Array): KeyObject | undefined {
  const label = `${algorithm} ${toHex(publicKey)}`;
  const known = imported.get(label);
  if (known) return known;
  const key = importKey(algorithm, publicKey);
  if (key && imported.size < maxImported) imported.set(label, key);
  return key;
}

/** Ed25519, SM2 (GB/T 32918.2, default ID, r ‖ s) and ML-DSA-44 by Node's OpenSSL. */
export const checkSignature: CheckSignature = (algorithm, publicKey, message, signature) => {
  try {
    const key = findKey(algorithm, publicKey);
    if (!key) return false;
    if (algorithm === 'ed25519') return ed25519Verify(key, message, signature);
    if (algorithm === 'sm2') return signature.length === 64 && sm2Verify(key, message, signature, { form: 'raw' });
    return verify(null, message, key, signature);
  } catch {
    // A key that is no point or a signature OpenSSL will not parse: not a signature of this key.
    return false;
  }
};
