// Verifying a JSON Web Signature in its compact form (RFC 7515). The key decides the algorithm, the header only repeats it.
import { constants, createHmac, type KeyObject, verify } from 'node:crypto';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Bytes, findBase64url, sameBytes, toBytes } from '../bytes.ts';
import type { JsonValue } from '../json/canonical.ts';
import { parseStrictJson } from '../json/parse.ts';
import { type EcdsaName, ecdsaVerify } from '../signatures/ecdsa.ts';
import { ed25519Verify } from '../signatures/ed25519.ts';
import { mlDsaVerify } from '../signatures/ml-dsa.ts';
import type { JwsAlgorithm, VerificationJwk } from './jwk.ts';

export type JwsHeader = { readonly [name: string]: JsonValue };
export type VerifiedJws = { readonly header: JwsHeader; readonly payload: Uint8Array };
export type JwsRefusal = {
  readonly kind: 'malformed-jws' | 'critical-extension' | 'algorithm-not-allowed' | 'unknown-key' | 'wrong-signature';
};

function check(algorithm: JwsAlgorithm, key: KeyObject, input: Bytes, signature: Bytes): boolean {
  const hash = `sha${algorithm.slice(2)}`;
  switch (algorithm.slice(0, 2)) {
    case 'HS':
      return sameBytes(createHmac(hash, key).update(input).digest(), signature);
    case 'RS':
      return verify(hash, input, { key, padding: constants.RSA_PKCS1_PADDING }, signature);
    case 'PS': {
      const saltLength = constants.RSA_PSS_SALTLEN_DIGEST;
      return verify(hash, input, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }, signature);
    }
    case 'ES':
      return ecdsaVerify(algorithm.toLowerCase() as EcdsaName, key, input, signature);
    case 'ML':
      return mlDsaVerify(key, input, signature);
    default:
      return ed25519Verify(key, input, signature);
  }
}

function readHeader(bytes: Bytes): JwsHeader | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
  const parsed = parseStrictJson(text);
  if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null || Array.isArray(parsed.value))
    return undefined;
  return parsed.value as JwsHeader;
}

/**
 * Verifies `header.payload.signature` under one of the keys (`importJwks`). `allowed` is the verifier's own list of
 * algorithms; `none` is in no list. Headers with `crit` are refused: this verifier understands no extension.
 */
export function verifyJws(
  compact: string,
  keys: readonly VerificationJwk[],
  allowed: readonly JwsAlgorithm[],
): Result<VerifiedJws, JwsRefusal> {
  const parts = compact.split('.');
  const [headerBytes, payload, signature] = parts.map(findBase64url);
  const header = headerBytes && readHeader(headerBytes);
  if (parts.length !== 3 || !header || !payload || !signature) return refuse({ kind: 'malformed-jws' });
  if ('crit' in header) return refuse({ kind: 'critical-extension' });
  const algorithm = allowed.find((name) => name === header.alg);
  if (!algorithm) return refuse({ kind: 'algorithm-not-allowed' });

  const { kid } = header;
  const fit = keys.filter(
    (key) => key.algorithms.includes(algorithm) && (kid === undefined || key.kid === undefined || key.kid === kid),
  );
  if (fit.length === 0) return refuse({ kind: 'unknown-key' });
  const input = toBytes(`${parts[0]}.${parts[1]}`);
  const isSigned = fit.some((one) => check(algorithm, one.key, input, signature));
  return isSigned ? ok({ header, payload }) : refuse({ kind: 'wrong-signature' });
}
