import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { parseCertificate } from '@zhengtong/crypto';
import { must } from '@zhengtong/kernel';
import { loadFonts, makeDemoSeal, readOfd, type Sheet, verifyOfd, writeDemoSealFolder } from '@zhengtong/ofd';
import { drawnLetters } from './drawn-letters.ts';
import { sealsAt } from './find-seal.ts';

const sheet: Sheet = { title: '受理通知书', blocks: [{ kind: 'paragraph', text: '你的申请已经受理。' }] };

test('a letter that cannot be drawn is told to who asked, and the next one is drawn', async () => {
  const draw = drawnLetters();
  const form = { format: 'pdf', seal: undefined } as const;
  const broken = draw({ title: '受理通知书' } as Sheet, form);
  const whole = draw(sheet, form);
  await assert.rejects(broken, /blocks|undefined/);
  assert.equal(Buffer.from((await whole).subarray(0, 5)).toString('latin1'), '%PDF-');
});

test('the seal of the issuer stands over name and date of the OFD, and every byte is under it', async () => {
  const place = mkdtempSync(join(tmpdir(), 'zt-seals-'));
  const demo = makeDemoSeal('示例市民政局', 42, loadFonts(), Date.now());
  writeDemoSealFolder(join(place, '11990100MB09900243'), demo);
  const findSeal = sealsAt(place);
  assert.equal(findSeal(['11990100MB09900168', '../11990100MB09900243']), undefined);
  const seal = findSeal(['990100-12', '11990100MB09900243']);
  assert.deepEqual([seal?.diameter, seal?.isDemo], [42, true]);
  const letter = { ...sheet, signature: { name: '示例市民政局', date: '2026年11月28日' }, seal: { diameter: 42 } };
  const bytes = await drawnLetters()(letter, { format: 'ofd', seal });
  const [trusted, unknown] = [must(parseCertificate(demo.root)), [] as const];
  assert.equal(must(verifyOfd(bytes, { anchors: [trusted] })).verdict, 'valid');
  assert.equal(must(verifyOfd(bytes, { anchors: unknown })).verdict, 'intact');
  const at = bytes.length >> 1;
  const changed = bytes.slice();
  changed[at] = (changed[at] ?? 0) ^ 1;
  const judged = verifyOfd(changed, { anchors: [trusted] });
  assert.ok(!judged.ok || judged.value.verdict === 'broken');
  assert.equal(must(readOfd(bytes)).length, 1);
});

test('without a seal the OFD is a plain one', async () => {
  const bytes = await drawnLetters()(sheet, { format: 'ofd', seal: undefined });
  assert.equal(must(verifyOfd(bytes, { anchors: [] })).verdict, 'unsigned');
});
