import type { FontSet } from '../fonts/font-set.ts';
import { A4, black, type Item, type Layout, type Mm, mmOf, type Stamp } from '../layout/layout.ts';
import { horizontalBar, modulesPath, rectangle } from '../layout/shapes.ts';
import { breakTitle } from '../official/title.ts';
import { PageFlow } from './page-flow.ts';
import { makePut, type Put, type TextStyle } from './put-text.ts';
import type { Sheet } from './sheet.ts';

const margin = { left: 28, right: 26, top: 30, bottom: 25 } as const;
const width = A4.width - margin.left - margin.right;
const keyWidth: Mm = 42;
const cellPadding: Mm = 2.2;
const codeSide: Mm = 26;

const styles = {
  organ: { font: 'songti', size: 15, leading: 9 },
  title: { font: 'xiaobiaosong', size: 22, leading: 11.5 },
  heading: { font: 'heiti', size: 14, leading: 8.6 },
  text: { font: 'songti', size: 14, leading: 8.2 },
  cell: { font: 'songti', size: 12.5, leading: 6.6 },
  note: { font: 'songti', size: 10.5, leading: 5.6 },
} as const satisfies Record<string, TextStyle>;

/** Lays a sheet out on A4: title, text, table, signature with its seal and a code to check it by. */
export function composeSheet(sheet: Sheet, fonts: FontSet): Layout {
  const flow = new PageFlow(margin.top, A4.height - margin.bottom);
  const put = makePut(fonts, margin.left, width);
  if (sheet.organ) flow.add(styles.organ.leading, (top) => put.centred(sheet.organ ?? '', styles.organ, top));
  for (const line of breakTitle(sheet.title, Math.floor(width / mmOf(styles.title.size)))) {
    flow.add(styles.title.leading, (top) => put.centred(line, styles.title, top, '标题'));
  }
  if (sheet.number) flow.add(styles.text.leading, (top) => put.right(sheet.number ?? '', styles.note, top, '编号'));
  flow.skip(4);
  const lastNotes = sheet.blocks.findLastIndex((block) => block.kind !== 'note') + 1;
  for (const [at, block] of sheet.blocks.entries()) {
    // The notes at the end go over the page with the signature: it never stands on a page without a word.
    if (at === lastNotes) flow.need(heightOfNotes(put, sheet.blocks.slice(at)) + heightOfEnd(sheet));
    if (block.kind === 'table') addTable(flow, put, block.rows);
    else if (block.kind === 'heading') {
      flow.skip(2);
      flow.need(styles.heading.leading + styles.text.leading);
      put.lines(block.text, styles.heading, width, 0).forEach((draw) => {
        flow.add(styles.heading.leading, (top) => draw(margin.left, top));
      });
    } else {
      const style = block.kind === 'note' ? styles.note : styles.text;
      const indent = block.kind === 'paragraph' && block.isIndented !== false ? 2 : 0;
      for (const draw of put.lines(block.text, style, width, indent)) {
        flow.add(style.leading, (top) => draw(margin.left, top));
      }
      flow.skip(1.5);
    }
  }
  const stamps = addEnd(flow, put, sheet);
  const image = sheet.seal?.image;
  const pages = flow.pages.map((items, i) => ({
    ...A4,
    items: [...items, ...drawFoot(put, sheet, i, flow.pages.length)],
  }));
  return {
    meta: {
      title: sheet.title,
      ...(sheet.organ ? { author: sheet.organ } : {}),
      ...(sheet.createdOn ? { createdOn: sheet.createdOn } : {}),
      ...(sheet.number ? { custom: { 编号: sheet.number } } : {}),
    },
    pages,
    ...(image ? { images: { seal: image } } : {}),
    ...(sheet.attachments ? { attachments: sheet.attachments } : {}),
    stamps,
  };
}

