// axe needs script, and hangs in a context that has none. A page without is shown again as it stands (also the answer to a
// POST), under its own address and cookies, in a second context with script on, without the page's CSP and its scripts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';

export type AxeOptions = {
  /** Text contrast 7:1 (WCAG 1.4.6), which the standard and high-contrast themes promise. */
  enhancedContrast?: boolean;
  /** CSS selector of the part to look at; the whole page by default. */
  within?: string;
};

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// One second context a browser, and in it one document as long as pages come from one place: axe made ready anew for each
// page was two thirds of the time of looking at it.
const twins = new WeakMap<Browser, { readonly page: Page; origin: string }>();

async function twinOf(browser: Browser, origin: string): Promise<Page> {
  const known = twins.get(browser);
  const twin = known && !known.page.isClosed() ? known : { page: await openTwin(browser), origin: '' };
  twins.set(browser, twin);
  if (twin.origin !== origin) {
    if (origin === 'null') await twin.page.goto('about:blank');
    else await twin.page.goto(`${origin}/twin`);
    await twin.page.evaluate(source);
    twin.origin = origin;
  }
  return twin.page;
}

async function openTwin(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'zh-CN' });
  const page = await context.newPage();
  // In standards mode, as every page of ours.
  const body = '<!doctype html><title>twin</title>';
  await page.route('**/twin', (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  return page;
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The page itself where it has script, or its twin. */
async function placeToLook(page: Page): Promise<Page> {
  const hasScript = await page.evaluate(() => matchMedia('(scripting: enabled)').matches);
  if (!hasScript) return await showTwin(page);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  return page;
}

async function showTwin(page: Page): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has lost its browser');
  const url = page.url();
  const html = await page.content();
  const twin = await twinOf(browser, new URL(url).origin);
  await twin.context().clearCookies();
  await twin.context().addCookies((await page.context().storageState()).cookies);
  await twin.setViewportSize(page.viewportSize() ?? { width: 1280, height: 900 });
  await twin.evaluate(show, [url, html] as const);
  return twin;
}

/** In the browser: puts a page in the place of the one that is there, and waits for its styles and pictures. */
async function show([url, html]: readonly [string, string]): Promise<void> {
  if (/^http/.test(url)) history.replaceState(null, '', url);
  const shown = new DOMParser().parseFromString(html, 'text/html').documentElement;
  // Scripts that came by a parser of their own do not run.
  document.replaceChild(document.adoptNode(shown), document.documentElement);
  const isThere = (one: HTMLLinkElement | HTMLImageElement) =>
    one instanceof HTMLImageElement ? one.complete || one.loading === 'lazy' : one.sheet !== null;
  const coming = [...document.querySelectorAll<HTMLLinkElement | HTMLImageElement>('link[rel=stylesheet],img')];
  await Promise.all(
    coming
      .filter((one) => !isThere(one))
      .map((one) => new Promise((resolve) => ['load', 'error'].map((end) => one.addEventListener(end, resolve)))),
  );
}

/** One line a violation: rule, how many, the first places. Empty when the page is clean. */
export async function findAxeViolations(page: Page, options: AxeOptions = {}): Promise<string[]> {
  const place = await placeToLook(page);
  const rules = {
    'target-size': { enabled: true },
    // What keeps the stronger keeps the weaker.
    'color-contrast': { enabled: !options.enhancedContrast },
    'color-contrast-enhanced': { enabled: !!options.enhancedContrast },
  };
  const run: RunOptions = { runOnly: { type: 'tag', values: tags }, rules, resultTypes: ['violations'] };
  const results = await place.evaluate(
    ([where, how]) =>
      (globalThis as unknown as { axe: { run: (c: unknown, o: unknown) => Promise<AxeResults> } }).axe.run(where, how),
    [options.within ?? 'html', run] as const,
  );
  return results.violations.map(
    ({ id, help, nodes }) =>
      `${id} ×${nodes.length}: ${help}\n${nodes
        .slice(0, 4)
        .map((node) => `    ${node.target.join(' ')}  ${node.failureSummary?.split('\n').slice(1, 3).join(' ') ?? ''}`)
        .join('\n')}`,
  );
}
