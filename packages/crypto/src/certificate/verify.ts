// Whether a certificate was signed by another, and whether a chain leads to a trusted one. Revocation is not looked up here:
// the caller knows where lists come from and how old they may be.
import { constants, type KeyObject, verify } from 'node:crypto';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Bytes, sameBytes } from '../bytes.ts';
import { ecdsaVerify } from '../signatures/ecdsa.ts';
import { ed25519Verify } from '../signatures/ed25519.ts';
import { importSm2PublicKey } from '../sm2/keys.ts';
import { sm2Verify } from '../sm2/sign.ts';
import { extensionOids, signatureOids } from './oids.ts';
import type { Certificate } from './parse.ts';

export type ChainRefusal =
  | { readonly kind: 'no-trusted-issuer'; readonly subject: Certificate['subject'] }
  | { readonly kind: 'not-valid-then'; readonly serial: string; readonly notBefore: number; readonly notAfter: number }
  | { readonly kind: 'not-a-ca'; readonly serial: string }
  | { readonly kind: 'path-too-long'; readonly serial: string }
  | { readonly kind: 'unknown-critical-extension'; readonly serial: string; readonly oid: string }
  | { readonly kind: 'wrong-use'; readonly serial: string };

type Verifier = (key: KeyObject, input: Bytes, signature: Bytes) => boolean;

const rsa =
  (hash: string): Verifier =>
  (key, input, signature) =>
    (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048 &&
    verify(hash, input, { key, padding: constants.RSA_PKCS1_PADDING }, signature);

const verifiers: Readonly<Record<string, Verifier>> = {
  // GB/T 35276: the default ID, whatever the issuer's name.
  [signatureOids.sm2Sm3]: sm2Verify,
  [signatureOids.ecdsaSha256]: (key, input, signature) => ecdsaVerify('es256', key, input, signature, 'der'),
  [signatureOids.ecdsaSha384]: (key, input, signature) => ecdsaVerify('es384', key, input, signature, 'der'),
  [signatureOids.ecdsaSha512]: (key, input, signature) => ecdsaVerify('es512', key, input, signature, 'der'),
  [signatureOids.ed25519]: ed25519Verify,
  [signatureOids.rsaSha256]: rsa('sha256'),
  [signatureOids.rsaSha384]: rsa('sha384'),
  [signatureOids.rsaSha512]: rsa('sha512'),
};

const expectedTypes: Readonly<Record<string, string>> = {
  [signatureOids.ed25519]: 'ed25519',
  [signatureOids.rsaSha256]: 'rsa',
  [signatureOids.rsaSha384]: 'rsa',
  [signatureOids.rsaSha512]: 'rsa',
};

const expectedCurves: Readonly<Record<string, string>> = {
  [signatureOids.ecdsaSha256]: 'prime256v1',
  [signatureOids.ecdsaSha384]: 'secp384r1',
  [signatureOids.ecdsaSha512]: 'secp521r1',
};

function fits(oid: string, key: KeyObject, publicKeyInfo: Bytes): boolean {
  if (oid === signatureOids.sm2Sm3) return importSm2PublicKey(publicKeyInfo).ok;
  const curve = expectedCurves[oid];
  if (curve !== undefined) return key.asymmetricKeyDetails?.namedCurve === curve;
  return key.asymmetricKeyType === expectedTypes[oid];
}

/** Whether the certificate's TBS bytes carry a signature of the issuer's key, by an algorithm that fits that key. */
export function isSignedBy(certificate: Certificate, issuer: Certificate): boolean {
  const check = verifiers[certificate.signatureOid];
  const { publicKey } = issuer;
  if (!check || !publicKey || !fits(certificate.signatureOid, publicKey, issuer.publicKeyInfo)) return false;
  return check(publicKey, certificate.tbs, certificate.signature);
}

const understood = new Set<string>([
  extensionOids.basicConstraints,
  extensionOids.keyUsage,
  extensionOids.extendedKeyUsage,
  extensionOids.subjectAltName,
  extensionOids.subjectKeyIdentifier,
  extensionOids.authorityKeyIdentifier,
  extensionOids.certificatePolicies,
]);

function checkOne(certificate: Certificate, at: number): Result<undefined, ChainRefusal> {
  const { serial, notBefore, notAfter } = certificate;
  if (at < notBefore || at > notAfter) return refuse({ kind: 'not-valid-then', serial, notBefore, notAfter });
  for (const [oid, { isCritical }] of certificate.extensions)
    if (isCritical && !understood.has(oid)) return refuse({ kind: 'unknown-critical-extension', serial, oid });
  return ok();
}

function checkIssuer(issuer: Certificate, below: number, isAnchor: boolean): Result<undefined, ChainRefusal> {
  const { serial, isCa, keyUsage, pathLength } = issuer;
  // An anchor of version 1 says nothing of itself; it is trusted by being configured.
  const isOldAnchor = isAnchor && issuer.extensions.size === 0;
  if ((!isCa && !isOldAnchor) || (keyUsage && !keyUsage.has('keyCertSign')))
    return refuse({ kind: 'not-a-ca', serial });
  if (pathLength !== undefined && below > pathLength) return refuse({ kind: 'path-too-long', serial });
  return ok();
}

export type ChainCheck = {
  /** Trusted by configuration. */
  readonly anchors: readonly Certificate[];
  /** Sent along or known; proves nothing by being there. */
  readonly intermediates?: readonly Certificate[];
  /** Milliseconds since 1970: now, or when the signature to be judged was made. */
  readonly at: number;
  /** What the leaf must be allowed to do where it says its uses: `digitalSignature` of who signs documents. */
  readonly use?: 'digitalSignature' | 'nonRepudiation' | 'keyEncipherment' | 'keyAgreement';
};

const maxPath = 8;
/** Signatures tried for one chain: a sender of many certificates that all sign each other gets no more work than this. */
const maxTries = 64;

/** Extends a path upward; every issuer that fits is tried, since one authority may have several certificates. */
function extend(
  path: readonly Certificate[],
  check: ChainCheck,
  tries: { left: number },
): Result<Certificate[], ChainRefusal> {
  const current = path[path.length - 1] as Certificate;
  const sound = checkOne(current, check.at);
  if (!sound.ok) return sound;
  if (check.anchors.some((anchor) => sameBytes(anchor.raw, current.raw))) return ok([...path]);
  let refusal: ChainRefusal = { kind: 'no-trusted-issuer', subject: current.subject };
  if (path.length >= maxPath) return refuse({ kind: 'path-too-long', serial: current.serial });
  for (const issuer of [...check.anchors, ...(check.intermediates ?? [])]) {
    const isIssuer = sameBytes(issuer.subject.raw, current.issuer.raw) && !path.includes(issuer);
    if (!isIssuer || tries.left-- <= 0 || !isSignedBy(current, issuer)) continue;
    // Self-issued certificates count too: stricter than RFC 5280, 4.2.1.9, and simpler to reason about.
    const fit = checkIssuer(issuer, path.length - 1, check.anchors.includes(issuer));
    const extended = fit.ok ? extend([...path, issuer], check, tries) : fit;
    if (extended.ok) return extended;
    refusal = extended.refusal;
  }
  return refuse(refusal);
}

/** The path from a certificate to a trusted one, leaf first. Refused with the reason met last on the way. */
export function verifyChain(leaf: Certificate, check: ChainCheck): Result<Certificate[], ChainRefusal> {
  if (check.use && leaf.keyUsage && !leaf.keyUsage.has(check.use))
    return refuse({ kind: 'wrong-use', serial: leaf.serial });
  return extend([leaf], check, { left: maxTries });
}
