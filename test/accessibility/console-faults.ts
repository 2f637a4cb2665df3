// What is wrong with a page of the console for somebody who cannot see it, has a narrow screen or has no mouse.
import type { Page } from 'playwright-core';
import { findAxeViolations, findHiddenFocus, keepScreenshotIfAsked } from '../browser/index.ts';

/** WCAG 1.4.10: at 320 px nothing needs scrolling sideways. */
export const findOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Axe, sideways scrolling and focus of the page as it stands; what is wrong, with where. */
export async function findFaults(page: Page, name: string): Promise<string[]> {
  const { width } = page.viewportSize()!;
  // What is still coming is pale on purpose, and is judged when it is there.
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .ant-spin-spinning'));
  await keepScreenshotIfAsked(page, `console/${name}-${width}`);
  const overflow = await findOverflow(page);
  const wide = overflow > 0 ? [`${overflow} px too wide`] : [];
  const focus = await findHiddenFocus(page, 40);
  return [...(await findAxeViolations(page)), ...wide, ...focus].map((fault) => `${name} ${width}: ${fault}`);
}

/** Every dialog on a page come anew: the walk by Tab may have pressed nothing, but it has left the focus somewhere. */
export async function findDialogFaults(page: Page, openers: readonly string[], name: string): Promise<string[]> {
  const address = page.url();
  const faults: string[] = [];
  for (const opener of openers) {
    await page.goto(address);
    await openDialog(page, opener);
    faults.push(...(await findFaults(page, `${name}-${opener}`)));
  }
  return faults;
}

/** Presses what is called so, apart from the key that stands on it. */
export async function openDialog(page: Page, opener: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${opener} ?[a-z]?$`) }).click();
  await page.getByRole('dialog').waitFor();
}
