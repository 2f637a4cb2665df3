// SM2 keys (GB/T 32918) as Node key objects. Every key passes `preparedPublic` or `preparedPrivate` once: Node signs plain
// ECDSA without any error when a key object comes straight from generateKeyPair, so each is written out and read back.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Bytes, concatBytes, sameBytes, toNumber } from '../bytes.ts';
import {
  der,
  derTag,
  MalformedDer,
  openDer,
  readBitString,
  readDer,
  readInteger,
  readOctetString,
  readOid,
} from '../der/index.ts';
import { Sm2Point, sm2Order } from './curve.ts';

const oidEcPublicKey = '1.2.840.10045.2.1';
/** The curve of GB/T 32918.5 (GM/T 0006: sm2p256v1). */
const oidSm2Curve = '1.2.156.10197.1.301';

export type Sm2KeyRefusal = { readonly kind: 'not-an-sm2-key'; readonly reason: string };
export type Sm2KeyPair = { readonly privateKey: KeyObject; readonly publicKey: KeyObject };

const algorithm = der.sequence(der.oid(oidEcPublicKey), der.oid(oidSm2Curve));

class NotSm2 extends Error {}

/** An uncompressed point `04 ‖ x ‖ y` on the curve; throws NotSm2 else. */
function checkedPoint(encoded: Bytes): Bytes {
  try {
    return Sm2Point.fromBytes(Uint8Array.from(encoded)).toBytes(false);
  } catch {
    throw new NotSm2('point-not-on-curve');
  }
}

const spkiOf = (point: Bytes): Uint8Array => der.sequence(algorithm, der.bitString(point));

function readSpki(bytes: Bytes): Bytes {
  const outer = openDer(readDer(bytes));
  const named = openDer(outer.next());
  if (readOid(named.next()) !== oidEcPublicKey || readOid(named.next()) !== oidSm2Curve)
    throw new NotSm2('other-curve');
  named.end();
  const point = readBitString(outer.next());
  outer.end();
  return point;
}

/** The secret number in PKCS #8, which must be within 1 … n−2 (GB/T 32918.1, 6.1). */
function readPkcs8(bytes: Bytes): Bytes {
  const outer = openDer(readDer(bytes));
  outer.next(derTag.integer);
  const named = openDer(outer.next());
  if (readOid(named.next()) !== oidEcPublicKey || readOid(named.next()) !== oidSm2Curve)
    throw new NotSm2('other-curve');
  const inner = openDer(readDer(readOctetString(outer.next())));
  inner.next(derTag.integer);
  const secret = readOctetString(inner.next());
  const d = toNumber(secret);
  if (secret.length !== 32 || d < 1n || d > sm2Order - 2n) throw new NotSm2('secret-out-of-range');
  return secret;
}

const pkcs8Of = (secret: Bytes, point: Bytes): Uint8Array =>
  der.sequence(
    der.integer(0),
    algorithm,
    der.octetString(der.sequence(der.integer(1), der.octetString(secret), der.explicit(1, der.bitString(point)))),
  );

type Prepared = { readonly key: KeyObject; readonly point: Bytes; readonly secret: Bytes | undefined };
const prepared = new WeakMap<KeyObject, Prepared>();

function remember(key: KeyObject, point: Bytes, secret?: Bytes): KeyObject {
  prepared.set(key, { key, point, secret });
  return key;
}

function publicFromPoint(point: Bytes): KeyObject {
  const checked = checkedPoint(point);
  const key = createPublicKey({ key: Buffer.from(spkiOf(checked)), format: 'der', type: 'spki' });
  return remember(key, checked);
}

function privateFromSecret(secret: Bytes): KeyObject {
  // The public half is computed, never believed: a wrong one stored beside the secret would leak it in signing.
  const point = Sm2Point.BASE.multiply(toNumber(secret)).toBytes(false);
  const key = createPrivateKey({ key: Buffer.from(pkcs8Of(secret, point)), format: 'der', type: 'pkcs8' });
  return remember(key, point, Uint8Array.from(secret));
}

function prepare(key: KeyObject): Prepared {
  const known = prepared.get(key);
  if (known) return known;
  if (key.asymmetricKeyType !== 'ec' && key.asymmetricKeyType !== undefined) throw new NotSm2('other-key-type');
  const fresh =
    key.type === 'private'
      ? privateFromSecret(readPkcs8(key.export({ type: 'pkcs8', format: 'der' })))
      : publicFromPoint(readSpki(key.export({ type: 'spki', format: 'der' })));
  const entry = prepared.get(fresh) as Prepared;
  prepared.set(key, entry);
  return entry;
}

function preparedAs(key: KeyObject, type: 'public' | 'private'): Prepared {
  if (key.type !== type) throw new TypeError(`an SM2 ${type} key is needed`);
  try {
    return prepare(key);
  } catch (fault) {
    if (fault instanceof NotSm2 || fault instanceof MalformedDer) throw new TypeError(`not SM2: ${fault.message}`);
    throw fault;
  }
}

/** The key fit for native signing, its point and, of a private key, its secret. Throws TypeError for other keys. */
export const preparedPublic = (key: KeyObject): Prepared => preparedAs(key, 'public');
export const preparedPrivate = (key: KeyObject): Prepared & { secret: Bytes } =>
  preparedAs(key, 'private') as Prepared & { secret: Bytes };

