import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { parseCertificatesPem } from '@zhengtong/crypto';
import { must } from '@zhengtong/kernel';
import { loadFonts } from '../fonts/font-set.ts';
import { composeSheet } from '../sheet/compose-sheet.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { makeDemoSeal } from './demo-seal.ts';
import { openSealFolder, SealError, writeDemoSealFolder } from './seal-folder.ts';
import { writeSealedOfd } from './seal-ofd.ts';
import { verifyOfd } from './verify-ofd.ts';

const fonts = loadFonts();
const now = Date.parse('2026-11-23T02:00:00Z');
const sheet: Sheet = {
  title: '受理通知书',
  blocks: [{ kind: 'paragraph', text: '你的申请已经受理。' }],
  signature: { name: '示例市民政局', date: '2026年11月23日' },
  seal: { diameter: 42 },
};

function demoFolder(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'zt-seal-')), 'civil');
  writeDemoSealFolder(folder, makeDemoSeal('示例市民政局', 42, fonts, now));
  return folder;
}

function sealedBy(folder: string): Uint8Array {
  const open = openSealFolder(folder);
  assert.ok(open);
  const layout = composeSheet(sheet, fonts);
  return writeSealedOfd(layout, fonts, [{ ...open, stamps: layout.stamps ?? [] }], now).bytes;
}

test('a seal kept in a folder seals what its root verifies, and says that it is a demonstration', () => {
  const folder = demoFolder();
  const open = openSealFolder(folder);
  assert.deepEqual([open?.name, open?.diameter, open?.isDemo], ['示例市民政局', 42, true]);
  const anchors = must(parseCertificatesPem(readFileSync(join(folder, 'root.pem'), 'utf8')));
  assert.equal(must(verifyOfd(sealedBy(folder), { anchors })).verdict, 'valid');
  assert.equal(statSync(join(folder, 'signer.key')).mode & 0o077, 0);
});

test('a module’s own program signs in place of a key in the folder', () => {
  const folder = demoFolder();
  const script = join(folder, '..', 'module.mjs');
  const key = join(folder, '..', 'kept-elsewhere.key');
  writeFileSync(key, readFileSync(join(folder, 'signer.key')));
  rmSync(join(folder, 'signer.key'));
  const crypto = new URL('../../../crypto/src/index.ts', import.meta.url).href;
  writeFileSync(
    script,
    `import { readFileSync } from 'node:fs';
     import { importSm2PrivateKey, sm2Sign } from ${JSON.stringify(crypto)};
     const key = importSm2PrivateKey(readFileSync(${JSON.stringify(key)}, 'utf8')).value;
     process.stdout.write(sm2Sign(key, readFileSync(0)));`,
  );
  writeFileSync(join(folder, 'sign.json'), JSON.stringify([process.execPath, script]));
  assert.equal(must(verifyOfd(sealedBy(folder), { anchors: [] })).verdict, 'intact');
  writeFileSync(join(folder, 'sign.json'), JSON.stringify([process.execPath, '-e', 'process.exit(3)']));
  assert.throws(() => sealedBy(folder), SealError);
});

test('no folder is no seal, and half a seal is said in one sentence', () => {
  const folder = demoFolder();
  assert.equal(openSealFolder(join(folder, 'nowhere')), undefined);
  writeFileSync(join(folder, 'signer.key'), 'nothing');
  assert.throws(() => openSealFolder(folder), /signer\.key .* · The seal/);
  writeFileSync(join(folder, 'seal.esl'), 'nothing');
  assert.throws(() => openSealFolder(folder), /seal\.esl/);
});
