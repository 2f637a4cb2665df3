// Chinese on an English page that is not marked as Chinese: a screen reader would spell it out in English.
import type { Page } from 'playwright-core';

export type ChineseOnPage = {
  /** Text, titles and names of controls with Chinese outside every `lang="zh…"`. */
  readonly unmarked: string[];
  /** The Chinese that is marked, piece by piece. */
  readonly marked: string[];
};

/** What a person types into a field is theirs and not looked at. */
export function findChinese(page: Page): Promise<ChineseOnPage> {
  return page.evaluate(() => {
    const han = /\p{Script=Han}/u;
    const [unmarked, marked] = [new Set<string>(), new Set<string>()];
    const note = (text: string, at: Element | null) => {
      if (!han.test(text) || at?.closest('script,style,textarea')) return;
      (at?.closest('[lang^=zh]') ? marked : unmarked).add(text.trim());
    };
    const words = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) note(node.textContent ?? '', node.parentElement);
    for (const name of ['aria-label', 'alt', 'title', 'placeholder'])
      for (const element of document.querySelectorAll(`[${name}]`)) note(element.getAttribute(name) ?? '', element);
    return { unmarked: [...unmarked], marked: [...marked] };
  });
}
