// Electronic seals as bytes: SESeal and SES_Signature of GB/T 38540-2020 (version 4), and of GM/T 0031-2014 (version 1,
// some makers write 2 or 3), which is only read. What is signed is kept as it came: signatures are checked over bytes.
import {
  type Bytes,
  type DerNode,
  type DerRefusal,
  der,
  derTag,
  openDer,
  readBitString,
  readDer,
  readOctetString,
  readOid,
  readSmallInteger,
  readText,
  readTime,
  tryDer,
} from '@zhengtong/crypto';
import type { Result } from '@zhengtong/kernel';

/** SM2 with SM3 (GB/T 33560). */
export const sm2WithSm3 = '1.2.156.10197.1.501';
export const sm3Oid = '1.2.156.10197.1.401';

export type SealPicture = {
  readonly type: string;
  readonly bytes: Bytes;
  readonly width: number;
  readonly height: number;
};

/** Who may use a seal: their certificates whole, or digests of them. */
export type SealUsers =
  | { readonly kind: 'certificates'; readonly list: readonly Bytes[] }
  | { readonly kind: 'digests'; readonly list: readonly { readonly type: string; readonly value: Bytes }[] };

export type SealDescription = {
  readonly vendor: string;
  readonly id: string;
  /** 1 of an organisation, 2 of a person. */
  readonly type: number;
  readonly name: string;
  readonly users: SealUsers;
  /** Milliseconds since 1970, as all instants here. */
  readonly createdAt: number;
  readonly validFrom: number;
  readonly validTo: number;
  readonly picture: SealPicture;
};

export type Seal = SealDescription & {
  readonly version: number;
  readonly makerCertificate: Bytes;
  readonly algorithm: string;
  readonly signature: Bytes;
  /** The bytes the maker signed: the description alone in version 4, with certificate and algorithm before. */
  readonly signed: Bytes;
  /** The whole seal, to compare with Seal.esl. */
  readonly raw: Bytes;
};

export type SealSignature = {
  readonly version: number;
  readonly seal: Seal;
  /** When it was sealed, by the sealer's clock; absent where a time stamp token stands instead. */
  readonly sealedAt: number | undefined;
  readonly dataHash: Bytes;
  /** Where Signature.xml is, as the sealer saw it. */
  readonly propertyInfo: string;
  readonly signerCertificate: Bytes;
  readonly algorithm: string;
  readonly signature: Bytes;
  /** The bytes the signer signed (TBS_Sign). */
  readonly signed: Bytes;
  readonly timeStamp: Bytes | undefined;
};

/** Reads an SESeal (`Seal.esl`). */
export const readSeal = (bytes: Bytes): Result<Seal, DerRefusal> =>
  tryDer(() => sealOf(readDer(bytes, derTag.sequence)));

/** Reads an SES_Signature (`SignedValue.dat`) of either standard. */
export const readSealSignature = (bytes: Bytes): Result<SealSignature, DerRefusal> =>
  tryDer(() => {
    const all = openDer(readDer(bytes, derTag.sequence));
    const signedNode = all.next(derTag.sequence);
    const second = all.next();
    // Version 1 is { toSign, signature }; version 4 goes on with the certificate.
    if (second.tag === derTag.bitString) {
      all.end();
      return olderSignature(signedNode, readBitString(second));
    }
    const signerCertificate = readOctetString(second);
    const algorithm = readOid(all.next());
    const signature = readBitString(all.next());
    const stamp = all.optional(derTag.context(0));
    all.end();
    const parts = openDer(signedNode);
    const version = readSmallInteger(parts.next());
    const seal = sealOf(parts.next(derTag.sequence));
    const sealedAt = readTime(parts.next());
    const dataHash = readBitString(parts.next());
    const propertyInfo = readText(parts.next());
    parts.optional(derTag.context(0));
    parts.end();
    const timeStamp = stamp ? readBitString(openDer(stamp, derTag.context(0)).next()) : undefined;
    return {
      version,
      seal,
      sealedAt,
      dataHash,
      propertyInfo,
      signerCertificate,
      algorithm,
      signature,
      signed: signedNode.raw,
      timeStamp,
    };
  });

