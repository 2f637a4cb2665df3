import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import { der } from '../der/index.ts';
import { writePem } from '../pem.ts';
import { generateEcdsaKeyPair } from '../signatures/ecdsa.ts';
import { generateEd25519KeyPair } from '../signatures/ed25519.ts';
import { generateSm2KeyPair } from '../sm2/keys.ts';
import { buildCertificate, type CertificateRequest } from './build.ts';
import { type Certificate, nameValues, parseCertificate, parseCertificatesPem } from './parse.ts';
import { isSignedBy, verifyChain } from './verify.ts';

const [notBefore, notAfter, at] = [Date.UTC(2026, 0, 1), Date.UTC(2056, 0, 1), Date.UTC(2026, 10, 23)];
const rootName = [
  ['C', 'CN'],
  ['O', '示例市数据局'],
  ['CN', '测试根'],
] as const;
const leafName = [
  ['C', 'CN'],
  ['O', '示例市民政局'],
  ['CN', '电子印章'],
  ['SERIALNUMBER', '11990100MB00000000'],
] as const;
const [rootKeys, middleKeys, leafKeys] = [generateSm2KeyPair(), generateSm2KeyPair(), generateSm2KeyPair()];

const make = (request: Partial<CertificateRequest>): Certificate =>
  must(
    parseCertificate(
      buildCertificate({
        subject: rootName,
        publicKey: rootKeys.publicKey,
        issuerKey: rootKeys.privateKey,
        notBefore,
        notAfter,
        ...request,
      }),
    ),
  );

const root = make({ isCa: true, keyUsage: ['keyCertSign', 'cRLSign'] });
const middleRequest = { subject: [['CN', '测试中级']], publicKey: middleKeys.publicKey, issuer: rootName } as const;
const middle = make({ ...middleRequest, isCa: true, pathLength: 0 });
const leafRequest = {
  subject: leafName,
  publicKey: leafKeys.publicKey,
  issuer: [['CN', '测试中级']],
  issuerKey: middleKeys.privateKey,
} as const;
const leaf = make({ ...leafRequest, keyUsage: ['digitalSignature', 'nonRepudiation'] });
const kindOf = (one: Certificate, more: object = {}): string => {
  const result = verifyChain(one, { anchors: [root], intermediates: [middle], at, ...more });
  return result.ok ? `path of ${result.value.length}` : result.refusal.kind;
};

test('a certificate says after reading what it was built with', () => {
  assert.deepEqual(nameValues(leaf.subject, 'O'), ['示例市民政局']);
  assert.deepEqual([leaf.notBefore, leaf.notAfter], [notBefore, notAfter]);
  assert.deepEqual([...(leaf.keyUsage ?? [])], ['digitalSignature', 'nonRepudiation']);
  assert.equal(leaf.signatureOid, '1.2.156.10197.1.501');
  assert.deepEqual([root.isCa, leaf.isCa, middle.pathLength], [true, false, 0]);
  assert.equal(new X509Certificate(leaf.raw).subject.includes('电子印章'), true);
});

test('a chain of SM2 certificates leads to the trusted root, and only to a trusted one', () => {
  assert.equal(kindOf(leaf), 'path of 3');
  assert.equal(kindOf(leaf, { intermediates: [] }), 'no-trusted-issuer');
  const twin = make({ isCa: true, issuerKey: leafKeys.privateKey, publicKey: leafKeys.publicKey });
  assert.equal(kindOf(leaf, { anchors: [twin] }), 'no-trusted-issuer');
});

test('an intermediate that was renewed under the same name and key does not hide the valid one', () => {
  const old = make({ ...middleRequest, isCa: true, notAfter: at - 1 });
  assert.equal(kindOf(leaf, { intermediates: [old, middle] }), 'path of 3');
  assert.equal(kindOf(leaf, { intermediates: [old] }), 'not-valid-then');
});

test('certificates that sign each other in a ring end in a refusal', () => {
  const a = make({ subject: [['CN', 'a']], issuer: [['CN', 'b']], isCa: true });
  const b = make({ subject: [['CN', 'b']], issuer: [['CN', 'a']], isCa: true });
  assert.equal(kindOf(a, { intermediates: [a, b] }), 'no-trusted-issuer');
});

