// SM2 public-key encryption (GB/T 32918.4-2016), meant for wrapping keys, not for files. OpenSSL has it, Node does not
// reach it, so points are computed by @noble/curves.
import { type KeyObject, randomBytes } from 'node:crypto';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Bytes, concatBytes, fromNumber, sameBytes, toBytes, toNumber } from '../bytes.ts';
import { der, MalformedDer, openDer, readDer, readInteger, readOctetString } from '../der/index.ts';
import { sm3Parts } from '../digest.ts';
import { Sm2Point, sm2Field, sm2Order } from './curve.ts';
import { preparedPrivate, preparedPublic } from './keys.ts';

/**
 * `der` is GM/T 0009's SEQUENCE { x, y, C3, C2 }; `raw` is C1 ‖ C3 ‖ C2 with C1 = `04 ‖ x ‖ y`; `raw-c1c2c3` is the
 * order of 2010, still met in old devices.
 */
export type Sm2CipherForm = 'der' | 'raw' | 'raw-c1c2c3';

/** One refusal for every cause: which check failed would help only an attacker. */
export type Sm2DecryptRefusal = { readonly kind: 'not-decryptable' };

const notDecryptable = refuse({ kind: 'not-decryptable' });

/** The key derivation of GB/T 32918.4, 5.4.3: SM3(z ‖ counter) from counter 1, cut to `length` bytes. */
export function sm2Kdf(z: Bytes, length: number): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let counter = 1; blocks.length * 32 < length; counter++)
    blocks.push(sm3Parts(z, fromNumber(BigInt(counter), 4)));
  return concatBytes(...blocks).subarray(0, length);
}

/** A secret number from 1 to n−1, drawn by rejection so that none is likelier. */
function randomScalar(): bigint {
  for (;;) {
    const value = toNumber(randomBytes(32));
    if (value > 0n && value < sm2Order) return value;
  }
}

type Parts = { readonly c1: Bytes; readonly c2: Bytes; readonly c3: Bytes };

function xor(a: Bytes, b: Bytes): Uint8Array {
  const mixed = Uint8Array.from(a);
  for (let i = 0; i < mixed.length; i++) mixed[i] = (mixed[i] ?? 0) ^ (b[i] ?? 0);
  return mixed;
}

/** With a chosen k, for the standard's worked example; undefined where the derived key is all zeros. */
export function encryptWith(k: bigint, point: Bytes, message: Bytes): Parts | undefined {
  const both = Sm2Point.fromBytes(Uint8Array.from(point)).multiply(k).toBytes(false).subarray(1);
  const key = sm2Kdf(both, message.length);
  if (key.every((byte) => byte === 0)) return undefined;
  const c3 = sm3Parts(both.subarray(0, 32), message, both.subarray(32));
  return { c1: Sm2Point.BASE.multiply(k).toBytes(false), c2: xor(message, key), c3 };
}

function write({ c1, c2, c3 }: Parts, form: Sm2CipherForm): Uint8Array {
  if (form === 'raw') return concatBytes(c1, c3, c2);
  if (form === 'raw-c1c2c3') return concatBytes(c1, c2, c3);
  const [x, y] = [toNumber(c1.subarray(1, 33)), toNumber(c1.subarray(33))];
  return der.sequence(der.integer(x), der.integer(y), der.octetString(c3), der.octetString(c2));
}

function coordinate(value: bigint): Uint8Array {
  if (value < 0n || value >= sm2Field) throw new MalformedDer('coordinate-out-of-range');
  return fromNumber(value, 32);
}

function read(bytes: Bytes, form: Sm2CipherForm): Parts | undefined {
  if (form === 'der') {
    const all = openDer(readDer(bytes));
    const [x, y] = [coordinate(readInteger(all.next())), coordinate(readInteger(all.next()))];
    const c3 = readOctetString(all.next());
    const c2 = readOctetString(all.next());
    all.end();
    return c3.length === 32 && c2.length > 0 ? { c1: concatBytes(Uint8Array.of(4), x, y), c2, c3 } : undefined;
  }
  if (bytes.length <= 97 || bytes[0] !== 4) return undefined;
  const [c1, rest] = [bytes.subarray(0, 65), bytes.subarray(65)];
  if (form === 'raw') return { c1, c3: rest.subarray(0, 32), c2: rest.subarray(32) };
  return { c1, c2: rest.subarray(0, -32), c3: rest.subarray(-32) };
}

/** Encrypts at least one byte (text as UTF-8) to a public key. DER unless `form` says otherwise. */
export function sm2Encrypt(publicKey: KeyObject, message: string | Bytes, form: Sm2CipherForm = 'der'): Uint8Array {
  const bytes = toBytes(message);
  if (bytes.length === 0) throw new RangeError('SM2 encrypts at least one byte');
  const { point } = preparedPublic(publicKey);
  for (;;) {
    const parts = encryptWith(randomScalar(), point, bytes);
    if (parts) return write(parts, form);
  }
}

/** Decrypts what `sm2Encrypt` or another implementation made in the same form. */
export function sm2Decrypt(
  privateKey: KeyObject,
  ciphertext: Bytes,
  form: Sm2CipherForm = 'der',
): Result<Uint8Array, Sm2DecryptRefusal> {
  const { secret } = preparedPrivate(privateKey);
  try {
    const parts = read(ciphertext, form);
    if (!parts) return notDecryptable;
    // fromBytes checks that C1 is on the curve; without it an invalid point would leak the key bit by bit.
    const both = Sm2Point.fromBytes(Uint8Array.from(parts.c1)).multiply(toNumber(secret)).toBytes(false).subarray(1);
    const key = sm2Kdf(both, parts.c2.length);
    const message = xor(parts.c2, key);
    const isWhole = sameBytes(sm3Parts(both.subarray(0, 32), message, both.subarray(32)), parts.c3);
    return isWhole && !key.every((byte) => byte === 0) ? ok(message) : notDecryptable;
  } catch (fault) {
    // Both readers throw for bytes from outside; nothing else in here can.
    if (fault instanceof Error) return notDecryptable;
    throw fault;
  }
}
