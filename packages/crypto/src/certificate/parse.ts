// X.509 certificates (GB/T 20518-2018, RFC 5280) read from their bytes. Node's X509Certificate reads SM2 certificates but
// cannot verify them; here the signed bytes are kept exactly as they came.
import { createPublicKey, type KeyObject } from 'node:crypto';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Bytes, toHex } from '../bytes.ts';
import {
  checkDerDeeply,
  childrenOf,
  type DerNode,
  type DerRefusal,
  derTag,
  MalformedDer,
  openDer,
  readBitString,
  readBits,
  readBoolean,
  readDer,
  readInteger,
  readOctetString,
  readOid,
  readSmallInteger,
  readText,
  readTime,
  tryDer,
  unwrapDer,
} from '../der/index.ts';
import { importSm2PublicKey } from '../sm2/keys.ts';
import { attributeNames, extensionOids } from './oids.ts';

/** `raw` is the name's DER: two names are the same where their bytes are. */
export type DistinguishedName = {
  readonly raw: Bytes;
  /** In order; `type` is a short name (CN, O, C …) or the dotted identifier. */
  readonly attributes: readonly { readonly type: string; readonly value: string }[];
};

export type KeyUsage =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'cRLSign'
  | 'encipherOnly'
  | 'decipherOnly';

export const keyUsages: readonly KeyUsage[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
];

export type CertificateExtension = { readonly isCritical: boolean; readonly value: Bytes };

export type Certificate = {
  readonly raw: Bytes;
  /** The bytes that are signed. */
  readonly tbs: Bytes;
  readonly signature: Bytes;
  readonly signatureOid: string;
  /** Lower-case hexadecimal, as certificates are named in lists and seals. */
  readonly serial: string;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  /** Milliseconds since 1970, both inclusive. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** SubjectPublicKeyInfo. */
  readonly publicKeyInfo: Bytes;
  /** Undefined where the key's kind or curve is unknown here. */
  readonly publicKey: KeyObject | undefined;
  readonly extensions: ReadonlyMap<string, CertificateExtension>;
  readonly isCa: boolean;
  readonly pathLength: number | undefined;
  /** Undefined where the certificate does not say. */
  readonly keyUsage: ReadonlySet<KeyUsage> | undefined;
};

const fail = (reason: string): never => {
  throw new MalformedDer(reason);
};

function readName(node: DerNode): DistinguishedName {
  const attributes = childrenOf(node, derTag.sequence).flatMap((set) =>
    childrenOf(set, derTag.set).map((pair) => {
      const cursor = openDer(pair);
      const oid = readOid(cursor.next());
      const value = cursor.next();
      cursor.end();
      return { type: attributeNames[oid] ?? oid, value: readText(value) };
    }),
  );
  return { raw: node.raw, attributes };
}

/** AlgorithmIdentifier; parameters absent or NULL for every algorithm signed with here. */
function readAlgorithm(node: DerNode): string {
  const cursor = openDer(node);
  const oid = readOid(cursor.next());
  if (cursor.hasMore()) cursor.next();
  cursor.end();
  return oid;
}

function readExtensions(node: DerNode): Map<string, CertificateExtension> {
  const extensions = new Map<string, CertificateExtension>();
  for (const one of childrenOf(unwrapDer(node, derTag.sequence))) {
    const cursor = openDer(one);
    const oid = readOid(cursor.next());
    const critical = cursor.optional(derTag.boolean);
    const value = readOctetString(cursor.next());
    cursor.end();
    if (extensions.has(oid)) fail('extension-twice');
    extensions.set(oid, { isCritical: critical !== undefined && readBoolean(critical), value });
  }
  return extensions;
}

