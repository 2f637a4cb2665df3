// ECDSA on the NIST curves by OpenSSL. JOSE and HTTP signatures carry r ‖ s, certificates carry DER; both read strictly.
import { generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { type Bytes, concatBytes, fromNumber, toBytes, toNumber } from '../bytes.ts';
import { der, MalformedDer, openDer, readDer, readInteger } from '../der/index.ts';
import { isStrictPair } from './strict-pair.ts';

export type EcdsaName = 'es256' | 'es384' | 'es512';
export type EcdsaForm = 'raw' | 'der';

const curves = {
  es256: {
    curve: 'prime256v1',
    hash: 'sha256',
    bytes: 32,
    order: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  },
  es384: {
    curve: 'secp384r1',
    hash: 'sha384',
    bytes: 48,
    order: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  },
  es512: {
    curve: 'secp521r1',
    hash: 'sha512',
    bytes: 66,
    order:
      0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  },
} as const;

/** Orders of the curves as big-endian bytes. */
export const ecdsaOrders = {
  es256: fromNumber(curves.es256.order, 32),
  es384: fromNumber(curves.es384.order, 48),
  es512: fromNumber(curves.es512.order, 66),
};

function expectCurve(key: KeyObject, name: EcdsaName): void {
  const { curve } = curves[name];
  if (key.asymmetricKeyDetails?.namedCurve !== curve) throw new TypeError(`a key on ${curve} is needed`);
}

export const generateEcdsaKeyPair = (name: EcdsaName = 'es256'): { privateKey: KeyObject; publicKey: KeyObject } =>
  generateKeyPairSync('ec', { namedCurve: curves[name].curve });

/** r ‖ s from strict DER; undefined where the bytes are not DER or a number is outside 1 … n−1. */
export function ecdsaToRaw(name: EcdsaName, signature: Bytes): Uint8Array | undefined {
  const { bytes, order } = curves[name];
  try {
    const pair = openDer(readDer(signature));
    const numbers = [readInteger(pair.next()), readInteger(pair.next())];
    pair.end();
    if (numbers.some((value) => value < 1n || value >= order)) return undefined;
    return concatBytes(...numbers.map((value) => fromNumber(value, bytes)));
  } catch (fault) {
    if (fault instanceof MalformedDer) return undefined;
    throw fault;
  }
}

/** DER from r ‖ s; undefined where the length is wrong or a number is outside 1 … n−1. */
export function ecdsaToDer(name: EcdsaName, raw: Bytes): Uint8Array | undefined {
  const { bytes, order } = curves[name];
  if (raw.length !== bytes * 2) return undefined;
  const numbers = [toNumber(raw.subarray(0, bytes)), toNumber(raw.subarray(bytes))];
  if (numbers.some((value) => value < 1n || value >= order)) return undefined;
  return der.sequence(...numbers.map((value) => der.integer(value)));
}

/** r ‖ s unless `form` says DER. */
export function ecdsaSign(
  name: EcdsaName,
  privateKey: KeyObject,
  message: string | Bytes,
  form: EcdsaForm = 'raw',
): Uint8Array {
  expectCurve(privateKey, name);
  const dsaEncoding = form === 'raw' ? 'ieee-p1363' : 'der';
  return sign(curves[name].hash, toBytes(message), { key: privateKey, dsaEncoding });
}

/** False for any signature not in its one strict form; a high s is accepted, as every standard here does. */
export function ecdsaVerify(
  name: EcdsaName,
  publicKey: KeyObject,
  message: string | Bytes,
  signature: Bytes,
  form: EcdsaForm = 'raw',
): boolean {
  expectCurve(publicKey, name);
  const { hash, bytes } = curves[name];
  if (form === 'der')
    return isStrictPair(signature, ecdsaOrders[name]) && verify(hash, toBytes(message), publicKey, signature);
  // OpenSSL gets DER made of the two halves and checks their range; the length decides here.
  const dsaEncoding = 'ieee-p1363';
  return signature.length === bytes * 2 && verify(hash, toBytes(message), { key: publicKey, dsaEncoding }, signature);
}

/** ES256: ECDSA on P-256 with SHA-256, r ‖ s (RFC 7518, 3.4). */
export const es256Sign = (privateKey: KeyObject, message: string | Bytes, form?: EcdsaForm): Uint8Array =>
  ecdsaSign('es256', privateKey, message, form);

export const es256Verify = (
  publicKey: KeyObject,
  message: string | Bytes,
  signature: Bytes,
  form?: EcdsaForm,
): boolean => ecdsaVerify('es256', publicKey, message, signature, form);
