import { createHash, createHmac, hash } from 'node:crypto';
import { type Bytes, sameBytes } from './bytes.ts';

const digest = (name: string, input: string | Bytes): Uint8Array => hash(name, input, 'buffer');

/** SHA-256 of a text (as UTF-8) or bytes: 32 bytes. */
export const sha256 = (input: string | Bytes): Uint8Array => digest('sha256', input);

export const sha512 = (input: string | Bytes): Uint8Array => digest('sha512', input);

/** SM3 (GB/T 32905-2016) of a text (as UTF-8) or bytes: 32 bytes. */
export const sm3 = (input: string | Bytes): Uint8Array => digest('sm3', input);

/** SM3 over parts in order, without joining them in memory. */
export function sm3Parts(...parts: readonly Bytes[]): Uint8Array {
  const running = createHash('sm3');
  for (const part of parts) running.update(part);
  return running.digest();
}

/** HMAC-SM3 (GB/T 15852.2): 32 bytes. Any key length; under 16 bytes is a mistake of the caller's key handling. */
export const hmacSm3 = (key: Bytes, input: string | Bytes): Uint8Array => createHmac('sm3', key).update(input).digest();

export const hmacSha256 = (key: Bytes, input: string | Bytes): Uint8Array =>
  createHmac('sha256', key).update(input).digest();

/** Whether a tag is the HMAC-SM3, or its first `tagLength` bytes (16 to 32) where a protocol says it is cut. */
export function verifyHmacSm3(key: Bytes, input: string | Bytes, tag: Bytes, tagLength = 32): boolean {
  if (!Number.isInteger(tagLength) || tagLength < 16 || tagLength > 32) throw new RangeError('tag of 16 to 32 bytes');
  return sameBytes(hmacSm3(key, input).subarray(0, tagLength), tag);
}
