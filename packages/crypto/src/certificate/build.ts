// Makes certificates for tests, demonstrations and inner services. Whoever stands before the public has theirs from a
// licensed certification authority (电子认证服务许可).
import { createPublicKey, type KeyObject, randomBytes } from 'node:crypto';
import type { Bytes } from '../bytes.ts';
import { concatBytes, toNumber } from '../bytes.ts';
import { der } from '../der/index.ts';
import { sha256 } from '../digest.ts';
import { ecdsaSign } from '../signatures/ecdsa.ts';
import { ed25519Sign } from '../signatures/ed25519.ts';
import { exportSm2PublicDer, preparedPrivate, sm2PublicKeyOf } from '../sm2/keys.ts';
import { sm2Sign } from '../sm2/sign.ts';
import { attributeNames, extensionOids, signatureOids } from './oids.ts';
import { type KeyUsage, keyUsages } from './parse.ts';

/** In order: `[['C', 'CN'], ['O', '示例市数据局'], ['CN', '测试根']]`. */
export type NameParts = readonly (readonly [type: string, value: string])[];

export type CertificateRequest = {
  readonly subject: NameParts;
  /** The subject's public key. */
  readonly publicKey: KeyObject;
  /** Left out, the certificate is signed by itself. */
  readonly issuer?: NameParts;
  readonly issuerKey: KeyObject;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly isCa?: boolean;
  readonly pathLength?: number;
  readonly keyUsage?: readonly KeyUsage[];
  /** Values of further extensions by identifier, as DER. */
  readonly extensions?: readonly { readonly oid: string; readonly isCritical?: boolean; readonly value: Bytes }[];
  /** At most 20 bytes, positive; random where left out. */
  readonly serial?: bigint;
};

const oidsByName = new Map(Object.entries(attributeNames).map(([oid, name]) => [name, oid]));

/** A distinguished name in DER: country as PrintableString, everything else as UTF8String (GB/T 20518, 5.2.3.4). */
export const writeName = (parts: NameParts): Uint8Array =>
  der.sequence(
    ...parts.map(([type, value]) => {
      const text = type === 'C' ? der.printable(value) : der.utf8(value);
      return der.setOf(der.sequence(der.oid(oidsByName.get(type) ?? type), text));
    }),
  );

const isSm2 = (key: KeyObject): boolean => {
  if (key.asymmetricKeyType !== 'ec' && key.asymmetricKeyType !== undefined) return false;
  try {
    return preparedPrivate(key) !== undefined;
  } catch {
    return false;
  }
};

type CertificateSigner = { readonly oid: string; readonly sign: (tbs: Bytes) => Uint8Array };

function signerOf(key: KeyObject): CertificateSigner {
  if (isSm2(key)) return { oid: signatureOids.sm2Sm3, sign: (tbs) => sm2Sign(key, tbs) };
  if (key.asymmetricKeyType === 'ed25519') return { oid: signatureOids.ed25519, sign: (tbs) => ed25519Sign(key, tbs) };
  return { oid: signatureOids.ecdsaSha256, sign: (tbs) => ecdsaSign('es256', key, tbs, 'der') };
}

function spkiOf(key: KeyObject): Uint8Array {
  try {
    return exportSm2PublicDer(key);
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    return key.export({ type: 'spki', format: 'der' });
  }
}

const extension = (oid: string, isCritical: boolean, value: Bytes): Uint8Array =>
  der.sequence(der.oid(oid), ...(isCritical ? [der.boolean(true)] : []), der.octetString(value));

/** BIT STRING of named bits: trailing zeros are cut (X.690, 11.2.2). */
function writeKeyUsage(uses: readonly KeyUsage[]): Uint8Array {
  const bits = uses.map((use) => keyUsages.indexOf(use));
  const last = Math.max(...bits);
  const bytes = new Uint8Array((last >> 3) + 1);
  for (const bit of bits) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return der.bitString(bytes, 7 - (last & 7));
}

/** Identifies a key by the first 20 bytes of SHA-256 over it (RFC 7093, method 1); any fixed way will do. */
const keyIdentifier = (spki: Bytes): Uint8Array => sha256(spki).subarray(0, 20);

function writeExtensions(request: CertificateRequest, spki: Bytes, issuerSpki: Bytes): Uint8Array {
  const { isCa = false, pathLength, keyUsage, extensions = [] } = request;
  const length = pathLength === undefined ? [] : [der.integer(pathLength)];
  const constraints = der.sequence(...(isCa ? [der.boolean(true), ...length] : []));
  return der.sequence(
    extension(extensionOids.basicConstraints, true, constraints),
    ...(keyUsage ? [extension(extensionOids.keyUsage, true, writeKeyUsage(keyUsage))] : []),
    extension(extensionOids.subjectKeyIdentifier, false, der.octetString(keyIdentifier(spki))),
    extension(extensionOids.authorityKeyIdentifier, false, der.sequence(der.implicit(0, keyIdentifier(issuerSpki)))),
    ...extensions.map((one) => extension(one.oid, one.isCritical ?? false, one.value)),
  );
}

const time = (at: number): Uint8Array => (at < Date.UTC(2050, 0) ? der.utcTime(at) : der.generalizedTime(at));

/** The certificate in DER, signed by the issuer's key: SM2 with SM3, Ed25519 or ECDSA P-256 by the kind of key. */
export function buildCertificate(request: CertificateRequest): Uint8Array {
  const signer = signerOf(request.issuerKey);
  const algorithm = der.sequence(der.oid(signer.oid));
  const subject = writeName(request.subject);
  const spki = spkiOf(request.publicKey);
  const issuerPublic = isSm2(request.issuerKey)
    ? sm2PublicKeyOf(request.issuerKey)
    : createPublicKey(request.issuerKey);
  // 15 random bytes behind 0x40: positive, never zero, 16 bytes long.
  const serial = request.serial ?? toNumber(concatBytes(Uint8Array.of(0x40), randomBytes(15)));
  const tbs = der.sequence(
    der.explicit(0, der.integer(2)),
    der.integer(serial),
    algorithm,
    request.issuer ? writeName(request.issuer) : subject,
    der.sequence(time(request.notBefore), time(request.notAfter)),
    subject,
    spki,
    der.explicit(3, writeExtensions(request, spki, spkiOf(issuerPublic))),
  );
  return der.sequence(tbs, algorithm, der.bitString(signer.sign(tbs)));
}
