import assert from 'node:assert/strict';
import test from 'node:test';
import {
  type Bytes,
  buildCertificate,
  der,
  generateSm2KeyPair,
  parseCertificate,
  sm2Sign,
  sm3,
} from '@zhengtong/crypto';
import { must } from '@zhengtong/kernel';
import { sealedAt } from '../test/notice.ts';
import type { Check } from './report.ts';
import { readSealSignature, type SealDescription, sm2WithSm3 } from './ses.ts';
import { checkSealSignature } from './verify-seal.ts';
import { makeSeal, makeSealSignature, signerOf } from './write-ses.ts';

const day = 86_400_000;
const keys = {
  root: generateSm2KeyPair(),
  maker: generateSm2KeyPair(),
  signer: generateSm2KeyPair(),
  other: generateSm2KeyPair(),
};
const issue = (who: 'root' | 'maker' | 'signer' | 'other', notAfter = sealedAt + 365 * day): Bytes =>
  buildCertificate({
    subject: [['CN', who]],
    publicKey: keys[who].publicKey,
    issuer: [['CN', 'root']],
    issuerKey: keys.root.privateKey,
    notBefore: sealedAt - 365 * day,
    notAfter,
    ...(who === 'root'
      ? { isCa: true, keyUsage: ['keyCertSign'] as const }
      : { keyUsage: ['digitalSignature'] as const }),
  });
const certificates = { root: issue('root'), maker: issue('maker'), signer: issue('signer'), other: issue('other') };
const description: SealDescription = {
  vendor: 'T',
  id: 'seal-1',
  type: 1,
  name: '测试专用章',
  users: { kind: 'certificates', list: [certificates.signer] },
  createdAt: sealedAt - day,
  validFrom: sealedAt - day,
  validTo: sealedAt + day,
  picture: { type: 'PNG', bytes: new Uint8Array([1]), width: 40, height: 40 },
};
const xml = new TextEncoder().encode('<Signature/>');
const trust = { anchors: [must(parseCertificate(certificates.root))], intermediates: [], at: sealedAt };

function failuresOf(
  seal: SealDescription,
  by: 'signer' | 'other' = 'signer',
  when = sealedAt,
  certificate = certificates[by],
): Check['step'][] {
  const made = makeSeal(seal, signerOf(keys.maker.privateKey, certificates.maker));
  const value = makeSealSignature(
    { seal: made, sealedAt: when, dataHash: sm3(xml), propertyInfo: '/a' },
    signerOf(keys[by].privateKey, certificate),
  );
  const checks = checkSealSignature(must(readSealSignature(value)), xml, { ...trust, at: when });
  return checks.filter((one) => one.verdict === 'failed').map((one) => one.step);
}

test('a signer whom the seal names passes, by certificate or by digest', () => {
  assert.deepEqual(failuresOf(description), []);
  const list = [{ type: '1.2.156.10197.1.401', value: sm3(certificates.signer) }];
  assert.deepEqual(failuresOf({ ...description, users: { kind: 'digests', list } }), []);
});

test('a signer whom the seal does not name is refused though every signature is right', () => {
  assert.deepEqual(failuresOf(description, 'other'), ['signer-in-seal']);
});

test('a seal used after its end or before its beginning is refused', () => {
  assert.deepEqual(failuresOf(description, 'signer', sealedAt + 2 * day), ['seal-validity']);
  assert.deepEqual(failuresOf({ ...description, validFrom: sealedAt + 1000, validTo: sealedAt + day }), [
    'seal-validity',
  ]);
});

test('a signer whose certificate had expired when sealing is refused', () => {
  const expired = issue('signer', sealedAt - day);
  const users = { kind: 'certificates', list: [expired] } as const;
  assert.deepEqual(failuresOf({ ...description, users }, 'signer', sealedAt, expired), ['signer-chain']);
});

test('a seal of GM/T 0031-2014 is read and verified; a changed one is refused', () => {
  const body = (name: string) =>
    der.sequence(
      der.sequence(der.ia5('ES'), der.integer(1), der.ia5('T')),
      der.ia5('seal-0'),
      der.sequence(
        der.integer(1),
        der.utf8(name),
        der.sequence(der.octetString(certificates.signer)),
        der.utcTime(sealedAt - day),
        der.utcTime(sealedAt - day),
        der.utcTime(sealedAt + day),
      ),
      der.sequence(der.ia5('PNG'), der.octetString(new Uint8Array([1])), der.integer(40), der.integer(40)),
    );
  const signed = der.sequence(body('旧章'), der.octetString(certificates.maker), der.oid(sm2WithSm3));
  const make = (name: string): Bytes => {
    const maker = der.sequence(
      der.octetString(certificates.maker),
      der.oid(sm2WithSm3),
      der.bitString(sm2Sign(keys.maker.privateKey, signed)),
    );
    const toSign = der.sequence(
      der.integer(1),
      der.sequence(body(name), maker),
      der.bitString(der.utcTime(sealedAt)),
      der.bitString(sm3(xml)),
      der.ia5('/a'),
      der.octetString(certificates.signer),
      der.oid(sm2WithSm3),
    );
    return der.sequence(toSign, der.bitString(sm2Sign(keys.signer.privateKey, toSign)));
  };
  const failures = (name: string) =>
    checkSealSignature(must(readSealSignature(make(name))), xml, trust)
      .filter((one) => one.verdict === 'failed')
      .map((one) => one.step);
  assert.deepEqual(failures('旧章'), []);
  assert.deepEqual(failures('新章'), ['seal-signature']);
});
