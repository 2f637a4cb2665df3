// A walk through the page by the Tab key, as a person who has no mouse meets it.
import type { Page } from 'playwright-core';

export type TabStop = {
  /** The same for the same element as long as the page stands. */
  id: number;
  name: string;
  tag: string;
  /** Something lies over it (WCAG 2.4.11). */
  hidden: boolean;
  /** It shows a ring. */
  ringed: boolean;
  /** It stands after the stop read before it: in the document, and on the screen where both are of one part. */
  follows: boolean;
  /** The stop read before it still looks as it did with the focus: that was no sign of it. */
  leavesRing: boolean;
};

/**
 * Where the focus is, or undefined where it is nowhere. Looks into shadows. Works in a context without script too:
 * evaluate does not depend on the page's own script.
 */
export function readStop(page: Page): Promise<TabStop | undefined> {
  return page.evaluate(() => {
    const held = window as unknown as {
      stopBefore?: { element: Element; rings: string } | undefined;
      stopIds?: Map<Element, number>;
    };
    held.stopIds ??= new Map();
    const before = held.stopBefore;
    held.stopBefore = undefined;
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return undefined;

    const box = element.getBoundingClientRect();
    const root = element.getRootNode() as Document | ShadowRoot;
    const at = (x: number, y: number) => {
      const top = root.elementFromPoint(x, y);
      return top !== null && (element.contains(top) || top.contains(element) || top.closest('label') !== null);
    };
    const middle = box.top + box.height / 2;
    const seen = at(box.left + 3, middle) || at(box.left + box.width / 2, middle) || at(box.right - 3, middle);

    // A radio or checkbox draws its ring on what stands beside it, a list to choose from on its frame.
    const ringsOf = (one: Element): string[] => {
      const beside = one.matches('[type=radio],[type=checkbox]') && one.nextElementSibling;
      const frame = one.closest('.ant-select,.ant-radio,.ant-checkbox');
      const drawn = [getComputedStyle(frame ?? one)].filter((style) => style.opacity !== '0');
      if (beside) drawn.push(getComputedStyle(beside), getComputedStyle(beside, '::after'));
      // A shadow alone may be as pale as the page.
      return drawn.flatMap(({ outlineStyle, outlineWidth }) =>
        outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 ? [`${outlineStyle} ${outlineWidth}`] : [],
      );
    };
    const rings = ringsOf(element);
    held.stopBefore = { element, rings: rings.join() };

    const outside = (one: Element): Element => {
      const of = one.getRootNode();
      return of instanceof ShadowRoot ? of.host : one;
    };
    const partOf = (one: Element) => one.closest('form,table,nav,section,fieldset,[role=dialog]');
    let follows = true;
    // From a heading, which is no stop of Tab, the next one is at the page's top where none comes after it.
    const wasStop = before?.element instanceof HTMLElement && before.element.tabIndex >= 0;
    if (wasStop && before.element.isConnected && before.element !== element) {
      const isOneRoot = before.element.getRootNode() === root;
      const [from, to] = isOneRoot ? [before.element, element] : [outside(before.element), outside(element)];
      follows = (from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      const part = isOneRoot && partOf(from);
      if (part && part === partOf(to)) follows &&= box.bottom > from.getBoundingClientRect().top;
    }
    const label = (element as HTMLInputElement).labels?.[0]?.textContent?.trim();
    const name = element.getAttribute('aria-label') ?? label ?? element.textContent?.trim() ?? '';
    const id = held.stopIds.get(element) ?? held.stopIds.size;
    held.stopIds.set(element, id);
    return {
      id,
      name: name || (element as HTMLInputElement).name || '',
      tag: element.tagName.toLowerCase(),
      hidden: !seen,
      ringed: rings.length > 0,
      follows,
      leavesRing: !!before?.rings && before.element.isConnected && before.rings === ringsOf(before.element).join(),
    };
  });
}

/** The first stops of the Tab key. */
export async function listTabStops(page: Page, atMost: number): Promise<TabStop[]> {
  const stops: TabStop[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let index = 0; index < atMost; index++) {
    await page.keyboard.press('Tab');
    const stop = await readStop(page);
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
