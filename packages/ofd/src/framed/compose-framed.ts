import type { FontSet } from '../fonts/font-set.ts';
import { A4, black, type Color, type Item, type Layout, type Mm, mmOf, red } from '../layout/layout.ts';
import { modulesPath, rectangle, shiftShape } from '../layout/shapes.ts';
import { drawSealFace } from '../seal/seal-face.ts';
import { makePut, type Put, type TextStyle } from '../sheet/put-text.ts';
import type { Framed } from './framed.ts';
import { drawWovenGround } from './woven-ground.ts';

// Lying A4, as licences hang on walls.
const page = { width: A4.height, height: A4.width } as const;
const frame = { outer: 9, inner: 12.5, text: 26 } as const;
const text = { left: frame.text, width: page.width - 2 * frame.text } as const;
const rowsTop: Mm = 66;
const endTop: Mm = 143;
const labelWidth: Mm = 44;
const codeSide: Mm = 30;

const deep: Color = [11, 79, 85];
const faint: Color = [196, 216, 214];
const grey: Color = [110, 116, 114];
const paleGrey: Color = [226, 226, 222];

const styles = {
  title: { font: 'xiaobiaosong', size: 34, leading: 17 },
  subtitle: { font: 'songti', size: 13, leading: 8, color: grey },
  sign: { font: 'songti', size: 14, leading: 8.2 },
  caption: { font: 'songti', size: 10, leading: 5.4 },
  foot: { font: 'songti', size: 9, leading: 4.8, color: grey },
  voided: { font: 'heiti', size: 26, leading: 14, color: red },
} as const satisfies Record<string, TextStyle>;

/** Lays a framed page out; rows are set as large as they all fit, and on further pages when even small type is full. */
export function composeFramed(framed: Framed, fonts: FontSet): Layout {
  const put = makePut(fonts, text.left, text.width);
  const rows = setRows(put, framed);
  const pages = rows.map((items, at) => ({
    ...page,
    items: [
      ...drawFrame(framed.voided !== undefined),
      ...drawTitle(put, framed),
      ...items,
      ...(at === rows.length - 1 ? drawEnd(put, framed, fonts) : []),
      ...drawFoot(put, framed, at, rows.length),
    ],
  }));
  const { title, signature, createdOn } = framed;
  return {
    meta: { title, author: signature.name, ...(createdOn ? { createdOn } : {}) },
    pages,
  };
}

function drawFrame(isVoid: boolean): Item[] {
  const color = isVoid ? grey : deep;
  const { outer, inner } = frame;
  const box = (inset: Mm) => rectangle(inset, inset, page.width - 2 * inset, page.height - 2 * inset);
  const ground = { x: inner, y: inner, width: page.width - 2 * inner, height: page.height - 2 * inner };
  return [
    ...drawWovenGround(ground, isVoid ? paleGrey : faint),
    { kind: 'path', steps: box(outer), stroke: color, width: 1.3, tag: '边框' },
    { kind: 'path', steps: box(inner), stroke: color, width: 0.35, tag: '边框' },
  ];
}

function drawTitle(put: Put, { title, subtitle, voided }: Framed): Item[] {
  const top = 26;
  const size = Math.min(styles.title.size, (text.width / mmOf(1) / [...title].length) * 0.98);
  const style = { ...styles.title, size };
  return [
    ...put.centred(title, style, top, '标题'),
    ...(subtitle ? put.centred(subtitle, fitted(put, subtitle, styles.subtitle), top + 18) : []),
    ...(voided ? drawVoided(put, voided) : []),
  ];
}

/** The word in a box at the upper right: the first thing seen after the title. */
function drawVoided(put: Put, word: string): Item[] {
  const width = put.widthOf(word, styles.voided) + 10;
  const x = text.left + text.width - width;
  return [
    { kind: 'path', steps: rectangle(x, 47, width, 15), stroke: red, width: 1, tag: '状态' },
    ...put.at(word, styles.voided, x + 5, 47.5, '状态'),
  ];
}

/** The style in a size that lets one line hold the words. */
const fitted = <S extends TextStyle>(put: Put, words: string, style: S): S => ({
  ...style,
  size: Math.min(style.size, (style.size * text.width) / Math.max(1, put.widthOf(words, style))),
});

const sizes = [16, 14, 12, 10.5] as const;

/** Items of the rows, page by page. */
function setRows(put: Put, { rows }: Framed): Item[][] {
  for (const size of sizes) {
    const pages = flowRows(put, rows, size);
    if (pages.length === 1 || size === sizes.at(-1)) return pages;
  }
  return [[]];
}

function flowRows(put: Put, rows: Framed['rows'], size: number): Item[][] {
  const value = { font: 'songti', size, leading: mmOf(size) * 1.55 } as const satisfies TextStyle;
  const label = { ...value, font: 'heiti', color: grey } as const satisfies TextStyle;
  const pages: Item[][] = [[]];
  let top = rowsTop;
  const need = (height: Mm): void => {
    if (top + height <= endTop) return;
    pages.push([]);
    top = rowsTop;
  };
  for (const [name, said] of rows) {
    const labels = put.lines(name, label, labelWidth - 4, 0);
    const values = put.lines(said, value, text.width - labelWidth, 0);
    for (let at = 0; at < Math.max(labels.length, values.length); at++) {
      need(value.leading);
      pages.at(-1)?.push(...(labels[at]?.(text.left, top) ?? []), ...(values[at]?.(text.left + labelWidth, top) ?? []));
      top += value.leading;
    }
    top += value.leading * 0.25;
  }
  return pages;
}

/** Code at the left with its quiet zone, signature at the right, the seal over it. */
function drawEnd(put: Put, { code, signature, seal, voided }: Framed, fonts: FontSet): Item[] {
  const quiet = (codeSide / Math.max(1, code.rows.length)) * 4;
  const side = codeSide + 2 * quiet;
  const top = endTop + 2;
  const captionX = text.left + (side - put.widthOf(code.caption, styles.caption)) / 2;
  const widest = Math.max(...[signature.name, signature.date].map((line) => put.widthOf(line, styles.sign)));
  const middle = text.left + text.width - Math.max(22, widest / 2);
  const nameTop = top + 11;
  const line = (words: string, y: Mm, tag: string): Item[] =>
    put.at(words, styles.sign, middle - put.widthOf(words, styles.sign) / 2, y, tag);
  const face = seal && !voided ? drawSealFace(signature.name, seal.diameter, fonts) : [];
  const [dx, dy] = [middle - (seal?.diameter ?? 0) / 2, nameTop + styles.sign.leading - (seal?.diameter ?? 0) / 2];
  return [
    { kind: 'path', steps: rectangle(text.left, top, side, side), fill: [255, 255, 255], tag: '二维码' },
    modulesPath(code.rows, text.left + quiet, top + quiet, codeSide, black),
    ...put.at(code.caption, styles.caption, captionX, top + side + 0.5),
    ...face.map((shape) => ({ ...shiftShape(shape, dx, dy), tag: '印章' })),
    ...line(signature.name, nameTop, '署名'),
    ...line(signature.date, nameTop + styles.sign.leading, '日期'),
  ];
}

function drawFoot(put: Put, { foot }: Framed, at: number, pages: number): Item[] {
  const lines = pages > 1 ? [...foot, `第${at + 1}页，共${pages}页`] : foot;
  const top = page.height - frame.inner - 2 - lines.length * styles.foot.leading;
  return lines.flatMap((words, i) =>
    put.centred(words, fitted(put, words, styles.foot), top + i * styles.foot.leading, '页脚'),
  );
}
