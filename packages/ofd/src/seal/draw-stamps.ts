import type { FontSet } from '../fonts/font-set.ts';
import type { Item, Layout } from '../layout/layout.ts';
import { shiftShape } from '../layout/shapes.ts';
import { drawSealFace } from './seal-face.ts';

/** The layout with seal faces drawn on its pages, for files that carry no electronic seal. A picture proves nothing. */
export function drawStamps(layout: Layout, organs: readonly string[], fonts: FontSet): Layout {
  const pages = layout.pages.map((page, p) => {
    const drawn: Item[] = (layout.stamps ?? [])
      .filter((stamp) => stamp.page === p)
      .flatMap((stamp) => {
        const face = drawSealFace(organs[stamp.issuer] ?? '', stamp.width, fonts);
        return face.map((shape) => ({ ...shiftShape(shape, stamp.x, stamp.y), tag: '印章' }));
      });
    // Under the text, so that name and date stay legible (7.3.5.1: 下压).
    return { ...page, items: [...drawn, ...page.items] };
  });
  return { ...layout, pages };
}
