import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import { seeOfd } from '../check/from-ofd.ts';
import { seePdf } from '../check/from-pdf.ts';
import { composeDocument } from '../official/compose.ts';
import { example, fonts, hasTool } from '../test/notice.ts';
import { writeOfd } from '../write/write-ofd.ts';
import { writePdf } from './write-pdf.ts';

const layout = composeDocument(example('notice'), fonts);
const { bytes } = await writePdf(layout, fonts);

async function withFile<T>(work: (path: string, folder: string) => T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes);
    return work(join(folder, 'a.pdf'), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

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

test('poppler reads the text, characters outside the BMP too', async () => {
  if (!(await hasTool('pdftotext'))) return;
  const text = await withFile((path) =>
    execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', stdio: 'pipe' }),
  );
  const plain = text.replaceAll(/\s/g, '');
  for (const part of ['测府〔2026〕12号', '“高效办成一件事”的通知', '𬸚', '𬱖', '𠅤', '2026年11月24日印发']) {
    assert.ok(plain.includes(part), part);
  }
});

test('measured on the picture, mark, red line and imprint stand within half a millimetre of the standard', async () => {
  if (!(await hasTool('pdftoppm'))) return;
  const dpi = 254;
  const pictures = await withFile((path, folder) => {
    execFileSync('pdftoppm', ['-r', String(dpi), path, join(folder, 'p')], { stdio: 'pipe' });
    return [1, 3].map((page) => readPpm(readFileSync(join(folder, `p-${page}.ppm`))));
  });
  const mm = (pixels: number): number => pixels / (dpi / 25.4);
  const isRed = (r: number, g: number): boolean => r > 180 && g < 120;
  const isDark = (r: number, g: number): boolean => r < 140 && g < 140;
  const [first, last] = pictures as [Picture, Picture];
  const redRows = rowsOf(first, isRed);
  assert.ok(Math.abs(mm(redRows[0] ?? 0) - 72) <= 0.5, `mark begins at ${mm(redRows[0] ?? 0)}`);
  const lineRow = redRows.at(-1) ?? 0;
  assert.ok(Math.abs(mm(lineRow) - (37 + (8 * 225) / 22)) <= 0.5, `red line at ${mm(lineRow)}`);
  const [left, right] = spanOf(first, lineRow - 2, isRed);
  assert.ok(
    Math.abs(mm(left) - 28) <= 0.5 && Math.abs(mm(right) - 184) <= 0.5,
    `red line from ${mm(left)} to ${mm(right)}`,
  );
  const wide = rowsOf(last, isDark).filter((row) => {
    const [from, to] = spanOf(last, row, isDark);
    return mm(to - from) > 150;
  });
  assert.ok(Math.abs(mm(wide.at(-1) ?? 0) - 262) <= 0.5, `imprint ends at ${mm(wide.at(-1) ?? 0)}`);
});

type Picture = { width: number; height: number; data: Uint8Array };
type Test = (r: number, g: number) => boolean;

/** A binary PPM (P6) as poppler writes it. */
function readPpm(file: Uint8Array): Picture {
  const head = /^P6\s(\d+)\s(\d+)\s255\s/.exec(Buffer.from(file.subarray(0, 40)).toString('latin1'));
  assert.ok(head);
  return { width: Number(head[1]), height: Number(head[2]), data: file.subarray(head[0].length) };
}

function spanOf({ width, data }: Picture, row: number, wanted: Test): [number, number] {
  let [from, to] = [width, -1];
  for (let x = 0; x < width; x++) {
    const at = (row * width + x) * 3;
    if (!wanted(data[at] as number, data[at + 1] as number)) continue;
    from = Math.min(from, x);
    to = x;
  }
  return [from, to];
}

const rowsOf = (picture: Picture, wanted: Test): number[] =>
  Array.from({ length: picture.height }, (_, row) => row).filter((row) => spanOf(picture, row, wanted)[1] >= 0);
