// An independent reader opens our sealed notice in a real browser, and what it shows is compared with what was laid out.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { must } from '@zhengtong/kernel';
import { composeDocument, loadFonts, makeDemoSeal, readMarkdown, writeSealedOfd } from '@zhengtong/ofd';
import { readZip, writeZip } from '@zhengtong/ofd/test';
import type { Page } from 'playwright-core';
import { closeBrowser, closePage, keepScreenshot, openPage } from '../browser/index.ts';

type Reader = {
  parseOfdDocument: (job: { ofd: File; success: (found: unknown[]) => void; fail: (error: unknown) => void }) => void;
  renderOfd: (width: number, document: unknown) => HTMLElement[];
};
/** One character the reader drew: where, in millimetres of its page. */
type Drawn = { readonly text: string; readonly page: number; readonly x: number; readonly y: number };
type Box = { readonly page: number; readonly x: number; readonly y: number; readonly width: number };

const folder = join(import.meta.dirname, '../browser/ofd.js-0.2.6');
const readerSha256 = '9b47d64947c94839a6cb24ef3e291ffb8047d2d372ca92836a14bef3a130eda0';
const reader = gunzipSync(readFileSync(join(folder, 'ofd.umd.min.js.gz')));
const source = readFileSync(join(import.meta.dirname, '../../packages/ofd/examples/notice.md'), 'utf8');
const fonts = loadFonts();
const layout = composeDocument(must(readMarkdown(source)), fonts);
const now = Date.now();
const seal = makeDemoSeal('示例市人民政府', 45, fonts, now);
const sealed = writeSealedOfd(layout, fonts, [{ ...seal, stamps: layout.stamps ?? [] }], now).bytes;

let page: Page;
let complaints: string[] = [];
let said: string[] = [];

before(async () => {
  assert.equal(createHash('sha256').update(reader).digest('hex'), readerSha256);
  page = await openPage({ width: 900, offline: true });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => (message.type() === 'error' ? complaints : said).push(message.text()));
  await page.setContent('<!doctype html><meta charset="utf-8"><main></main>');
  await page.addScriptTag({ content: reader.toString('utf8') });
});
after(async () => {
  await closePage(page);
  await closeBrowser();
});

/** Gives the file to the reader and waits until its pages and the seal's picture stand. */
async function open(bytes: Uint8Array): Promise<{ pages: number; drawn: Drawn[]; pictures: Box[] }> {
  [complaints, said] = [[], []];
  await page.evaluate(async (base64) => {
    const { ofd } = window as unknown as { ofd: Reader };
    const file = new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], 'notice.ofd');
    const documents = await new Promise<unknown[]>((success, fail) => {
      ofd.parseOfdDocument({ ofd: file, success, fail });
    });
    document.querySelector('main')?.replaceChildren(...ofd.renderOfd(800, documents[0]));
  }, Buffer.from(bytes).toString('base64'));
  await page.waitForSelector('svg image', { state: 'attached' });
  return page.evaluate(() => {
    const sheets = [...(document.querySelector('main')?.children ?? [])];
    const perMm = (sheets[0]?.getBoundingClientRect().width ?? 0) / 210;
    const drawn: Drawn[] = [];
    const pictures: Box[] = [];
    for (const [page, sheet] of sheets.entries()) {
      const corner = sheet.getBoundingClientRect();
      for (const node of sheet.querySelectorAll('text')) {
        const onScreen = node.getScreenCTM();
        if (!onScreen) continue;
        const start = new DOMPoint(Number(node.getAttribute('x')), Number(node.getAttribute('y')));
        const at = start.matrixTransform(onScreen);
        drawn.push({
          text: node.textContent ?? '',
          page,
          x: (at.x - corner.x) / perMm,
          y: (at.y - corner.y) / perMm,
        });
      }
      for (const node of sheet.querySelectorAll('svg image')) {
        const box = node.getBoundingClientRect();
        pictures.push({
          page,
          x: (box.x - corner.x) / perMm,
          y: (box.y - corner.y) / perMm,
          width: box.width / perMm,
        });
      }
    }
    return { pages: sheets.length, drawn, pictures };
  });
}

/** Every character of the layout that this reader can know: it has no notion of anything outside the BMP. */
const laidOut: Drawn[] = layout.pages.flatMap(({ items }, index) =>
  items.flatMap((item) =>
    item.kind === 'text'
      ? [...item.text].map((text, i) => ({ text, page: index, x: item.at[i] ?? Number.NaN, y: item.y }))
      : [],
  ),
);
const known = laidOut.filter(({ text }) => text.length === 1 && text.trim() !== '');

test('an independent reader opens the sealed notice without complaint and shows every character in its place', async () => {
  const { pages, drawn } = await open(sealed);
  assert.deepEqual(complaints, []);
  assert.equal(pages, 3);
  assert.ok(known.length > 500 && known.length / laidOut.length > 0.9);
  const byText = Map.groupBy(drawn, ({ text }) => text);
  const misplaced = known.filter(
    (due) =>
      !byText
        .get(due.text)
        ?.some((one) => one.page === due.page && Math.abs(one.x - due.x) <= 0.5 && Math.abs(one.y - due.y) <= 0.5),
  );
  assert.deepEqual(misplaced, []);
  await keepScreenshot(page, 'ofd-reader/notice');
});

test('the independent reader shows the seal where it was laid and finds its signature good', async () => {
  const { pictures } = await open(sealed);
  const [stamp] = layout.stamps ?? [];
  const [shown] = pictures;
  assert.ok(stamp && shown && pictures.length === 1);
  assert.equal(shown.page, stamp.page);
  for (const side of ['x', 'y', 'width'] as const)
    assert.ok(Math.abs(shown[side] - stamp[side]) <= 0.5, `${side}: ${shown[side]} where ${stamp[side]} is due`);
  assert.ok(
    said.some((line) => line.includes('verifyRet: true')),
    said.join('\n'),
  );
});

test('the independent reader finds a changed seal bad, as we do', async () => {
  const files = new Map(must(readZip(sealed)));
  const name = 'Doc_0/Signs/Sign_0/SignedValue.dat';
  const value = Uint8Array.from(files.get(name) ?? []);
  value[value.length - 1] = (value[value.length - 1] ?? 0) ^ 1;
  await open(writeZip(files.set(name, value)));
  assert.ok(
    said.some((line) => line.includes('verifyRet: false')),
    said.join('\n'),
  );
});
