// SM2 signatures (GB/T 32918.2) by OpenSSL. `createSign('sm3')` on an imported key signs the SM3 of what it is fed, so
// feeding ZA ‖ message gives the standard's e. One-shot `crypto.sign` must not be used: it adds a ZA of an empty ID.
import { createSign, createVerify, type KeyObject } from 'node:crypto';
import { type Bytes, concatBytes, fromNumber, toBytes, toNumber } from '../bytes.ts';
import { der, MalformedDer, openDer, readDer, readInteger } from '../der/index.ts';
import { sm3Parts } from '../digest.ts';
import { isStrictPair } from '../signatures/strict-pair.ts';
import { sm2A, sm2B, sm2Gx, sm2Gy, sm2Order } from './curve.ts';
import { preparedPrivate, preparedPublic } from './keys.ts';

/** The ID that GM/T 0009 sets where the two sides agreed on none. */
export const sm2DefaultId = '1234567812345678';

/** `der` is SEQUENCE { r, s }; `raw` is r ‖ s, 32 bytes each. */
export type Sm2SignatureForm = 'der' | 'raw';
export type Sm2SignOptions = {
  /** The signer's distinguishing ID, text as UTF-8; at most 8,191 bytes. */
  readonly id?: string | Bytes;
  readonly form?: Sm2SignatureForm;
};

const orderBytes = fromNumber(sm2Order, 32);
const curveBytes = concatBytes(...[sm2A, sm2B, sm2Gx, sm2Gy].map((value) => fromNumber(value, 32)));

/** ZA = SM3(bits of ID ‖ ID ‖ a ‖ b ‖ G ‖ public point), GB/T 32918.2, 5.5. The point is `04 ‖ x ‖ y`. */
export function sm2Za(point: Bytes, id: string | Bytes = sm2DefaultId): Uint8Array {
  const idBytes = toBytes(id);
  const bits = idBytes.length * 8;
  if (bits > 0xffff) throw new RangeError('an SM2 ID has at most 8191 bytes');
  return sm3Parts(Uint8Array.of(bits >> 8, bits & 0xff), idBytes, curveBytes, point.subarray(1));
}

const zaByPoint = new WeakMap<Bytes, Uint8Array>();

/** ZA of the default ID is kept beside the key; it costs a third of a hash else at every call. */
function zaOf(point: Bytes, id: string | Bytes | undefined): Uint8Array {
  if (id !== undefined && id !== sm2DefaultId) return sm2Za(point, id);
  const known = zaByPoint.get(point);
  if (known) return known;
  const made = sm2Za(point);
  zaByPoint.set(point, made);
  return made;
}

const inRange = (value: bigint): boolean => value > 0n && value < sm2Order;

/** SEQUENCE { r, s } from r ‖ s; undefined where the length or a range is wrong. */
export function sm2SignatureToDer(raw: Bytes): Uint8Array | undefined {
  if (raw.length !== 64) return undefined;
  const [r, s] = [toNumber(raw.subarray(0, 32)), toNumber(raw.subarray(32))];
  return inRange(r) && inRange(s) ? der.sequence(der.integer(r), der.integer(s)) : undefined;
}

/** r ‖ s from strict DER; undefined where the bytes are not DER or a range is wrong. */
export function sm2SignatureToRaw(signature: Bytes): Uint8Array | undefined {
  try {
    const pair = openDer(readDer(signature));
    const [r, s] = [readInteger(pair.next()), readInteger(pair.next())];
    pair.end();
    return inRange(r) && inRange(s) ? concatBytes(fromNumber(r, 32), fromNumber(s, 32)) : undefined;
  } catch (fault) {
    if (fault instanceof MalformedDer) return undefined;
    throw fault;
  }
}

/** Signs a message (text as UTF-8) with SM2 and SM3. DER unless `form` says raw. */
export function sm2Sign(privateKey: KeyObject, message: string | Bytes, options: Sm2SignOptions = {}): Uint8Array {
  const { key, point } = preparedPrivate(privateKey);
  const signature = createSign('sm3').update(zaOf(point, options.id)).update(toBytes(message)).sign(key);
  if (options.form !== 'raw') return signature;
  const raw = sm2SignatureToRaw(signature);
  if (!raw) throw new Error('the signing module gave no signature');
  return raw;
}

/** Whether the signature is the key's over the message under this ID. Malformed signatures are false, never thrown. */
export function sm2Verify(
  publicKey: KeyObject,
  message: string | Bytes,
  signature: Bytes,
  options: Sm2SignOptions = {},
): boolean {
  const { key, point } = preparedPublic(publicKey);
  // OpenSSL re-encodes and compares; the check here keeps strict DER and ranges true under any provider.
  const strict =
    options.form === 'raw' ? sm2SignatureToDer(signature) : isStrictPair(signature, orderBytes) && signature;
  if (!strict) return false;
  return createVerify('sm3').update(zaOf(point, options.id)).update(toBytes(message)).verify(key, strict);
}
