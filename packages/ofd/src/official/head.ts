import { type Item, type Mm, mmOf, type Pt, red, type TextRun } from '../layout/layout.ts';
import { horizontalBar } from '../layout/shapes.ts';
import { cellsOf } from './cells.ts';
import type { OfficialDocument } from './document.ts';
import { sayNumber } from './say.ts';
import type { Setting } from './setting.ts';
import { area, bodyEm, grid, markTop, redLineGap, size } from './standard.ts';

/** The head of the first page and where the rows of the text begin under it. */
export type Head = { readonly items: readonly Item[]; readonly textTop: Mm };

// With this size the ink of the mark ends on a line of the grid: everything under it then keeps both its distance and
// the grid. The standard leaves the size open (7.2.4: 以醒目、美观、庄重为原则).
const markSize: Pt = 49;

export const markTextOf = (document: OfficialDocument): string =>
  document.mark ?? `${document.issuers.join('')}${document.form === 'document' ? '文件' : ''}`;

/** A line of red 小标宋 whose ink begins at `top`, squeezed where wider than the room; gives where its ink ends. */
export function drawMark(
  setting: Setting,
  text: string,
  points: Pt,
  top: Mm,
  left: Mm,
  width: Mm,
): { runs: TextRun[]; bottom: Mm } {
  const { face } = setting.fonts.cut('xiaobiaosong');
  const em = mmOf(points);
  const chars = [...text];
  const boxes = chars.map((char) => face.inkBox(char.codePointAt(0) as number));
  const inkTop = Math.max(...boxes.map((box) => box.top));
  const inkBottom = Math.max(...boxes.map((box) => box.bottom));
  const scaleX = Math.min(1, width / (chars.length * em));
  const pitch = em * scaleX;
  const from = left + (width - chars.length * pitch) / 2;
  const y = top + inkTop * em;
  const run: TextRun = {
    kind: 'text',
    font: 'xiaobiaosong',
    size: points,
    text,
    at: chars.map((_, i) => from + i * pitch),
    y,
    color: red,
    tag: '发文机关标志',
    ...(scaleX === 1 ? {} : { scaleX }),
  };
  return { runs: [run], bottom: y + inkBottom * em };
}

/** 份号, 密级和保密期限, 紧急程度: flush left from the first row down (7.2.1–7.2.3). */
export function drawCorner(setting: Setting, document: OfficialDocument, top: Mm): Item[] {
  const lines: [text: string, font: 'fangsong' | 'heiti', tag: string][] = [];
  if (document.copyNumber !== undefined) lines.push([String(document.copyNumber).padStart(6, '0'), 'fangsong', '份号']);
  if (document.secrecy) {
    const { level, term } = document.secrecy;
    lines.push([term ? `${level}★${term}` : level, 'heiti', '密级和保密期限']);
  }
  if (document.urgency) lines.push([document.urgency, 'heiti', '紧急程度']);
  return lines.flatMap(([text, font, tag], i) =>
    setting.line({ tokens: setting.cut(text, font), indent: 0 }, top + i * grid.rowPitch, { tag }),
  );
}

/** The head of 文件格式 (7.2). */
export function drawDocumentHead(setting: Setting, document: OfficialDocument): Head {
  const items: Item[] = drawCorner(setting, document, area.top);
  const bottom =
    document.issuers.length > 1 && !document.mark
      ? drawJointMark(setting, document, items)
      : drawSingle(setting, document, items);
  const gridLine = Math.ceil((bottom - area.top) / grid.rowPitch - 0.05);
  const rows = signerRows(document.signers ?? []);
  const lastRow = gridLine + 2 + rows.length - 1;
  const lineY = area.top + (lastRow + 1) * grid.rowPitch;
  // The number ends 4 mm above the line; the line lies on the grid, so the title's two blank rows do, too.
  const y = (row: number): Mm =>
    lineY - redLineGap - bodyEm * setting.fonts.cut('fangsong').face.emDescent - row * grid.rowPitch;
  if (document.number) {
    const text = sayNumber(document.number);
    if (document.signers?.length) items.push(...setBody(setting, text, 1, y(0), '发文字号'));
    else items.push(...setting.centred(text, 'fangsong', size.三号, y(0), { tag: '发文字号' }));
  }
  for (const [i, names] of rows.entries()) {
    items.push(...drawSigners(setting, names, rows[0]?.length ?? 0, i === 0, y(rows.length - 1 - i)));
  }
  items.push(horizontalBar(area.left, lineY, area.width, 0.7, red, '版头中的分隔线'));
  return { items, textTop: lineY + 2 * grid.rowPitch };
}

