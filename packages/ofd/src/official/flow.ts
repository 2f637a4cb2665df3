import type { Item, Mm } from '../layout/layout.ts';
import { area, grid } from './standard.ts';
import type { Table, TableRow } from './table.ts';

/** One row of the grid: what it draws, given the upper edge it landed on. */
export type Row = {
  readonly draw: (top: Mm) => Item[];
  /** Text of the document proper: an ending may take such rows along to its page, never blank ones alone. */
  readonly isText?: boolean;
  /** May not be the last of a page: a heading before its text. */
  readonly keepsNext?: boolean;
  /** Entry in the outline. */
  readonly heading?: { readonly title: string; readonly level: number };
};

export const blank: Row = { draw: () => [] };

export type FlowPage = { readonly top: Mm; readonly capacity: number; readonly rows: Row[] };

const newPage = (top: Mm = area.top): FlowPage => ({
  top,
  capacity: Math.floor((area.bottom - top) / grid.rowPitch + 0.01),
  rows: [],
});

/** Pages being filled row by row, 22 a page, the first from wherever its head ends. */
export class Flow {
  readonly pages: FlowPage[];

  constructor(firstTop: Mm) {
    this.pages = [newPage(firstTop)];
  }

  get last(): FlowPage {
    return this.pages.at(-1) as FlowPage;
  }

  get room(): number {
    return this.last.capacity - this.last.rows.length;
  }

  breakPage(): void {
    this.pages.push(newPage());
  }

  add(row: Row): void {
    if (this.room < 1) {
      this.breakPage();
      // No page begins with a blank row.
      if (row === blank) return;
    }
    this.last.rows.push(row);
  }

  /** Fills the page as lines come, but leaves no heading behind as its last row. */
  addAll(rows: readonly Row[]): void {
    for (const [i, row] of rows.entries()) {
      if (row.keepsNext && this.room === 1 && i + 1 < rows.length) this.breakPage();
      this.add(row);
    }
  }

  /**
   * A table under the rows that lead to it (its heading stays with it). Each of its rows is whole on one page, and every
   * page it goes on to begins with its head.
   */
  addTable(lead: readonly Row[], { head, rows }: Table): void {
    const put = (row: TableRow): void => {
      const rest = Array.from({ length: row.height - 1 }, (): Row => ({ draw: () => [] }));
      this.last.rows.push({ draw: row.draw, isText: true }, ...rest);
    };
    if (this.room < lead.length + head.height + (rows[0]?.height ?? 0) && this.last.rows.length > 0) this.breakPage();
    this.last.rows.push(...lead);
    put(head);
    for (const row of rows) {
      if (this.room < row.height) {
        this.breakPage();
        put(head);
      }
      put(row);
    }
  }

  /**
   * Rows that belong together. Where the page cannot hold them they go to the next with at least two rows of text:
   * the seal never stands on a page without text, and 此页无正文 is never written (GB/T 9704-2012, 7.3.5.4).
   */
  addTogether(rows: readonly Row[]): void {
    if (this.room < rows.length) {
      const from = this.last;
      let take = 0;
      let texts = 0;
      while (take < from.rows.length && texts < 2) {
        take++;
        if (from.rows.at(-take)?.isText) texts++;
      }
      while (take < from.rows.length && from.rows.at(-take - 1)?.keepsNext) take++;
      const moved = texts === 2 && take < from.rows.length ? from.rows.splice(from.rows.length - take) : [];
      this.breakPage();
      while (moved[0] === blank) moved.shift();
      this.last.rows.push(...moved);
    }
    this.last.rows.push(...rows);
  }

  /** The upper edge of a row of a page. */
  topOf(page: number, row: number): Mm {
    return (this.pages[page] as FlowPage).top + row * grid.rowPitch;
  }

  /** Everything the rows draw, page by page. */
  draw(): Item[][] {
    return this.pages.map((page, p) => page.rows.flatMap((row, r) => row.draw(this.topOf(p, r))));
  }
}
