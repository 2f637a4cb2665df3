// SM2 verification (GB/T 32918.2-2016 §7) without Node, on the audited curve arithmetic of @noble/curves.
import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { concat, toBytes, toHex } from '../bytes.ts';
import { sm3 } from './sm3.ts';

// GB/T 32918.5-2017
const curve = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
};
const Point = weierstrass(curve);

const number = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`);
function bytes32(value: bigint): Uint8Array {
  const hex = value.toString(16).padStart(64, '0');
  return Uint8Array.from({ length: 32 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
}

// The default ID of GM/T 0009 and the curve, which are the same for every key.
const defaultId = toBytes('1234567812345678');
const zaHead = concat(Uint8Array.of(0, 128), defaultId, ...[curve.a, curve.b, curve.Gx, curve.Gy].map(bytes32));

/**
 * Whether `signature` (r ‖ s, 64 bytes) is of this key (uncompressed point, 65 bytes) over the message under the
 * default ID. Throws on a key that is not a point of the curve.
 */
export function isSm2Signature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 65) return false;
  const [r, s] = [number(signature.subarray(0, 32)), number(signature.subarray(32))];
  const { n } = curve;
  if (r < 1n || r >= n || s < 1n || s >= n) return false;
  const t = (r + s) % n;
  if (t === 0n) return false;
  const key = Point.fromBytes(publicKey);
  const za = sm3(concat(zaHead, publicKey.subarray(1)));
  const e = number(sm3(concat(za, message)));
  // Nothing here is secret, so the faster unsafe multiplication is fit.
  const point = Point.BASE.multiplyUnsafe(s).add(key.multiplyUnsafe(t));
  return !point.is0() && (e + point.toAffine().x) % n === r;
}
