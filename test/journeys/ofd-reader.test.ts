// An independent reader opens our sealed notice in a real browser: ofd.js of the free line (0.2.x, one file that needs
// nothing else). Versions from 1 on open files only with their vendor's licence, so they cannot be asked here.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import { composeDocument, loadFonts, makeDemoSeal, readMarkdown, writeSealedOfd } from '@zhengtong/ofd';
import { chromium } from 'playwright-core';
import { findChromium } from '../browser/chromium.ts';

type Reader = {
  parseOfdDocument: (job: { ofd: File; success: (found: unknown[]) => void; fail: (error: unknown) => void }) => void;
  renderOfd: (width: number, document: unknown) => HTMLElement[];
};

function findReader(): string | undefined {
  if (process.env.OFD_READER) return process.env.OFD_READER;
  const require = createRequire(import.meta.url);
  try {
    const path = join(dirname(require.resolve('ofd.js/package.json')), 'lib', 'ofd.umd.min.js');
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function sealNotice(): Uint8Array {
  const source = readFileSync(join(import.meta.dirname, '../../packages/ofd/examples/notice.md'), 'utf8');
  const document = must(readMarkdown(source));
  const fonts = loadFonts();
  const now = Date.now();
  const layout = composeDocument(document, fonts);
  const seal = makeDemoSeal(document.issuers[0] ?? '', 45, fonts, now);
  return writeSealedOfd(layout, fonts, [{ ...seal, stamps: layout.stamps ?? [] }], now).bytes;
}

test('an independent reader opens the sealed notice without complaint, shows its text and finds its seal good', async () => {
  const reader = findReader();
  if (!reader) return console.log('  – no free ofd.js here (OFD_READER=…/ofd.umd.min.js names one): not tried');
  const served: Record<string, Uint8Array | string> = {
    '/': '<!doctype html><meta charset="utf-8"><script src="/reader.js"></script><main></main>',
    '/reader.js': readFileSync(reader),
    '/notice.ofd': sealNotice(),
  };
  const server = createServer((request, response) => {
    const body = served[request.url ?? ''];
    if (request.url === '/') response.setHeader('content-type', 'text/html');
    response.writeHead(body ? 200 : 404).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const found = await findChromium();
  const browser = await chromium.launch({ ...found, env: { ...process.env, ...found.env }, chromiumSandbox: false });
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    const said: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => said.push(message.text()));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const shown = await page.evaluate(async () => {
      const { ofd } = window as unknown as { ofd: Reader };
      const bytes = await (await fetch('/notice.ofd')).arrayBuffer();
      const documents = await new Promise<unknown[]>((success, fail) => {
        ofd.parseOfdDocument({ ofd: new File([bytes], 'notice.ofd'), success, fail });
      });
      const pages = ofd.renderOfd(800, documents[0]);
      document.querySelector('main')?.append(...pages);
      return {
        pages: pages.length,
        text: document.querySelector('main')?.textContent ?? '',
        images: document.images.length,
      };
    });
    assert.deepEqual(errors, []);
    assert.equal(shown.pages, 3);
    const text = shown.text.replaceAll(/\s/g, '');
    for (const part of ['测试市人民政府文件', '〔2026〕12号'.slice(1), '重点事项清单'])
      assert.ok(text.includes(part), part);
    // The seal's picture comes a little later, once its signature is verified.
    await page.waitForSelector('svg image', { state: 'attached', timeout: 10_000 });
    assert.ok(
      said.some((line) => line.includes('verifyRet: true')),
      said.join('\n'),
    );
  } finally {
    await browser.close();
    server.close();
  }
});