function readBasicConstraints(extensions: ReadonlyMap<string, CertificateExtension>) {
  const found = extensions.get(extensionOids.basicConstraints);
  if (!found) return { isCa: false, pathLength: undefined };
  const cursor = openDer(readDer(found.value));
  const ca = cursor.optional(derTag.boolean);
  const length = cursor.optional(derTag.integer);
  cursor.end();
  return { isCa: ca !== undefined && readBoolean(ca), pathLength: length && readSmallInteger(length, 255) };
}

function readKeyUsage(extensions: ReadonlyMap<string, CertificateExtension>): ReadonlySet<KeyUsage> | undefined {
  const found = extensions.get(extensionOids.keyUsage);
  if (!found) return undefined;
  const { bytes } = readBits(readDer(found.value));
  return new Set(keyUsages.filter((_, bit) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0));
}

function findPublicKey(spki: Bytes): KeyObject | undefined {
  const sm2 = importSm2PublicKey(spki);
  if (sm2.ok) return sm2.value;
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}

function readCertificate(bytes: Bytes): Certificate {
  checkDerDeeply(bytes);
  const whole = openDer(readDer(bytes));
  const tbs = whole.next(derTag.sequence);
  const outerAlgorithm = whole.next();
  const signature = readBitString(whole.next());
  whole.end();

  const cursor = openDer(tbs);
  const version = cursor.optional(derTag.context(0));
  const versionNumber = version ? readSmallInteger(unwrapDer(version), 2) : 0;
  const serialNode = cursor.next(derTag.integer);
  // GB/T 20518, 5.2.3.2: positive, at most 20 bytes.
  if (readInteger(serialNode) <= 0n || serialNode.content.length > 20) fail('serial-number');
  const innerAlgorithm = cursor.next();
  // RFC 5280, 4.1.1.2; else the algorithm would not be under the signature.
  if (Buffer.compare(innerAlgorithm.raw, outerAlgorithm.raw) !== 0) fail('algorithms-differ');
  const issuer = readName(cursor.next());
  const validity = openDer(cursor.next());
  const [notBefore, notAfter] = [readTime(validity.next()), readTime(validity.next())];
  validity.end();
  const subject = readName(cursor.next());
  const publicKeyInfo = cursor.next(derTag.sequence).raw;
  for (const tag of [1, 2]) cursor.optional(derTag.contextPrimitive(tag));
  const extensionNode = cursor.optional(derTag.context(3));
  cursor.end();
  if (extensionNode && versionNumber !== 2) fail('extensions-need-version-3');
  const extensions = extensionNode ? readExtensions(extensionNode) : new Map<string, CertificateExtension>();

  return {
    raw: bytes,
    tbs: tbs.raw,
    signature,
    signatureOid: readAlgorithm(innerAlgorithm),
    serial: toHex(serialNode.content),
    issuer,
    subject,
    notBefore,
    notAfter,
    publicKeyInfo,
    publicKey: findPublicKey(publicKeyInfo),
    extensions,
    ...readBasicConstraints(extensions),
    keyUsage: readKeyUsage(extensions),
  };
}

/** Reads a certificate from DER bytes. Nothing is verified by reading. */
export const parseCertificate = (bytes: Bytes): Result<Certificate, DerRefusal> => tryDer(() => readCertificate(bytes));

/** Reads every certificate of a PEM text, in order. */
export function parseCertificatesPem(text: string): Result<Certificate[], DerRefusal> {
  const certificates: Certificate[] = [];
  for (const found of text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END CERTIFICATE-----/g)) {
    const parsed = parseCertificate(new Uint8Array(Buffer.from(found[1] ?? '', 'base64')));
    if (!parsed.ok) return parsed;
    certificates.push(parsed.value);
  }
  return certificates.length > 0 ? ok(certificates) : refuse({ kind: 'der-malformed', reason: 'no-certificate' });
}

/** The values of one attribute of a name, in order: `nameValues(subject, 'CN')`. */
export const nameValues = (name: DistinguishedName, type: string): string[] =>
  name.attributes.filter((one) => one.type === type).map((one) => one.value);
