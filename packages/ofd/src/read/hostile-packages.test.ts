import assert from 'node:assert/strict';
import test from 'node:test';
import { checkDocument, verifyOfd } from '../index.ts';
import { readBlocks } from '../official/markdown-blocks.ts';
import { writeZip } from '../zip/write-zip.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const packed = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  writeZip(
    new Map(Object.entries(files).map(([name, one]) => [name, typeof one === 'string' ? bytesOf(one) : one] as const)),
  );
const ofd = (document: string, files: Readonly<Record<string, string | Uint8Array>>, signatures = ''): Uint8Array =>
  packed({
    'OFD.xml': `<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot>${signatures}</DocBody></OFD>`,
    'Doc_0/Document.xml': `<Document>${document}</Document>`,
    ...files,
  });
const image = '<ImageObject Boundary="0 0 1 1" ResourceID="1"/>';
const said = (bytes: Uint8Array): string => {
  const report = verifyOfd(bytes);
  return report.ok ? report.value.verdict : `${report.refusal.kind} ${report.refusal.reason}`;
};

test('a page that draws a template of very many objects is read', () => {
  const document =
    '<CommonData><TemplatePage ID="1" BaseLoc="T.xml"/></CommonData><Pages><Page ID="2" BaseLoc="P.xml"/></Pages>';
  const files = {
    'Doc_0/T.xml': `<Page><Content>${image.repeat(150_000)}</Content></Page>`,
    'Doc_0/P.xml': '<Page><Template TemplateID="1"/></Page>',
  };
  assert.equal(said(ofd(document, files)), 'unsigned');
});

test('a few bytes that unfold to millions of objects are refused and not unfolded', { timeout: 120_000 }, () => {
  const pages = '<Page ID="2" BaseLoc="P.xml"/>'.repeat(20_000);
  const template = '<CommonData><TemplatePage ID="1" BaseLoc="T.xml"/></CommonData>';
  const drawn = { 'Doc_0/T.xml': `<Page><Content>${image.repeat(1000)}</Content></Page>` };
  const use = '<Page><Template TemplateID="1"/></Page>';
  assert.equal(
    said(ofd(`${template}<Pages>${pages}</Pages>`, { ...drawn, 'Doc_0/P.xml': use })),
    'zip-too-large too many objects',
  );
  const text = `<Page><Content><TextObject Boundary="0 0 1 1"><TextCode X="0" Y="0">${'测'.repeat(100_000)}</TextCode></TextObject></Content></Page>`;
  assert.equal(said(ofd(`<Pages>${pages}</Pages>`, { 'Doc_0/P.xml': text })), 'zip-too-large too many objects');
  const crowded = `<Page>${'<x/>'.repeat(100_000)}</Page>`;
  assert.equal(said(ofd(`<Pages>${pages}</Pages>`, { 'Doc_0/P.xml': crowded })), 'zip-too-large too-many');
});

test('a large file named by many references is hashed once', { timeout: 60_000 }, () => {
  const reference = '<Reference FileRef="/Doc_0/big.bin"><CheckValue>x</CheckValue></Reference>';
  const signature = `<Signature><SignedInfo><References CheckMethod="SM3">${reference.repeat(50_000)}</References></SignedInfo><SignedValue>V.dat</SignedValue></Signature>`;
  const files = {
    'Doc_0/big.bin': new Uint8Array(8 << 20).fill(7),
    'Doc_0/S.xml': '<Signatures><Signature BaseLoc="Sig.xml" Type="Other"/></Signatures>',
    'Doc_0/V.dat': 'x',
    'Doc_0/Sig.xml': signature,
  };
  assert.equal(said(ofd('<Pages/>', files, '<Signatures>Doc_0/S.xml</Signatures>')), 'broken');
});

test('styles that stand one on the other without end do not hold the checker up', { timeout: 60_000 }, async () => {
  const styles = Array.from(
    { length: 20_000 },
    (_, at) => `<style styleId="s${at}"><basedOn val="s${at + 1}"/></style>`,
  ).join('');
  const paragraph = '<p><pPr><pStyle val="s0"/></pPr><r><t>测</t></r></p>';
  const bytes = packed({
    'word/document.xml': `<document><body>${paragraph.repeat(3000)}</body></document>`,
    'word/styles.xml': `<styles>${styles}</styles>`,
  });
  assert.equal((await checkDocument(bytes)).ok, true);
});

test('comments of a draft are taken out, and thousands that never close are read on', { timeout: 60_000 }, () => {
  const read = readBlocks(`# 通知\n\n甲<!-- 内部\n意见 -->乙\n\n${'<!--'.repeat(200_000)}`);
  assert.ok(read.ok);
  assert.deepEqual(read.value.body[0], { kind: 'paragraph', text: '甲乙' });
});
