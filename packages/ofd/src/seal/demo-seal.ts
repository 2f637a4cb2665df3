import type { KeyObject } from 'node:crypto';
import { buildCertificate, generateSm2KeyPair, type NameParts } from '@zhengtong/crypto';
import type { FontSet } from '../fonts/font-set.ts';
import type { ImageFile } from '../layout/layout.ts';
import { rasterize } from '../layout/raster.ts';
import { drawSealFace } from './seal-face.ts';
import { makeSeal, type Signer, signerOf } from './write-ses.ts';

export type DemoSeal = {
  readonly seal: Uint8Array;
  readonly signer: Signer;
  /** Of the signer: to be put beside the seal. */
  readonly privateKey: KeyObject;
  /** The root made up for it: trust it and the seal verifies. */
  readonly root: Uint8Array;
  readonly picture: ImageFile;
};

const day = 86_400_000;

/**
 * A seal with keys and a root of its own, made on the spot: for demonstrations and tests. It proves nothing about
 * anybody; real seals come from the maker of seals and keys of a certified module.
 */
export function makeDemoSeal(organ: string, diameter: number, fonts: FontSet, now: number): DemoSeal {
  const root = generateSm2KeyPair();
  const maker = generateSm2KeyPair();
  const signer = generateSm2KeyPair();
  const rootName: NameParts = [
    ['C', 'CN'],
    ['O', '演示用，不具效力'],
    ['CN', '演示根'],
  ];
  const validity = { notBefore: now - day, notAfter: now + 3650 * day };
  const rootCertificate = buildCertificate({
    subject: rootName,
    publicKey: root.publicKey,
    issuerKey: root.privateKey,
    ...validity,
    isCa: true,
    keyUsage: ['keyCertSign', 'cRLSign'],
  });
  const issue = (name: string, publicKey: typeof maker.publicKey): Uint8Array =>
    buildCertificate({
      subject: [
        ['C', 'CN'],
        ['O', organ],
        ['CN', name],
      ],
      publicKey,
      issuer: rootName,
      issuerKey: root.privateKey,
      ...validity,
      keyUsage: ['digitalSignature', 'nonRepudiation'],
    });
  const makerCertificate = issue('演示制章中心', maker.publicKey);
  const signerCertificate = issue(organ, signer.publicKey);
  const bytes = rasterize(drawSealFace(organ, diameter, fonts), diameter, diameter, 12);
  const seal = makeSeal(
    {
      vendor: 'Zhengtong',
      id: `demo-${now}`,
      type: 1,
      name: organ,
      users: { kind: 'certificates', list: [signerCertificate] },
      createdAt: now - day,
      validFrom: now - day,
      validTo: now + 3650 * day,
      picture: { type: 'PNG', bytes, width: diameter, height: diameter },
    },
    signerOf(maker.privateKey, makerCertificate),
  );
  return {
    seal,
    signer: signerOf(signer.privateKey, signerCertificate),
    privateKey: signer.privateKey,
    root: rootCertificate,
    picture: { format: 'png', bytes },
  };
}
