// Every component in every state and theme, at /design, in a real browser: axe, keyboard, 320 px, 200 %, 长辈版 rules.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { samplePageNames, themes, typeSizes } from '@zhengtong/ui';
import {
  closeBrowser,
  closePage,
  findAxeViolations,
  findElderFaults,
  findHiddenFocus,
  keepScreenshotIfAsked,
  listTabStops,
  openPage,
} from '../browser/index.ts';
import { startDesignServer } from './design-server.ts';

let server: Awaited<ReturnType<typeof startDesignServer>>;
before(async () => {
  server = await startDesignServer();
});
after(async () => {
  server.stop();
  await closeBrowser();
});

for (const theme of themes) {
  test(`every component is free of axe violations in the ${theme} theme, text contrast 7:1 included`, async () => {
    const page = await openPage({ script: false });
    await page.goto(server.url(theme));
    await keepScreenshotIfAsked(page, `design/${theme}-1280`);
    assert.deepEqual(await findAxeViolations(page, { enhancedContrast: true }), []);
    await closePage(page);
  });

  test(`the ${theme} theme fits 320 px, which is also 1280 px at 400 %, without scrolling sideways`, async () => {
    const page = await openPage({ width: 320, height: 700, script: false });
    await page.goto(server.url(theme));
    await keepScreenshotIfAsked(page, `design/${theme}-320`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    await closePage(page);
  });
}

for (const name of samplePageNames) {
  test(`a whole page made of the components (${name}) is free of axe violations and keeps the rules of 长辈版`, async () => {
    const page = await openPage({ width: 390, script: false });
    await page.goto(server.url('large', { page: name }));
    await keepScreenshotIfAsked(page, `design/page-${name}-large-390`);
    assert.deepEqual(await findAxeViolations(page), []);
    assert.deepEqual(await findElderFaults(page), []);
    await page.setViewportSize({ width: 768, height: 1024 });
    await page.goto(server.url('standard', { page: name }));
    await keepScreenshotIfAsked(page, `design/page-${name}-768`);
    assert.deepEqual(await findAxeViolations(page, { enhancedContrast: true }), []);
    await closePage(page);
  });
}

test('English is free of axe violations and fits 320 px', async () => {
  const page = await openPage({ width: 320, script: false });
  await page.goto(server.url('standard', { lang: 'en' }));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  assert.deepEqual(await findAxeViolations(page), []);
  await closePage(page);
});

/** Elements whose content is cut off; what is hidden on purpose aside. */
const findCut = () =>
  [...document.querySelectorAll('main *, header *, footer *')]
    .filter((element) => !element.closest('svg, .vh, .skip, .cert') && element.clientWidth > 0)
    .filter(
      (element) => element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 9,
    )
    .filter((element) => getComputedStyle(element).overflowX !== 'visible' && element.tagName !== 'TEXTAREA')
    .map((element) => element.outerHTML.slice(0, 80));

test('at 200 % text size alone nothing is cut off or pushed out', async () => {
  const page = await openPage({ width: 1280, script: false });
  await page.goto(server.url('standard'));
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '225%', 'important'));
  await keepScreenshotIfAsked(page, 'design/standard-1280-200-percent');
  assert.deepEqual(await page.evaluate(findCut), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 1280);
  await closePage(page);
});

test('the text spacing of WCAG 1.4.12 cuts nothing off', { timeout: 30_000 }, async () => {
  const page = await openPage({ width: 390, script: false, bypassCSP: true });
  await page.goto(server.url('standard'));
  await page.evaluate(() => {
    const sheet = document.createElement('style');
    sheet.textContent =
      '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';
    document.head.append(sheet);
  });
  assert.deepEqual(await page.evaluate(findCut), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await closePage(page);
});

for (const size of typeSizes) {
  test(`长辈版 keeps every rule a machine can judge at type size ${size}`, async () => {
    const page = await openPage({ width: size === 1 ? 390 : 1280, script: false });
    await page.goto(server.url('large', { size }));
    assert.deepEqual(await findElderFaults(page, { minFontPx: [22, 26, 30][size - 1] ?? 22 }), []);
    await closePage(page);
  });
}

test('the link to 长辈版 is within the first ten stops of the Tab key', async () => {
  const page = await openPage({ script: false });
  await page.goto(server.url('standard'));
  const names = (await listTabStops(page, 10)).map((stop) => stop.name);
  assert.ok(names.includes('长辈版'), names.join(', '));
  await closePage(page);
});

test('every stop of the Tab key shows a ring and is covered by nothing', async () => {
  const page = await openPage({ width: 390, height: 700, script: false });
  await page.goto(server.url('large'));
  assert.deepEqual(await findHiddenFocus(page, 120), []);
  await closePage(page);
});

test('the skip link comes first and leads to the content', async () => {
  const page = await openPage({ script: false });
  await page.goto(server.url('standard'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
  await closePage(page);
});

test('the page obeys a Content-Security-Policy without inline style or script', async () => {
  const page = await openPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(server.url('standard'));
  assert.deepEqual(
    said.filter((text) => /Content Security Policy|Refused/.test(text)),
    [],
  );
  await closePage(page);
});

test('forced colours keep the chosen answers visible', async () => {
  const page = await openPage({ forcedColors: 'active', script: false });
  await page.goto(server.url('standard'));
  await keepScreenshotIfAsked(page, 'design/forced-colors-1280');
  const [chosen, free] = await page.evaluate(() =>
    ['#kind-1', '#kind-2'].map((id) => getComputedStyle(document.querySelector(id) as Element).borderTopWidth),
  );
  assert.notEqual(chosen, free);
  await closePage(page);
});

test('a printed page carries its letter and not the frame round it', async () => {
  const page = await openPage({ script: false });
  await page.goto(server.url('standard'));
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.letter').isVisible(), true);
  for (const frame of ['header.top', 'footer.foot', '.crumbs'])
    assert.equal(await page.locator(frame).isVisible(), false);
  await closePage(page);
});

test('the whole style is at most 12 KB compressed', () => {
  assert.ok(brotliCompressSync(server.styleCode).length <= 12 * 1024);
});
