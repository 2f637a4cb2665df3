// SM4 (GB/T 32907-2016) in the modes OpenSSL carries. None of these alone tells a changed ciphertext: use the envelope,
// GCM or CCM unless a format from elsewhere demands one.
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Bytes, concatBytes } from '../bytes.ts';

/** Padding of PKCS #7, or none where the length is a multiple of 16 already. */
export type Sm4Padding = 'pkcs7' | 'none';
export type Sm4Refusal = { readonly kind: 'bad-padding' } | { readonly kind: 'not-whole-blocks' };

function expectLength(what: string, bytes: Bytes, length: number): void {
  if (bytes.length !== length) throw new RangeError(`${what} has ${length} bytes`);
}

function encrypt(mode: string, key: Bytes, iv: Bytes | null, message: Bytes, padding: Sm4Padding): Uint8Array {
  expectLength('an SM4 key', key, 16);
  if (padding === 'none' && message.length % 16 !== 0) throw new RangeError('whole blocks of 16 bytes without padding');
  const cipher = createCipheriv(mode, key, iv).setAutoPadding(padding === 'pkcs7');
  return concatBytes(cipher.update(message), cipher.final());
}

function decrypt(
  mode: string,
  key: Bytes,
  iv: Bytes | null,
  ciphertext: Bytes,
  padding: Sm4Padding,
): Result<Uint8Array, Sm4Refusal> {
  expectLength('an SM4 key', key, 16);
  if (ciphertext.length % 16 !== 0) return refuse({ kind: 'not-whole-blocks' });
  const decipher = createDecipheriv(mode, key, iv).setAutoPadding(false);
  const padded = concatBytes(decipher.update(ciphertext), decipher.final());
  if (padding === 'none') return ok(padded);
  const count = padded[padded.length - 1] ?? 0;
  const isPadded = count >= 1 && count <= 16 && padded.subarray(-count).every((byte) => byte === count);
  return isPadded ? ok(padded.subarray(0, padded.length - count)) : refuse({ kind: 'bad-padding' });
}

/** For single blocks and for standards that ask it; equal blocks stay visibly equal. */
export const sm4EcbEncrypt = (key: Bytes, message: Bytes, padding: Sm4Padding = 'pkcs7'): Uint8Array =>
  encrypt('sm4-ecb', key, null, message, padding);

export const sm4EcbDecrypt = (key: Bytes, ciphertext: Bytes, padding: Sm4Padding = 'pkcs7') =>
  decrypt('sm4-ecb', key, null, ciphertext, padding);

/** The IV has 16 bytes, random for every message. */
export function sm4CbcEncrypt(key: Bytes, iv: Bytes, message: Bytes, padding: Sm4Padding = 'pkcs7'): Uint8Array {
  expectLength('an IV', iv, 16);
  return encrypt('sm4-cbc', key, iv, message, padding);
}

/** Never tell the sender which refusal it was before a MAC was checked: that is a padding oracle. */
export function sm4CbcDecrypt(key: Bytes, iv: Bytes, ciphertext: Bytes, padding: Sm4Padding = 'pkcs7') {
  expectLength('an IV', iv, 16);
  return decrypt('sm4-cbc', key, iv, ciphertext, padding);
}

/** Encrypts and decrypts alike. The first counter block has 16 bytes and counts as one 128-bit number. */
export function sm4Ctr(key: Bytes, counter: Bytes, input: Bytes): Uint8Array {
  expectLength('an SM4 key', key, 16);
  expectLength('a counter block', counter, 16);
  const cipher = createCipheriv('sm4-ctr', key, counter);
  return concatBytes(cipher.update(input), cipher.final());
}
