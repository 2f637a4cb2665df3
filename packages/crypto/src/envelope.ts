// The default way to keep something secret: SM4-CTR, then HMAC-SM3 over everything that was written. The first byte names
// the suite, so that a later one can be read beside it; the key's name travels along, so that keys can rotate.
import { createCipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Bytes, concatBytes, fromNumber, sameBytes, toBytes } from './bytes.ts';

/** Suite ids, never reused. 1: SM4-CTR + HMAC-SM3; 2: AES-256-CTR + HMAC-SHA-256, where the law does not ask for SM. */
export const envelopeSuites = { 1: 'SM4-CTR+HMAC-SM3', 2: 'AES-256-CTR+HMAC-SHA-256' } as const;
export type EnvelopeSuite = keyof typeof envelopeSuites;

const algorithms = {
  1: { cipher: 'sm4-ctr', hash: 'sm3', keyBytes: 16 },
  2: { cipher: 'aes-256-ctr', hash: 'sha256', keyBytes: 32 },
} as const;

export type EnvelopeKey = {
  /** 1 to 64 of `A–Z a–z 0–9 . _ -`; written into every ciphertext in the clear. */
  readonly name: string;
  readonly suite: EnvelopeSuite;
  readonly encryption: Bytes;
  readonly authentication: Bytes;
};

export type EnvelopeRefusal =
  | { readonly kind: 'not-an-envelope' }
  | { readonly kind: 'unknown-key'; readonly name: string }
  | { readonly kind: 'not-authentic' };

const none = new Uint8Array(0);
const namePattern = /^[A-Za-z0-9._-]{1,64}$/;

/** Two keys by HKDF (RFC 5869) from one secret of at least 16 bytes. Make once, keep, use often. */
export function envelopeKey(name: string, secret: Bytes, suite: EnvelopeSuite = 1): EnvelopeKey {
  if (!namePattern.test(name)) throw new RangeError('a key name has 1 to 64 letters, digits, dots, dashes');
  const { hash, keyBytes } = algorithms[suite];
  if (secret.length < keyBytes) throw new RangeError(`a secret of at least ${keyBytes} bytes`);
  const derived = new Uint8Array(hkdfSync(hash, secret, none, `zhengtong envelope ${suite}`, keyBytes + 32));
  return { name, suite, encryption: derived.subarray(0, keyBytes), authentication: derived.subarray(keyBytes) };
}

function tagOf(key: EnvelopeKey, written: Bytes, context: Bytes): Uint8Array {
  // The length of the context closes the input, so that no byte can move between context and ciphertext.
  return createHmac(algorithms[key.suite].hash, key.authentication)
    .update(context)
    .update(written)
    .update(fromNumber(BigInt(context.length), 8))
    .digest();
}

const ctr = (key: EnvelopeKey, iv: Bytes, input: Bytes): Uint8Array =>
  createCipheriv(algorithms[key.suite].cipher, key.encryption, iv).update(input);

/**
 * Suite (1 byte) ‖ length of key name (1) ‖ key name ‖ IV (16, random) ‖ ciphertext ‖ tag (32). `context` says where
 * the ciphertext belongs (table, column, row) and must be given again to open: it then cannot be moved elsewhere.
 */
export function sealEnvelope(key: EnvelopeKey, message: string | Bytes, context: string | Bytes = none): Uint8Array {
  const name = toBytes(key.name);
  const iv = randomBytes(16);
  const written = concatBytes(Uint8Array.of(key.suite, name.length), name, iv, ctr(key, iv, toBytes(message)));
  return concatBytes(written, tagOf(key, written, toBytes(context)));
}

/** The suite and key name a ciphertext carries, unproved: for finding the key and for planning rotation. */
export function readEnvelopeHeader(sealed: Bytes): Result<{ suite: EnvelopeSuite; name: string }, EnvelopeRefusal> {
  const [suite = 0, length = 0] = sealed;
  const name = Buffer.from(sealed.subarray(2, 2 + length)).toString('latin1');
  const isWhole = sealed.length >= 2 + length + 16 + 32 && name.length === length && namePattern.test(name);
  if (!isWhole || !(suite in envelopeSuites)) return refuse({ kind: 'not-an-envelope' });
  return ok({ suite: suite as EnvelopeSuite, name });
}

/** Opens with the key of that name. A key of another suite under the same name counts as unknown. */
export function openEnvelope(
  keys: readonly EnvelopeKey[],
  sealed: Bytes,
  context: string | Bytes = none,
): Result<Uint8Array, EnvelopeRefusal> {
  const header = readEnvelopeHeader(sealed);
  if (!header.ok) return header;
  const { suite, name } = header.value;
  const key = keys.find((one) => one.name === name && one.suite === suite);
  if (!key) return refuse({ kind: 'unknown-key', name });
  const written = sealed.subarray(0, -32);
  if (!sameBytes(tagOf(key, written, toBytes(context)), sealed.subarray(-32))) return refuse({ kind: 'not-authentic' });
  const start = 2 + name.length;
  return ok(ctr(key, written.subarray(start, start + 16), written.subarray(start + 16)));
}
