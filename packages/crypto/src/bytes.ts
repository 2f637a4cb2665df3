import { timingSafeEqual } from 'node:crypto';

export type Bytes = Uint8Array<ArrayBufferLike>;

const encoder = new TextEncoder();

/** UTF-8 bytes of a text; bytes pass through. Lone surrogates become U+FFFD, as everywhere on the platform. */
export const toBytes = (input: string | Bytes): Bytes => (typeof input === 'string' ? encoder.encode(input) : input);

export function concatBytes(...parts: readonly Bytes[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Equal content; the time taken tells only whether the lengths differ. */
export const sameBytes = (a: Bytes, b: Bytes): boolean => a.length === b.length && timingSafeEqual(a, b);

export const toHex = (bytes: Bytes): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');

/** Bytes of an even-length hexadecimal text of either case; undefined for anything else. */
export function findHex(text: string): Uint8Array | undefined {
  return text.length % 2 === 0 && /^[0-9a-fA-F]*$/.test(text) ? new Uint8Array(Buffer.from(text, 'hex')) : undefined;
}

export const toBase64url = (bytes: Bytes): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64url');

/** Bytes of unpadded base64url (RFC 7515, section 2); undefined for another alphabet, padding or stray last bits. */
export function findBase64url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  const bytes = new Uint8Array(Buffer.from(text, 'base64url'));
  return toBase64url(bytes) === text ? bytes : undefined;
}

/** The number that big-endian bytes write. */
export const toNumber = (bytes: Bytes): bigint => (bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`));

/** Big-endian bytes of exactly `length`; throws where the number does not fit. */
export function fromNumber(value: bigint, length: number): Uint8Array {
  const hex = value.toString(16).padStart(length * 2, '0');
  if (value < 0n || hex.length > length * 2) throw new RangeError(`number does not fit ${length} bytes`);
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
