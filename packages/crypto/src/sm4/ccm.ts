// SM4-CCM (NIST SP 800-38C, RFC 3610 with SM4; RFC 8998). The MAC is the last block of a native CBC run.
import { createCipheriv } from 'node:crypto';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Bytes, concatBytes, fromNumber, sameBytes } from '../bytes.ts';
import type { AeadOptions, AeadRefusal } from './gcm.ts';
import { sm4Ctr } from './modes.ts';

const none = new Uint8Array(0);
const zeroIv = new Uint8Array(16);

const padded = (bytes: Bytes): Uint8Array => concatBytes(bytes, new Uint8Array((16 - (bytes.length % 16)) % 16));

/** The length of the AAD before it (SP 800-38C, A.2.2). */
function aadBlocks(aad: Bytes): Uint8Array {
  if (aad.length === 0) return none;
  if (aad.length < 0xff00) return padded(concatBytes(fromNumber(BigInt(aad.length), 2), aad));
  return padded(concatBytes(Uint8Array.of(0xff, 0xfe), fromNumber(BigInt(aad.length), 4), aad));
}

function check(key: Bytes, nonce: Bytes, messageLength: number, tagLength: number): void {
  if (key.length !== 16) throw new RangeError('an SM4 key has 16 bytes');
  if (nonce.length < 7 || nonce.length > 13) throw new RangeError('a CCM nonce has 7 to 13 bytes');
  if (![4, 6, 8, 10, 12, 14, 16].includes(tagLength)) throw new RangeError('a CCM tag has 4, 6 … 16 bytes');
  if (messageLength >= 2 ** (8 * (15 - nonce.length))) throw new RangeError('too long for this nonce length');
}

/** Counter block i: flags q−1, nonce, i in q bytes. */
const counterBlock = (nonce: Bytes, i: bigint): Uint8Array =>
  concatBytes(Uint8Array.of(14 - nonce.length), nonce, fromNumber(i, 15 - nonce.length));

function tagOf(key: Bytes, nonce: Bytes, message: Bytes, aad: Bytes, tagLength: number): Uint8Array {
  const flags = (aad.length > 0 ? 0x40 : 0) | (((tagLength - 2) / 2) << 3) | (14 - nonce.length);
  const first = concatBytes(Uint8Array.of(flags), nonce, fromNumber(BigInt(message.length), 15 - nonce.length));
  const cbc = createCipheriv('sm4-cbc', key, zeroIv).setAutoPadding(false);
  const run = cbc.update(concatBytes(first, aadBlocks(aad), padded(message)));
  return sm4Ctr(key, counterBlock(nonce, 0n), run.subarray(-16)).subarray(0, tagLength);
}

/** Ciphertext ‖ tag. A nonce (12 bytes are usual) must never be used twice under a key. */
export function sm4CcmSeal(key: Bytes, nonce: Bytes, message: Bytes, options: AeadOptions = {}): Uint8Array {
  const { aad = none, tagLength = 16 } = options;
  check(key, nonce, message.length, tagLength);
  const ciphertext = sm4Ctr(key, counterBlock(nonce, 1n), message);
  return concatBytes(ciphertext, tagOf(key, nonce, message, aad, tagLength));
}

/** The message, only when every byte of ciphertext, tag, nonce and AAD is as it was sealed. */
export function sm4CcmOpen(
  key: Bytes,
  nonce: Bytes,
  sealed: Bytes,
  options: AeadOptions = {},
): Result<Uint8Array, AeadRefusal> {
  const { aad = none, tagLength = 16 } = options;
  check(key, nonce, 0, tagLength);
  const length = sealed.length - tagLength;
  if (length < 0 || length >= 2 ** (8 * (15 - nonce.length))) return refuse({ kind: 'not-authentic' });
  const message = sm4Ctr(key, counterBlock(nonce, 1n), sealed.subarray(0, length));
  const expected = tagOf(key, nonce, message, aad, tagLength);
  return sameBytes(expected, sealed.subarray(length)) ? ok(message) : refuse({ kind: 'not-authentic' });
}