function olderSignature(signedNode: DerNode, signature: Bytes): SealSignature {
  const parts = openDer(signedNode);
  const version = readSmallInteger(parts.next());
  const seal = sealOf(parts.next(derTag.sequence));
  const timeInfo = readBitString(parts.next());
  const dataHash = readBitString(parts.next());
  const propertyInfo = readText(parts.next());
  const signerCertificate = readOctetString(parts.next());
  const algorithm = readOid(parts.next());
  parts.end();
  const time = tryDer(() => readTime(readDer(timeInfo)));
  return {
    version,
    seal,
    sealedAt: time.ok ? time.value : undefined,
    dataHash,
    propertyInfo,
    signerCertificate,
    algorithm,
    signature,
    signed: signedNode.raw,
    timeStamp: time.ok ? undefined : timeInfo,
  };
}

function sealOf(node: DerNode): Seal {
  const parts = openDer(node);
  const description = parts.next(derTag.sequence);
  const second = parts.next();
  const { version, ...described } = describe(description);
  if (second.tag === derTag.sequence) {
    // GM/T 0031: { cert, algorithm, signature } together; signed are description, cert and algorithm.
    parts.end();
    const sign = openDer(second);
    const certificate = sign.next();
    const algorithm = sign.next();
    const signature = readBitString(sign.next());
    sign.end();
    return {
      ...described,
      version,
      makerCertificate: readOctetString(certificate),
      algorithm: readOid(algorithm),
      signature,
      signed: der.sequence(description.raw, certificate.raw, algorithm.raw),
      raw: node.raw,
    };
  }
  const algorithm = readOid(parts.next());
  const signature = readBitString(parts.next());
  parts.end();
  return {
    ...described,
    version,
    makerCertificate: readOctetString(second),
    algorithm,
    signature,
    signed: description.raw,
    raw: node.raw,
  };
}

function describe(node: DerNode): SealDescription & { version: number } {
  const parts = openDer(node);
  const header = openDer(parts.next(derTag.sequence));
  header.next(derTag.ia5);
  const version = readSmallInteger(header.next());
  const vendor = readText(header.next());
  header.end();
  const id = readText(parts.next());
  const property = openDer(parts.next(derTag.sequence));
  const type = readSmallInteger(property.next());
  const name = readText(property.next());
  // Version 4 says what the list holds, older ones hold certificates.
  const listType = property.optional(derTag.integer);
  const users = usersOf(property.next(derTag.sequence), listType ? readSmallInteger(listType) : 1);
  const createdAt = readTime(property.next());
  const validFrom = readTime(property.next());
  const validTo = readTime(property.next());
  property.end();
  const picture = openDer(parts.next(derTag.sequence));
  const pictureType = readText(picture.next());
  const pictureBytes = readOctetString(picture.next());
  const width = readSmallInteger(picture.next());
  const height = readSmallInteger(picture.next());
  picture.end();
  return {
    version,
    vendor,
    id,
    type,
    name,
    users,
    createdAt,
    validFrom,
    validTo,
    picture: { type: pictureType, bytes: pictureBytes, width, height },
  };
}

function usersOf(node: DerNode, listType: number): SealUsers {
  const items = openDer(node);
  const certificates: Bytes[] = [];
  const digests: { type: string; value: Bytes }[] = [];
  while (items.hasMore()) {
    const item = items.next();
    if (listType === 2) {
      const digest = openDer(item);
      digests.push({ type: readText(digest.next()), value: readOctetString(digest.next()) });
    } else certificates.push(readOctetString(item));
  }
  return listType === 2 ? { kind: 'digests', list: digests } : { kind: 'certificates', list: certificates };
}