test('a crowd of certificates that all sign each other comes to an end', () => {
  const name = [['CN', 'crowd']] as const;
  const crowd = Array.from({ length: 30 }, () => make({ subject: name, issuer: name, isCa: true }));
  const [first] = crowd as [Certificate];
  assert.equal(verifyChain(first, { anchors: [middle], intermediates: crowd, at }).ok, false);
});

test('every single byte of a signed certificate matters', () => {
  for (let i = 0; i < leaf.raw.length; i += 3) {
    const changed = parseCertificate(leaf.raw.map((byte, j) => (j === i ? byte ^ 1 : byte)));
    assert.equal(changed.ok && isSignedBy(changed.value, middle), false, String(i));
  }
});

test('certificates out of their time, beyond their rights or with unknown demands break the chain', () => {
  assert.equal(kindOf(leaf, { at: notAfter + 1 }), 'not-valid-then');
  assert.equal(kindOf(leaf, { use: 'keyEncipherment' }), 'wrong-use');
  const underLeaf = make({ issuer: leafName, issuerKey: leafKeys.privateKey, subject: [['CN', 'x']] });
  assert.equal(kindOf(underLeaf, { intermediates: [middle, leaf] }), 'not-a-ca');
  const second = make({ ...leafRequest, isCa: true });
  const deep = make({ issuer: leafName, issuerKey: leafKeys.privateKey, subject: [['CN', 'x']] });
  assert.equal(kindOf(deep, { intermediates: [middle, second] }), 'path-too-long');
  const unknown = { oid: '1.2.156.10260.4.1.4', isCritical: true, value: der.utf8('11990100MB00000000') };
  assert.equal(kindOf(make({ ...leafRequest, extensions: [unknown] })), 'unknown-critical-extension');
});

test('Ed25519 and ECDSA certificates verify too, and an algorithm never goes with another kind of key', () => {
  for (const keys of [generateEd25519KeyPair(), generateEcdsaKeyPair()]) {
    const one = make({ publicKey: keys.publicKey, issuerKey: keys.privateKey });
    assert.ok(isSignedBy(one, one));
    assert.equal(isSignedBy(one, root), false);
    assert.equal(isSignedBy(root, one), false);
  }
});

test('bytes that are no certificate are refused', () => {
  for (const bytes of [
    new Uint8Array(0),
    der.sequence(),
    leaf.raw.subarray(1),
    Buffer.concat([leaf.raw, Buffer.of(0)]),
  ])
    assert.equal(parseCertificate(bytes).ok, false);
  assert.equal(parseCertificatesPem('').ok, false);
});

test('what openssl issues with SM2 verifies here, and what is built here openssl verifies', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'zhengtong-certificate-'));
  const file = (name: string): string => join(folder, name);
  const run = (...args: string[]) => spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
  try {
    if (run('version').status !== 0) return t.skip('openssl is not here');
    const id = '1234567812345678';
    execFileSync('openssl', ['ecparam', '-genkey', '-name', 'SM2', '-noout', '-out', file('key.pem')]);
    const made = run(
      'req',
      '-x509',
      '-new',
      '-key',
      'key.pem',
      '-sm3',
      '-sigopt',
      `distid:${id}`,
      '-utf8',
      '-subj',
      '/C=CN/CN=测试',
      '-days',
      '30',
      '-out',
      'ca.pem',
    );
    assert.equal(made.status, 0, made.stderr);
    const [theirs] = must(parseCertificatesPem(readFileSync(file('ca.pem'), 'utf8'))) as [Certificate];
    assert.ok(isSignedBy(theirs, theirs) && theirs.isCa);

    for (const [name, one] of [
      ['root.pem', root],
      ['middle.pem', middle],
      ['leaf.pem', leaf],
    ] as const)
      writeFileSync(file(name), writePem('CERTIFICATE', one.raw));
    // openssl gives the ID to the certificate asked about alone, so each link is asked about by itself.
    for (const [anchor, one] of [
      ['root.pem', 'middle.pem'],
      ['middle.pem', 'leaf.pem'],
    ] as const) {
      const verified = run('verify', '-vfyopt', `distid:${id}`, '-partial_chain', '-CAfile', anchor, one);
      assert.match(verified.stdout + verified.stderr, new RegExp(`${one}: OK`));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
