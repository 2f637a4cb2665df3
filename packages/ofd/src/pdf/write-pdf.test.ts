import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import { seeOfd } from '../check/from-ofd.ts';
import { seePdf } from '../check/from-pdf.ts';
import { composeDocument } from '../official/compose.ts';
import { example, fonts } from '../test/notice.ts';
import { writeOfd } from '../write/write-ofd.ts';
import { writePdf } from './write-pdf.ts';

const layout = composeDocument(example('notice'), fonts);
const { bytes } = await writePdf(layout, fonts);

test('PDF and OFD of one layout have the same lines at the same places', async () => {
  const pdf = must(await seePdf(bytes));
  const ofd = must(seeOfd(writeOfd(layout, fonts).bytes));
  const plain = (text: string): string => text.replaceAll(/\s/g, '');
  assert.deepEqual(
    pdf.lines.map((line) => plain(line.text)),
    ofd.lines.map((line) => plain(line.text)),
  );
  for (const [i, line] of pdf.lines.entries()) {
    const other = ofd.lines[i];
    assert.ok(
      Math.abs(line.left - (other?.left ?? 0)) < 0.1 && Math.abs(line.baseline - (other?.baseline ?? 0)) < 0.1,
      line.text,
    );
  }
});

test('poppler, where it is installed, reads the text, characters outside the BMP too', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes);
    const { error, stdout, stderr } = spawnSync('pdftotext', ['-raw', join(folder, 'a.pdf'), '-'], {
      encoding: 'utf8',
    });
    if (error) return t.skip('poppler is not installed (Debian: apt install poppler-utils); pdf.js reads it above');
    assert.equal(stderr, '');
    const plain = stdout.replaceAll(/\s/g, '');
    for (const part of ['测府〔2026〕12号', '“高效办成一件事”的通知', '𬸚', '𬱖', '𠅤', '2026年11月24日印发'])
      assert.ok(plain.includes(part), part);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
