// The one room every browser test goes through: `openBrowser`, `openPage`, `findAxeViolations`, `findElderFaults`.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';
import { writeFontConfig } from './fonts.ts';

export { type AxeOptions, findAxeViolations } from './axe.ts';
export { findElderFaults } from './elder-rules.ts';
export { type ChineseOnPage, findChinese } from './foreign-words.ts';
export { type Keyboard, keyboardAt } from './keyboard.ts';
export { findHiddenFocus, listTabStops, type TabStop } from './tab-stops.ts';

/** How many times slower than this machine the pages' processor is, to find what only holds on a fast one. */
const slowed = Number(process.env.SLOWED ?? 1);
const screenshots = join(import.meta.dirname, '..', 'screenshots');
let running: Promise<Browser> | undefined;

async function start(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({
    executablePath,
    // Root and containers have no user namespaces; the pages are our own.
    chromiumSandbox: false,
    env: {
      ...(process.env as Record<string, string>),
      ...env,
      FONTCONFIG_FILE: writeFontConfig(),
      LANG: 'zh_CN.UTF-8',
    },
    // Shared memory is small in containers, and pictures of tall pages need much of it.
    args: ['--font-render-hinting=none', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars'],
  });
}

/** One browser a test process, started on first use and shared; each test takes its own context. */
export function openBrowser(): Promise<Browser> {
  running ??= start();
  return running;
}

/** Call in `after(...)`. Safe when nothing was opened. */
export async function closeBrowser(): Promise<void> {
  const browser = await running;
  running = undefined;
  await browser?.close();
}

export type PageOptions = { width?: number; height?: number; script?: boolean } & BrowserContextOptions;

/** A page in a context of its own (own cookies). `script: false` is the portal without script. Close by `closePage`. */
export async function openPage({
  width = 1280,
  height = 900,
  script = true,
  ...rest
}: PageOptions = {}): Promise<Page> {
  const browser = await openBrowser();
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height },
    javaScriptEnabled: script,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...rest,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  if (slowed > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowed });
  return page;
}

/** Closes the page's whole context. */
export const closePage = (page: Page): Promise<void> => page.context().close();

/**
 * Keeps a picture of the page as `test/screenshots/NAME.png` (git-ignored) and answers its path; of a very tall page the
 * first 8,000 px, since Chromium often fails beyond. A picture that cannot be taken is said in the log and fails no
 * test: pictures are for people.
 */
export async function keepScreenshot(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<string> {
  const path = join(screenshots, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  const size = page.viewportSize() ?? { width: 1280, height: 900 };
  const isTall = (await page.evaluate(() => document.documentElement.scrollHeight)) > 8000;
  if (isTall) await page.setViewportSize({ ...size, height: 8000 });
  // On a busy machine the first tries may come before the frame is drawn.
  for (let tries = 1; tries <= 4; tries++) {
    try {
      await page.screenshot({ path, fullPage: !isTall && (options.fullPage ?? true) });
      break;
    } catch (error) {
      if (tries === 4)
        console.log(`no picture ${name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      else await page.waitForTimeout(250 * tries);
    }
  }
  if (isTall) await page.setViewportSize(size);
  return path;
}

/**
 * The same of the hundreds of pages that only rules are tried on: `SCREENSHOTS=all npm test portal`. Taken every time, they
 * were a third of the crawls' time, and nobody looked.
 */
export async function keepScreenshotIfAsked(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS === 'all') await keepScreenshot(page, name);
}