const heightOfNotes = (put: Put, notes: Sheet['blocks']): Mm =>
  notes.reduce(
    (sum, note) =>
      note.kind === 'note' ? sum + put.lines(note.text, styles.note, width, 0).length * styles.note.leading + 1.5 : sum,
    0,
  );

/** Code, signature and seal with the space over them. */
const heightOfEnd = ({ code, signature, seal }: Sheet): Mm =>
  code || signature ? 4 + Math.max(code ? codeSide + 7 : 0, seal?.diameter ?? 0, 2 * styles.text.leading) : 0;

function addTable(flow: PageFlow, put: Put, rows: readonly (readonly [string, string])[]): void {
  const rule = 0.25;
  flow.skip(2);
  for (const [key, value] of rows) {
    const keys = put.lines(key, styles.cell, keyWidth - 2 * cellPadding, 0);
    const values = put.lines(value, styles.cell, width - keyWidth - 2 * cellPadding, 0);
    const height = Math.max(keys.length, values.length) * styles.cell.leading + 2 * cellPadding;
    flow.add(height, (top) => [
      { kind: 'path', steps: rectangle(margin.left, top, width, height), stroke: black, width: rule },
      { kind: 'path', steps: rectangle(margin.left + keyWidth - rule / 2, top, rule, height), fill: black },
      ...keys.flatMap((draw, i) => draw(margin.left + cellPadding, top + cellPadding + i * styles.cell.leading)),
      ...values.flatMap((draw, i) =>
        draw(margin.left + keyWidth + cellPadding, top + cellPadding + i * styles.cell.leading),
      ),
    ]);
  }
  flow.skip(4);
}

/** Code at the left, signature at the right, the seal over it: one piece, so that a seal never stands on a page alone. */
function addEnd(flow: PageFlow, put: Put, sheet: Sheet): Stamp[] {
  const { signature, code } = sheet;
  if (!signature && !code) return [];
  flow.skip(4);
  const diameter = sheet.seal?.diameter ?? 0;
  const height = heightOfEnd(sheet) - 4;
  flow.need(height);
  const { y: top, page } = flow;
  const items: Item[] = [];
  let stamp: Stamp | undefined;
  if (code) {
    items.push(modulesPath(code.rows, margin.left, top, codeSide, black));
    items.push(...put.at(code.caption, styles.note, margin.left, top + codeSide + 0.8));
  }
  if (signature) {
    const dateWidth = put.widthOf(signature.date, styles.text);
    const middle = A4.width - margin.right - 20 - Math.max(dateWidth, put.widthOf(signature.name, styles.text)) / 2;
    const nameTop = top + height / 2 - styles.text.leading + (diameter > 0 ? 3 : 0);
    const draw = (text: string, y: Mm, tag: string): Item[] =>
      put.at(text, styles.text, middle - put.widthOf(text, styles.text) / 2, y, tag);
    if (sheet.seal) {
      stamp = {
        page,
        x: middle - diameter / 2,
        y: top + (height - diameter) / 2,
        width: diameter,
        height: diameter,
        issuer: 0,
      };
      const { x, y, width: side } = stamp;
      if (sheet.seal.image) items.push({ kind: 'image', image: 'seal', x, y, width: side, height: side, tag: '印章' });
    }
    items.push(
      ...draw(signature.name, nameTop, '署名'),
      ...draw(signature.date, nameTop + styles.text.leading, '日期'),
    );
  }
  flow.add(height, () => items);
  return stamp ? [stamp] : [];
}

function drawFoot(put: Put, sheet: Sheet, page: number, pages: number): Item[] {
  const top = A4.height - 18;
  const items: Item[] = [];
  if (sheet.footer)
    items.push(
      horizontalBar(margin.left, top - 1.5, width, 0.2, [150, 150, 150]),
      ...put.at(sheet.footer, styles.note, margin.left, top),
    );
  if (pages > 1) items.push(...put.right(`第${page + 1}页，共${pages}页`, styles.note, top, '页码'));
  return items;
}
