// Public keys and shared secrets as JSON (RFC 7517, 7518), taken only where nothing about them is in doubt.
import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import { findBase64url, toNumber } from '../bytes.ts';
import type { JsonValue } from '../json/canonical.ts';

export type JwsAlgorithm =
  | `${'HS' | 'RS' | 'PS' | 'ES'}${'256' | '384' | '512'}`
  | 'EdDSA'
  | 'Ed25519'
  | 'ML-DSA-44'
  | 'ML-DSA-65'
  | 'ML-DSA-87';

export type VerificationJwk = {
  readonly key: KeyObject;
  readonly kid: string | undefined;
  /** Algorithms this key can mean: one where it says `alg`. */
  readonly algorithms: readonly JwsAlgorithm[];
};

type Members = { readonly [name: string]: JsonValue };

const text = (value: JsonValue | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

const bytesOf = (value: JsonValue | undefined): Uint8Array | undefined =>
  typeof value === 'string' ? findBase64url(value) : undefined;

const curves: Readonly<Record<string, { algorithm: JwsAlgorithm; bytes: number }>> = {
  'P-256': { algorithm: 'ES256', bytes: 32 },
  'P-384': { algorithm: 'ES384', bytes: 48 },
  'P-521': { algorithm: 'ES512', bytes: 66 },
};

// Primes and the subgroup that 65537 spans modulo each: moduli of the ROCA library (CVE-2017-15361) lie in all of them.
const rocaPrimes = [11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157];
const rocaGroups = rocaPrimes.map((prime) => {
  const group = new Set<number>();
  for (let value = 1; !group.has(value); value = (value * 65_537) % prime) group.add(value);
  return [BigInt(prime), group] as const;
});

/** Whether an RSA modulus carries the mark of the ROCA generator and can be factored. */
export const isRocaModulus = (modulus: bigint): boolean =>
  rocaGroups.every(([prime, group]) => group.has(Number(modulus % prime)));

type Made = Pick<VerificationJwk, 'key' | 'algorithms'>;

function rsaKey(jwk: Members): Made | undefined {
  const [n, e] = [bytesOf(jwk.n), bytesOf(jwk.e)];
  if (!n || !e || n.length < 256 || n[0] === 0) return undefined;
  const [modulus, exponent] = [toNumber(n), toNumber(e)];
  const isSound = exponent > 2n && exponent % 2n === 1n && exponent < modulus && modulus % 2n === 1n;
  if (!isSound || modulus.toString(2).length < 2048 || isRocaModulus(modulus)) return undefined;
  const key = createPublicKey({ key: { kty: 'RSA', n: text(jwk.n) ?? '', e: text(jwk.e) ?? '' }, format: 'jwk' });
  return { key, algorithms: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] };
}

function ecKey(jwk: Members): Made | undefined {
  const crv = text(jwk.crv) ?? '';
  const curve = Object.hasOwn(curves, crv) ? curves[crv] : undefined;
  const [x, y] = [bytesOf(jwk.x), bytesOf(jwk.y)];
  // Coordinates have their full length (RFC 7518, 6.2.1.2); OpenSSL checks that the point is on the curve.
  if (!curve || x?.length !== curve.bytes || y?.length !== curve.bytes) return undefined;
  const key = createPublicKey({ key: { kty: 'EC', crv, x: text(jwk.x) ?? '', y: text(jwk.y) ?? '' }, format: 'jwk' });
  return { key, algorithms: [curve.algorithm] };
}

function okpKey(jwk: Members): Made | undefined {
  if (jwk.crv !== 'Ed25519' || bytesOf(jwk.x)?.length !== 32) return undefined;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: text(jwk.x) ?? '' }, format: 'jwk' });
  return { key, algorithms: ['EdDSA', 'Ed25519'] };
}

/** A secret may serve every HMAC whose output it is at least as long as (RFC 7518, 3.2). */
function secretKey(jwk: Members): Made | undefined {
  const secret = bytesOf(jwk.k);
  if (!secret) return undefined;
  const sizes = [
    ['HS256', 32],
    ['HS384', 48],
    ['HS512', 64],
  ] as const;
  const algorithms = sizes.filter(([, bytes]) => secret.length >= bytes).map(([name]) => name);
  return { key: createSecretKey(secret), algorithms };
}

const makers: Readonly<Record<string, (jwk: Members) => Made | undefined>> = {
  RSA: rsaKey,
  EC: ecKey,
  OKP: okpKey,
  oct: secretKey,
};

const isMembers = (value: JsonValue | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function mayVerify(jwk: Members): boolean {
  if (jwk.use !== undefined && jwk.use !== 'sig') return false;
  if (jwk.key_ops === undefined) return true;
  return Array.isArray(jwk.key_ops) && jwk.key_ops.includes('verify');
}

/** A key for verifying from one JWK; undefined where it is for another use, too weak, or not wholly sound. */
export function importJwk(value: JsonValue): VerificationJwk | undefined {
  if (!isMembers(value) || !mayVerify(value)) return undefined;
  const kty = text(value.kty) ?? '';
  const maker = Object.hasOwn(makers, kty) ? makers[kty] : undefined;
  let made: Made | undefined;
  try {
    made = maker?.(value);
  } catch (fault) {
    // What OpenSSL does not take (a point off its curve) is no key.
    if (fault instanceof Error && 'code' in fault) return undefined;
    throw fault;
  }
  if (!made || (value.kid !== undefined && typeof value.kid !== 'string')) return undefined;
  const { alg } = value;
  const algorithms = alg === undefined ? made.algorithms : made.algorithms.filter((name) => name === alg);
  return algorithms.length > 0 ? { key: made.key, kid: text(value.kid), algorithms } : undefined;
}

/**
 * The keys of a JWK or JWK Set. Undefined where a set mixes shared secrets with public keys, has one `kid` twice, or is
 * empty of usable keys: each lets a sender choose what the verifier takes for a key.
 */
export function importJwks(value: JsonValue): VerificationJwk[] | undefined {
  if (!isMembers(value)) return undefined;
  if (!('keys' in value)) {
    const key = importJwk(value);
    return key && [key];
  }
  const { keys } = value;
  if (!Array.isArray(keys)) return undefined;
  const members: Members[] = keys.filter(isMembers);
  const kids = members.map((jwk) => jwk.kid).filter((kid) => kid !== undefined);
  const secrets = members.filter((jwk) => jwk.kty === 'oct').length;
  if (new Set(kids).size !== kids.length || (secrets > 0 && secrets < members.length)) return undefined;
  const made = members.map(importJwk).filter((key) => key !== undefined);
  return made.length > 0 ? made : undefined;
}
