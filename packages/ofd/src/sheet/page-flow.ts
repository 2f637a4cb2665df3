import type { Item, Mm } from '../layout/layout.ts';

/** Pages filled from above by pieces of any height; a piece is never torn. */
export class PageFlow {
  readonly pages: Item[][] = [[]];
  #y: Mm;
  readonly #top: Mm;
  readonly #bottom: Mm;

  constructor(top: Mm, bottom: Mm) {
    this.#top = top;
    this.#bottom = bottom;
    this.#y = top;
  }

  get y(): Mm {
    return this.#y;
  }

  get page(): number {
    return this.pages.length - 1;
  }

  /** Makes room for so much, on a new page where this one has none left. */
  need(height: Mm): void {
    if (this.#y + height > this.#bottom && this.#y > this.#top) {
      this.pages.push([]);
      this.#y = this.#top;
    }
  }

  /** Puts a piece down where the page stands. */
  add(height: Mm, draw: (top: Mm) => Item[]): void {
    this.need(height);
    this.pages.at(-1)?.push(...draw(this.#y));
    this.#y += height;
  }

  /** Empty space, none at the head of a page. */
  skip(height: Mm): void {
    if (this.#y > this.#top) this.#y += height;
  }
}
