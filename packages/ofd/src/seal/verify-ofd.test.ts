import assert from 'node:assert/strict';
import test from 'node:test';
import { type Certificate, parseCertificate } from '@zhengtong/crypto';
import { must } from '@zhengtong/kernel';
import { fonts, sealedAt, sealedNotice } from '../test/notice.ts';
import { readZip } from '../zip/read-zip.ts';
import { writeZip } from '../zip/write-zip.ts';
import { makeDemoSeal } from './demo-seal.ts';
import type { VerifyReport } from './report.ts';
import { readSeal } from './ses.ts';
import { verifyOfd } from './verify-ofd.ts';

const { seal, bytes } = sealedNotice();
const anchors: Certificate[] = [must(parseCertificate(seal.root))];
const at = sealedAt + 1000;
const verify = (file: Uint8Array, when = at): VerifyReport => must(verifyOfd(file, { anchors, at: when }));
const files = (): Map<string, Uint8Array> => must(readZip(bytes));
const flip = (content: Uint8Array, where: number): Uint8Array => {
  const copy = Uint8Array.from(content);
  copy[where] = (copy[where] as number) ^ 1;
  return copy;
};

test('an untouched notice is valid, and only intact where nobody is trusted', () => {
  const report = verify(bytes);
  assert.equal(report.verdict, 'valid');
  assert.deepEqual(report.failures, []);
  assert.equal(report.seals[0]?.signer, '示例市人民政府');
  assert.equal(must(verifyOfd(bytes, { at })).verdict, 'intact');
});

test('checks are made in the order of the standard', () => {
  const steps = verify(bytes).seals[0]?.checks.map((one) => one.step) ?? [];
  assert.deepEqual(
    [...new Set(steps)],
    [
      'structure',
      'seal-signature',
      'maker-chain',
      'seal-validity',
      'signer-in-seal',
      'signer-chain',
      'signature',
      'data-hash',
      'reference',
      'coverage',
    ],
  );
});

test('one changed bit in any file is found and the file is named', () => {
  for (const [name, content] of files()) {
    for (const where of [0, content.length >> 1, content.length - 1]) {
      const report = verifyOfd(writeZip(files().set(name, flip(content, where))), { anchors, at });
      if (!report.ok) continue;
      assert.equal(report.value.verdict, 'broken', `${name} ${where}`);
      const own = /Signature\.xml|SignedValue\.dat/.test(name);
      const named = report.value.failures.some((failure) => failure.file === name);
      assert.ok(own || named, `${name} is not named: ${JSON.stringify(report.value.failures.slice(0, 2))}`);
    }
  }
});

test('a file taken away is found and named', () => {
  for (const name of files().keys()) {
    if (/^OFD\.xml$|Document\.xml$|Res\.xml$|Content\.xml$|Attachments\.xml$/.test(name)) continue;
    const rest = files();
    rest.delete(name);
    const report = verify(writeZip(rest));
    assert.equal(report.verdict, 'broken', name);
    assert.ok(
      report.failures.some((failure) => failure.file === name || /Sign_0/.test(failure.file ?? '')),
      name,
    );
  }
});

test('a file added after sealing is found and named', () => {
  const report = verify(writeZip(files().set('Doc_0/Annots/extra.xml', new Uint8Array([60, 97, 47, 62]))));
  assert.equal(report.verdict, 'broken');
  assert.deepEqual(
    report.failures.map((failure) => failure.file),
    ['Doc_0/Annots/extra.xml'],
  );
});

test('stripping the signatures does not make a sealed document valid', () => {
  const stripped = files();
  const entry = new TextDecoder().decode(stripped.get('OFD.xml'));
  stripped.set('OFD.xml', new TextEncoder().encode(entry.replace(/<ofd:Signatures>.*?<\/ofd:Signatures>/, '')));
  assert.equal(verify(writeZip(stripped)).verdict, 'unsigned');
});

test('a signature of a kind that is not read here is neither valid nor called broken', () => {
  const other = files();
  const path = 'Doc_0/Signs/Signatures.xml';
  const list = new TextDecoder().decode(other.get(path)).replace('Type="Seal"', 'Type="Sign"');
  other.set(path, new TextEncoder().encode(list));
  const report = verify(writeZip(other));
  // Here the list itself is protected, so changing it shows; nothing else may.
  assert.deepEqual(
    report.failures.map((failure) => failure.file).filter((file) => file !== 'Doc_0/Signs/Sign_0/Seal.esl'),
    [path],
  );
  assert.ok(report.seals[0]?.checks.some((one) => one.step === 'signature' && one.verdict === 'unknown'));
});

test('a second document without a seal in the same file breaks it', () => {
  const two = files();
  const entry = new TextDecoder().decode(two.get('OFD.xml'));
  const body = /<ofd:DocBody>.*<\/ofd:DocBody>/s.exec(entry)?.[0] ?? '';
  const other = body.replace(/<ofd:Signatures>.*?<\/ofd:Signatures>/, '');
  two.set('OFD.xml', new TextEncoder().encode(entry.replace('</ofd:OFD>', `${other}</ofd:OFD>`)));
  assert.equal(verify(writeZip(two)).verdict, 'broken');
});

test('another organ’s seal in the place of the real one is refused', () => {
  const other = makeDemoSeal('示例市人民政府', 45, fonts, sealedAt);
  const report = verify(writeZip(files().set('Doc_0/Signs/Sign_0/Seal.esl', other.seal)));
  assert.equal(report.verdict, 'broken');
  assert.ok(report.failures.some((failure) => failure.step === 'structure' && failure.file?.endsWith('Seal.esl')));
});

test('a seal of a root that is not trusted here is not valid', () => {
  const other = makeDemoSeal('示例市人民政府', 45, fonts, sealedAt);
  const report = must(verifyOfd(bytes, { anchors: [must(parseCertificate(other.root))], at }));
  assert.equal(report.verdict, 'broken');
  assert.ok(report.failures.every((failure) => failure.step === 'maker-chain' || failure.step === 'signer-chain'));
});

test('a seal put down in the future is refused', () => {
  const report = verify(bytes, sealedAt - 86_400_000);
  assert.ok(report.failures.some((failure) => failure.step === 'seal-validity'));
});

test('a seal file is read back as it was made', () => {
  const read = must(readSeal(seal.seal));
  assert.equal(read.version, 4);
  assert.equal(read.name, '示例市人民政府');
  assert.equal(read.picture.type, 'PNG');
  assert.deepEqual([read.picture.width, read.picture.height], [45, 45]);
});
