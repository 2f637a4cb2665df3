import type { KeyObject } from 'node:crypto';
import { type Bytes, der, sm2Sign } from '@zhengtong/crypto';
import { type SealDescription, sm2WithSm3 } from './ses.ts';

/** Signs with a private key that need not be in this program: a certified module stands behind the same door. */
export type Signer = { readonly certificate: Bytes; readonly sign: (message: Bytes) => Bytes };

/** A signer from a key in memory. Only certified modules count in an official assessment (GM/T 0054). */
export const signerOf = (privateKey: KeyObject, certificate: Bytes): Signer => ({
  certificate,
  sign: (message) => sm2Sign(privateKey, message),
});

/** Makes an SESeal of version 4 (GB/T 38540-2020, 7.1): the maker signs the description. */
export function makeSeal(seal: SealDescription, maker: Signer): Uint8Array {
  const { users, picture } = seal;
  const list =
    users.kind === 'certificates'
      ? der.sequence(...users.list.map((certificate) => der.octetString(certificate)))
      : der.sequence(...users.list.map(({ type, value }) => der.sequence(der.printable(type), der.octetString(value))));
  const description = der.sequence(
    der.sequence(der.ia5('ES'), der.integer(4), der.ia5(seal.vendor)),
    der.ia5(seal.id),
    der.sequence(
      der.integer(seal.type),
      der.utf8(seal.name),
      der.integer(users.kind === 'certificates' ? 1 : 2),
      list,
      der.generalizedTime(seal.createdAt),
      der.generalizedTime(seal.validFrom),
      der.generalizedTime(seal.validTo),
    ),
    der.sequence(
      der.ia5(picture.type),
      der.octetString(picture.bytes),
      der.integer(Math.round(picture.width)),
      der.integer(Math.round(picture.height)),
    ),
  );
  return der.sequence(
    description,
    der.octetString(maker.certificate),
    der.oid(sm2WithSm3),
    der.bitString(maker.sign(description)),
  );
}

export type ToSeal = {
  /** An SESeal. */
  readonly seal: Bytes;
  readonly sealedAt: number;
  /** SM3 of Signature.xml. */
  readonly dataHash: Bytes;
  /** Absolute path of Signature.xml in the package. */
  readonly propertyInfo: string;
};

/** Makes an SES_Signature of version 4 (GB/T 38540-2020, 7.2). */
export function makeSealSignature(input: ToSeal, signer: Signer): Uint8Array {
  const toSign = der.sequence(
    der.integer(4),
    input.seal,
    der.generalizedTime(input.sealedAt),
    der.bitString(input.dataHash),
    der.ia5(input.propertyInfo),
  );
  return der.sequence(
    toSign,
    der.octetString(signer.certificate),
    der.oid(sm2WithSm3),
    der.bitString(signer.sign(toSign)),
  );
}
