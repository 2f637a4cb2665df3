// The rules of 长辈版 that a machine can judge, from 移动互联网应用适老化通用设计规范 (MIIT, 2021): run on a page in that theme.
import type { Page } from 'playwright-core';

/**
 * What breaks the rules on the page, one line each; empty when none. Type ≥ 22 px (ours; the rule says 18), line height
 * ≥ 1.3 (1.2), paragraph gap ≥ 1.3 × line height, main targets ≥ 60 × 60 and others ≥ 44 × 44 (2.1; links inside a
 * sentence are text), no frame of another origin (5.1).
 * A main target is a button, a field, or anything marked `data-main`.
 */
export async function findElderFaults(page: Page, options: { minFontPx?: number } = {}): Promise<string[]> {
  return page.evaluate((minFontPx) => {
    const faults: string[] = [];
    const say = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${(element.textContent ?? '').trim().slice(0, 24)}`;
    const shown = (element: Element) => {
      const box = element.getBoundingClientRect();
      return element.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1;
    };

    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const parent = node.parentElement;
      if (!parent || !node.textContent?.trim() || parent.closest('script,style,noscript,svg,option')) continue;
      if (!shown(parent)) continue;
      const style = getComputedStyle(parent);
      const size = parseFloat(style.fontSize);
      if (size < minFontPx - 0.01) faults.push(`type ${size}px ${say(parent)}`);
      const line = style.lineHeight === 'normal' ? 1.2 : parseFloat(style.lineHeight) / size;
      if (line < 1.299) faults.push(`line height ${line.toFixed(2)} ${say(parent)}`);
    }

    for (const paragraph of document.querySelectorAll('p + p')) {
      const before = paragraph.previousElementSibling;
      if (!before || !shown(paragraph) || !shown(before)) continue;
      const gap = paragraph.getBoundingClientRect().top - before.getBoundingClientRect().bottom;
      const style = getComputedStyle(paragraph);
      const need = 1.3 * (parseFloat(style.lineHeight) || 1.2 * parseFloat(style.fontSize));
      if (gap < need - 0.5) faults.push(`paragraph gap ${gap.toFixed(0)} of ${need.toFixed(0)}px ${say(paragraph)}`);
    }

    for (const target of document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary')) {
      if (!shown(target)) continue;
      const style = getComputedStyle(target);
      const isInSentence =
        target.tagName === 'A' &&
        style.display === 'inline' &&
        target.closest('p,dd,td,li,label,figcaption') !== null &&
        target.parentElement?.textContent?.trim() !== target.textContent?.trim();
      if (isInSentence) continue;
      const kind = target.getAttribute('type') ?? '';
      const isTick = kind === 'radio' || kind === 'checkbox';
      // A tick is pressed through its label: the two together are the target.
      const label = isTick ? document.querySelector(`label[for="${CSS.escape(target.id)}"]`) : null;
      const boxes = [target, ...(label ? [label] : [])].map((element) => element.getBoundingClientRect());
      const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
      const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
      const isMain = target.matches('button,input,select,textarea,[data-main]') && !target.matches('[data-minor]');
      const need = isMain ? 60 : 44;
      if (width < need - 0.5 || height < need - 0.5)
        faults.push(`target ${width.toFixed(0)}×${height.toFixed(0)} of ${need} ${say(target)} ${target.id}`);
    }

    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.src && new URL(frame.src, location.href).origin !== location.origin)
        faults.push(`foreign frame ${frame.src}`);
    }
    return faults;
  }, options.minFontPx ?? 22);
}
