// axe needs script, and hangs in a context that has none. A page without is shown again as it stands (also the answer to a
// POST), under its own address and cookies, in a second context with script on and without the page's CSP.
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
// One second context a browser, with axe in it from the start: sending it again for each page was a third of the time.
const twins = new WeakMap<Browser, Page>();

async function twinOf(page: Page, browser: Browser): Promise<Page> {
  const known = twins.get(browser);
  const twin = known && !known.isClosed() ? known : await openTwin(browser);
  twins.set(browser, twin);
  const context = twin.context();
  await context.clearCookies();
  await context.addCookies((await page.context().storageState()).cookies);
  await twin.setViewportSize(page.viewportSize() ?? { width: 1280, height: 900 });
  await twin.unrouteAll();
  return twin;
}

async function openTwin(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'zh-CN' });
  await context.addInitScript(source);
  return await context.newPage();
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
  const body = await page.content();
  const twin = await twinOf(page, browser);
  // An address that differs in its fragment alone would be taken for the page that is there.
  if (url.includes('#')) await twin.goto('about:blank');
  if (/^https?:/.test(url)) {
    await twin.route(
      (address) => address.href === url,
      (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
    );
    await twin.goto(url);
  } else {
    await twin.goto('about:blank');
    await twin.setContent(body);
  }
  return twin;
}

/** One line a violation: rule, how many, the first places. Empty when the page is clean. */
export async function findAxeViolations(page: Page, options: AxeOptions = {}): Promise<string[]> {
  const place = await placeToLook(page);
  const rules = {
    'target-size': { enabled: true },
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
