// A walk through the page by the Tab key, as a person who has no mouse meets it.
import type { Page } from 'playwright-core';

export type TabStop = { name: string; tag: string; hidden: boolean; ringed: boolean };

/**
 * The first stops of the Tab key, each with whether something covers it (WCAG 2.4.11) and whether it shows a ring.
 * Works in a context without script too: evaluate does not depend on the page's own script.
 */
export async function listTabStops(page: Page, atMost: number): Promise<TabStop[]> {
  const stops: TabStop[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let index = 0; index < atMost; index++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const box = element.getBoundingClientRect();
      const at = (x: number, y: number) => {
        const top = document.elementFromPoint(x, y);
        return top !== null && (element.contains(top) || top.contains(element) || top.closest('label') !== null);
      };
      const middle = box.top + box.height / 2;
      const seen = at(box.left + 3, middle) || at(box.left + box.width / 2, middle) || at(box.right - 3, middle);
      const style = getComputedStyle(element);
      const next = element.nextElementSibling;
      // A radio or checkbox draws its ring on the label beside it.
      const drawn = next?.tagName === 'LABEL' ? getComputedStyle(next, '::after') : style;
      const ringed = [style, drawn].some(
        (s) => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none',
      );
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
      return {
        name: name || (element as HTMLInputElement).name || '',
        tag: element.tagName.toLowerCase(),
        hidden: !seen,
        ringed,
      };
    });
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}

/** Names of stops that are covered or show no focus ring; empty when all is well. */
export async function findHiddenFocus(page: Page, atMost = 200): Promise<string[]> {
  const stops = await listTabStops(page, atMost);
  return stops
    .filter((stop) => stop.hidden || !stop.ringed)
    .map((stop) => `${stop.tag} ${stop.name} ${stop.hidden ? 'covered' : 'no ring'}`);
}