function attempt<T>(read: () => T): Result<T, Sm2KeyRefusal> {
  try {
    return ok(read());
  } catch (fault) {
    if (fault instanceof NotSm2 || fault instanceof MalformedDer)
      return refuse({ kind: 'not-an-sm2-key', reason: fault.message });
    // What OpenSSL says of PEM and passphrases is no fault of this program.
    if (fault instanceof Error && 'code' in fault && /^ERR_(OSSL|MISSING_PASSPHRASE|CRYPTO)/.test(`${fault.code}`))
      return refuse({ kind: 'not-an-sm2-key', reason: 'unreadable' });
    throw fault;
  }
}

/** A new key pair from the system's random source. */
export function generateSm2KeyPair(): Sm2KeyPair {
  const made = generateKeyPairSync('ec', { namedCurve: 'SM2' });
  const privateKey = preparedPrivate(made.privateKey).key;
  return { privateKey, publicKey: sm2PublicKeyOf(privateKey) };
}

/** The public half of a private key. */
export const sm2PublicKeyOf = (privateKey: KeyObject): KeyObject => publicFromPoint(preparedPrivate(privateKey).point);

/** A public key from PEM (`PUBLIC KEY`) or DER (SubjectPublicKeyInfo). Explicit curve parameters are refused. */
export function importSm2PublicKey(pemOrDer: string | Bytes): Result<KeyObject, Sm2KeyRefusal> {
  return attempt(() => {
    if (typeof pemOrDer !== 'string') return publicFromPoint(readSpki(pemOrDer));
    if (!/^-----BEGIN PUBLIC KEY-----/m.test(pemOrDer)) throw new NotSm2('not-a-public-key-pem');
    return publicFromPoint(readSpki(createPublicKey(pemOrDer).export({ type: 'spki', format: 'der' })));
  });
}

/** A public key from its point: `04 ‖ x ‖ y`, `02|03 ‖ x`, or x ‖ y of 64 bytes as seals and cards write it. */
export function importSm2Point(point: Bytes): Result<KeyObject, Sm2KeyRefusal> {
  return attempt(() => publicFromPoint(point.length === 64 ? concatBytes(Uint8Array.of(4), point) : point));
}

/** A private key from PEM or DER (PKCS #8 or SEC 1; encrypted PKCS #8 with its passphrase). */
export function importSm2PrivateKey(pemOrDer: string | Bytes, passphrase?: string): Result<KeyObject, Sm2KeyRefusal> {
  return attempt(() => {
    const key = createPrivateKey(
      typeof pemOrDer === 'string'
        ? { key: pemOrDer, ...(passphrase !== undefined && { passphrase }) }
        : { key: Buffer.from(pemOrDer), format: 'der', type: isSec1(pemOrDer) ? 'sec1' : 'pkcs8', passphrase },
    );
    return privateFromSecret(readPkcs8(key.export({ type: 'pkcs8', format: 'der' })));
  });
}

/** SEC 1 begins with version 1, PKCS #8 with version 0, encrypted PKCS #8 with a SEQUENCE. */
function isSec1(bytes: Bytes): boolean {
  const first = openDer(readDer(bytes)).next();
  return first.tag === derTag.integer && readInteger(first) === 1n;
}

/** A private key from its number, 32 bytes. */
export function importSm2Secret(secret: Bytes): Result<KeyObject, Sm2KeyRefusal> {
  return attempt(() => {
    const d = toNumber(secret);
    if (secret.length !== 32 || d < 1n || d > sm2Order - 2n) throw new NotSm2('secret-out-of-range');
    return privateFromSecret(secret);
  });
}

/** SubjectPublicKeyInfo in DER. */
export const exportSm2PublicDer = (publicKey: KeyObject): Uint8Array => spkiOf(preparedPublic(publicKey).point);

/** `PUBLIC KEY` in PEM. */
export const exportSm2PublicPem = (publicKey: KeyObject): string =>
  preparedPublic(publicKey).key.export({ type: 'spki', format: 'pem' }).toString();

/** The point `04 ‖ x ‖ y`, 65 bytes. */
export const exportSm2Point = (publicKey: KeyObject): Uint8Array => Uint8Array.from(preparedPublic(publicKey).point);

/** `PRIVATE KEY` in PEM; with a passphrase `ENCRYPTED PRIVATE KEY` (PBES2, SM4-CBC). */
export function exportSm2PrivatePem(privateKey: KeyObject, passphrase?: string): string {
  const { key } = preparedPrivate(privateKey);
  if (passphrase === undefined) return key.export({ type: 'pkcs8', format: 'pem' }).toString();
  return key.export({ type: 'pkcs8', format: 'pem', cipher: 'sm4-cbc', passphrase }).toString();
}

/** PKCS #8 in DER. */
export function exportSm2PrivateDer(privateKey: KeyObject): Uint8Array {
  const { secret, point } = preparedPrivate(privateKey);
  return pkcs8Of(secret, point);
}

/** Whether two public keys are the same point. */
export const sameSm2Key = (a: KeyObject, b: KeyObject): boolean =>
  sameBytes(preparedPublic(a).point, preparedPublic(b).point);