function drawSingle(setting: Setting, document: OfficialDocument, items: Item[]): Mm {
  const mark = drawMark(setting, markTextOf(document), markSize, markTop, area.left, area.width);
  items.push(...mark.runs);
  return mark.bottom;
}

/** Room for names under each other that leaves the first page its number, title, 主送机关 and a beginning of the text. */
const jointHeight: Mm = 98;
const jointPitch = 1.25;

/** 7.2.4 联合行文: the names under each other, host first, 文件 at their right in the middle; many are set smaller. */
function drawJointMark(setting: Setting, document: OfficialDocument, items: Item[]): Mm {
  const points = Math.min(36, ((jointHeight / jointPitch / document.issuers.length) * 72) / 25.4);
  const em = mmOf(points);
  const longest = Math.max(...document.issuers.map((name) => [...name].length));
  const suffixWidth = 2 * em;
  const namesWidth = Math.min(longest * em, area.width - suffixWidth - em / 2);
  const left = area.left + (area.width - namesWidth - em / 2 - suffixWidth) / 2;
  let top: Mm = markTop;
  let bottom: Mm = top;
  for (const name of document.issuers) {
    const chars = [...name];
    const row = drawMark(setting, name, points, top, left, namesWidth);
    const run = row.runs[0] as TextRun;
    // Shorter names are spread over the width of the longest.
    const scaleX = Math.min(1, namesWidth / (longest * em));
    const pitch = chars.length > 1 ? (namesWidth - em * scaleX) / (chars.length - 1) : 0;
    items.push({ ...run, at: chars.map((_, i) => left + i * pitch), ...(scaleX === 1 ? {} : { scaleX }) });
    bottom = row.bottom;
    top += em * jointPitch;
  }
  const face = setting.fonts.cut('xiaobiaosong').face;
  const box = face.inkBox('件'.codePointAt(0) as number);
  const middle = (markTop + bottom) / 2;
  const y = middle + ((box.top - box.bottom) / 2) * em;
  const x = left + namesWidth + em / 2;
  items.push({
    kind: 'text',
    font: 'xiaobiaosong',
    size: points,
    text: '文件',
    at: [x, x + em],
    y,
    color: red,
    tag: '发文机关标志',
  });
  return bottom;
}

/** 7.2.6 签发人: two to a row, names under names. */
function signerRows(signers: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (let i = 0; i < signers.length; i += 2) rows.push(signers.slice(i, i + 2));
  return rows.length > 0 ? rows : [[]];
}

function drawSigners(setting: Setting, names: readonly string[], columns: number, isFirst: boolean, y: Mm): Item[] {
  if (names.length === 0) return [];
  const lead = '签发人：';
  // Names stand in fields of four characters, so that those of the next row fall under them.
  const fields = names.map((name) => name.padEnd(4, '　'));
  const width = cellsOf(setting.cut(lead)) + (columns > 1 ? 9 : [...(names[0] as string)].length);
  const at = grid.columns - 1 - width;
  const leadItems = isFirst ? setBody(setting, lead, at, y, '签发人') : [];
  const nameItems = fields.flatMap((name, i) => setBody(setting, name.trimEnd(), at + 4 + i * 5, y, '签发人', 'kaiti'));
  return [...leadItems, ...nameItems];
}

function setBody(
  setting: Setting,
  text: string,
  indent: number,
  y: Mm,
  tag: string,
  font: 'fangsong' | 'kaiti' = 'fangsong',
): Item[] {
  const top = y - setting.baseline(0, size.三号, 'fangsong');
  return setting.line({ tokens: setting.cut(text, font), indent }, top, { tag });
}
