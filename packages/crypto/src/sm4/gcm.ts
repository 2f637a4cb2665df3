// SM4-GCM (NIST SP 800-38D with SM4; RFC 8998). Node has no sm4-gcm: the counter runs natively, GHASH is @noble/ciphers.
import { GHASH } from '@noble/ciphers/_polyval.js';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Bytes, concatBytes, sameBytes } from '../bytes.ts';
import { sm4Ctr, sm4EcbEncrypt } from './modes.ts';

export type AeadRefusal = { readonly kind: 'not-authentic' };
export type AeadOptions = {
  /** What is protected but not hidden. */
  readonly aad?: Bytes;
  /** Bytes of tag: GCM 12 to 16, CCM 4, 6 … 16. */
  readonly tagLength?: number;
};

const none = new Uint8Array(0);
const zeroBlock = new Uint8Array(16);

function bitLengths(a: number, b: number): Uint8Array {
  const block = new DataView(new ArrayBuffer(16));
  block.setBigUint64(0, BigInt(a) * 8n);
  block.setBigUint64(8, BigInt(b) * 8n);
  return new Uint8Array(block.buffer);
}

function ghash(subkey: Bytes, first: Bytes, second: Bytes): Uint8Array {
  const hash = new GHASH(Uint8Array.from(subkey), first.length + second.length + 16);
  if (first.length > 0) hash.update(first as Uint8Array<ArrayBuffer>);
  if (second.length > 0) hash.update(second as Uint8Array<ArrayBuffer>);
  return hash.update(bitLengths(first.length, second.length)).digest();
}

/** J0 (7.1, step 2): the IV with counter 1 at 96 bits, its GHASH else. */
const firstCounter = (subkey: Bytes, iv: Bytes): Uint8Array =>
  iv.length === 12 ? concatBytes(iv, Uint8Array.of(0, 0, 0, 1)) : ghash(subkey, none, iv);

/** GCM counts in the last 32 bits only; the native counter carries on, so the run is cut where those wrap. */
function gcmCtr(key: Bytes, j0: Bytes, input: Bytes): Uint8Array {
  const counter = Uint8Array.from(j0);
  const view = new DataView(counter.buffer);
  const start = (view.getUint32(12) + 1) % 2 ** 32;
  view.setUint32(12, start);
  const untilWrap = (2 ** 32 - start) * 16;
  if (input.length <= untilWrap) return sm4Ctr(key, counter, input);
  const wrapped = Uint8Array.from(counter);
  wrapped.fill(0, 12);
  return concatBytes(
    sm4Ctr(key, counter, input.subarray(0, untilWrap)),
    sm4Ctr(key, wrapped, input.subarray(untilWrap)),
  );
}

function prepare(key: Bytes, iv: Bytes, tagLength: number): { subkey: Uint8Array; j0: Uint8Array } {
  if (iv.length === 0) throw new RangeError('a GCM IV is not empty');
  if (!Number.isInteger(tagLength) || tagLength < 12 || tagLength > 16)
    throw new RangeError('a GCM tag has 12 to 16 bytes');
  const subkey = sm4EcbEncrypt(key, zeroBlock, 'none');
  return { subkey, j0: firstCounter(subkey, iv) };
}

function tagOf(key: Bytes, prepared: ReturnType<typeof prepare>, aad: Bytes, ciphertext: Bytes, length: number) {
  return sm4Ctr(key, prepared.j0, ghash(prepared.subkey, aad, ciphertext)).subarray(0, length);
}

/** Ciphertext ‖ tag. An IV (12 bytes are best) must never be used twice under a key. */
export function sm4GcmSeal(key: Bytes, iv: Bytes, message: Bytes, options: AeadOptions = {}): Uint8Array {
  const { aad = none, tagLength = 16 } = options;
  const prepared = prepare(key, iv, tagLength);
  const ciphertext = gcmCtr(key, prepared.j0, message);
  return concatBytes(ciphertext, tagOf(key, prepared, aad, ciphertext, tagLength));
}

/** The message, only when every byte of ciphertext, tag, IV and AAD is as it was sealed. */
export function sm4GcmOpen(
  key: Bytes,
  iv: Bytes,
  sealed: Bytes,
  options: AeadOptions = {},
): Result<Uint8Array, AeadRefusal> {
  const { aad = none, tagLength = 16 } = options;
  const prepared = prepare(key, iv, tagLength);
  if (sealed.length < tagLength) return refuse({ kind: 'not-authentic' });
  const ciphertext = sealed.subarray(0, sealed.length - tagLength);
  const expected = tagOf(key, prepared, aad, ciphertext, tagLength);
  if (!sameBytes(expected, sealed.subarray(sealed.length - tagLength))) return refuse({ kind: 'not-authentic' });
  return ok(gcmCtr(key, prepared.j0, ciphertext));
}
