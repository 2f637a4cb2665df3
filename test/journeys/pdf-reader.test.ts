// The notice as PDF, drawn by pdf.js in a real browser: what is measured is ink on the picture, not what we wrote.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { must } from '@zhengtong/kernel';
import { composeDocument, drawStamps, loadFonts, readMarkdown, writePdf } from '@zhengtong/ofd';
import type { Page } from 'playwright-core';
import { closeBrowser, closePage, keepScreenshot, openPage } from '../browser/index.ts';

/** Ink of one colour in one pixel row: first and last column, both in pixels. */
type Row = { readonly y: number; readonly left: number; readonly right: number };
type Ink = { readonly width: number; readonly height: number; readonly red: Row[]; readonly dark: Row[] };

const origin = 'http://reader.test';
const pxPerMm = 10;
const readerFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const source = readFileSync(join(import.meta.dirname, '../../packages/ofd/examples/notice.md'), 'utf8');
const fonts = loadFonts();
const notice = must(readMarkdown(source));
const layout = composeDocument(notice, fonts);
const mm = (pixels: number): number => pixels / pxPerMm;
const near = (found: number, due: number, what: string): void =>
  assert.ok(Math.abs(found - due) <= 0.5, `${what}: ${found.toFixed(2)} where ${due.toFixed(2)} is due`);

let page: Page;
const complaints: string[] = [];

before(async () => {
  const { bytes } = await writePdf(drawStamps(layout, notice.issuers, fonts), fonts);
  page = await openPage({ width: 900 });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => complaints.push(message.text()));
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><main></main>' });
    if (pathname === '/notice.pdf') return route.fulfill({ body: Buffer.from(bytes) });
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(readerFolder, 'build', pathname)) });
  });
  await page.goto(origin);
});
after(async () => {
  await closePage(page);
  await closeBrowser();
});

/** Draws one page at 10 px a millimetre and answers where its ink lies. */
const draw = (number: number): Promise<Ink> =>
  page.evaluate(
    async ({ number, pxPerMm }) => {
      // A name made at run time: this module exists on the page alone.
      const pdfjs = await import(['', 'pdf.mjs'].join('/'));
      pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs';
      const document_ = await pdfjs.getDocument({ url: '/notice.pdf' }).promise;
      const sheet = await document_.getPage(number);
      const viewport = sheet.getViewport({ scale: (pxPerMm * 25.4) / 72 });
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [Math.round(viewport.width), Math.round(viewport.height)];
      await sheet.render({ canvas, viewport }).promise;
      canvas.style.width = '210mm';
      document.querySelector('main')?.append(canvas);
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
      if (!data) throw new Error('no picture');
      const rowsOf = (wanted: (r: number, g: number) => boolean): Row[] => {
        const rows: Row[] = [];
        for (let y = 0; y < canvas.height; y++) {
          let [left, right] = [canvas.width, -1];
          for (let x = 0; x < canvas.width; x++) {
            const at = (y * canvas.width + x) * 4;
            if (!wanted(data[at] ?? 255, data[at + 1] ?? 255)) continue;
            left = Math.min(left, x);
            right = x;
          }
          if (right >= 0) rows.push({ y, left, right: right + 1 });
        }
        return rows;
      };
      return {
        width: canvas.width,
        height: canvas.height,
        red: rowsOf((r, g) => r > 180 && g < 120),
        dark: rowsOf((r, g) => r < 140 && g < 140),
      };
    },
    { number, pxPerMm },
  );

test('pdf.js draws the notice without complaint: the mark 35 mm under the area, the red line under it as wide as it', async () => {
  const { width, height, red } = await draw(1);
  assert.deepEqual(complaints, []);
  near(mm(width), 210, 'width of the page');
  near(mm(height), 297, 'height of the page');
  near(mm(red[0]?.y ?? 0), 37 + 35, 'mark');
  const last = red.at(-1);
  near(mm(last?.y ?? 0), 37 + (8 * 225) / 22, 'red line');
  near(mm(last?.left ?? 0), 28, 'left end of the red line');
  near(mm(last?.right ?? 0), 184, 'right end of the red line');
});

test('the ink of the first page stays in the area, but for the page number 7 mm under it', async () => {
  const { dark } = await draw(1);
  const inArea = dark.filter(({ y }) => mm(y) < 262);
  assert.ok(inArea.every(({ left, right }) => mm(left) >= 27.5 && mm(right) <= 184.5));
  assert.ok(mm(dark[0]?.y ?? 0) > 72);
  const number = dark.filter(({ y }) => mm(y) >= 262);
  // The dashes are the widest rows of the number; their ink begins and ends with it.
  const dash = number.reduce((widest, row) => (row.right - row.left > widest.right - widest.left ? row : widest));
  near(mm(dash.y), 262 + 7, 'dashes of the page number');
  await keepScreenshot(page, 'pdf-reader/first-page');
});

test('the seal is 45 mm wide, and the date under it ends four characters from the edge of the area', async () => {
  const { red, dark } = await draw(2);
  const [left, right] = [Math.min(...red.map((row) => row.left)), Math.max(...red.map((row) => row.right))];
  near(mm(right - left), 45, 'width of the seal');
  near(mm((red.at(-1)?.y ?? 0) + 1 - (red[0]?.y ?? 0)), 45, 'height of the seal');
  const middle = mm((red[0]?.y ?? 0) + (red.at(-1)?.y ?? 0)) / 2;
  const dates = dark.filter((row) => mm(row.y) > middle + 3 && mm(row.y) < middle + 9);
  const [from, to] = [Math.min(...dates.map((row) => row.left)), Math.max(...dates.map((row) => row.right))];
  // 日 is narrow: its ink ends up to a millimetre before its cell does.
  const due = 184 - 4 * (156 / 28);
  assert.ok(mm(to) > due - 1.2 && mm(to) <= due + 0.1, `the date ends at ${mm(to)}`);
  near(mm(from + to) / 2, mm(left + right) / 2, 'the middle of the date');
  await keepScreenshot(page, 'pdf-reader/second-page');
});

test('the imprint ends with the area on the last page, its outer lines as wide as the area', async () => {
  const { dark } = await draw(3);
  const lines = dark.filter(({ left, right }) => mm(right - left) > 150);
  const last = lines.at(-1);
  near(mm(last?.y ?? 0), 262, 'last line');
  near(mm(last?.left ?? 0), 28, 'left end');
  near(mm(last?.right ?? 0), 184, 'right end');
  await keepScreenshot(page, 'pdf-reader/last-page');
});
