import type { Item, Mm, Stamp } from '../layout/layout.ts';
import { cellsOf } from './cells.ts';
import type { OfficialDocument } from './document.ts';
import { blank, type Flow, type Row } from './flow.ts';
import { sayDate } from './say.ts';
import { blanks, rightRow, type Setting } from './setting.ts';
import { area, grid } from './standard.ts';

/** 7.3.5.1: names and date stand a little under the seal's middle. */
const underMiddle = 3;

/** Adds 署名, 成文日期 and 附注; gives where seals go. */
export function addEnding(flow: Flow, setting: Setting, document: OfficialDocument): Stamp[] {
  const names = document.signedBy ?? document.issuers;
  const date = sayDate(document.date);
  const stamps =
    document.form === 'minutes'
      ? []
      : document.seal.kind === 'seal'
        ? addSealed(flow, setting, names, date, document.seal.diameter)
        : document.seal.kind === 'signature'
          ? addSignature(flow, setting, document.seal, date)
          : addUnsealed(flow, setting, names, date);
  if (document.note) flow.addAll(setting.paragraph(`（${document.note}）`, { first: 2, rest: 0, tag: '附注' }));
  return stamps;
}

/**
 * 7.3.5.1 加盖印章: date four characters from the right, the name centred over it, the seal centred over both, its
 * upper edge within one row of the text. 7.3.5.2 联合: up to three in a row, the last over name and date, none touching.
 */
function addSealed(flow: Flow, setting: Setting, names: readonly string[], date: string, diameter: Mm): Stamp[] {
  const dateTokens = setting.cut(date);
  const dateWidth = cellsOf(dateTokens);
  const dateIndent = grid.columns - 4 - dateWidth;
  const centre = dateIndent + dateWidth / 2;
  const nameRow = (placed: readonly { name: string; centre: number }[]): Row => ({
    draw: (top): Item[] =>
      placed.flatMap(({ name, centre: middle }) => {
        const tokens = setting.cut(name);
        return setting.line({ tokens, indent: middle - cellsOf(tokens) / 2 }, top, { tag: '发文机关署名' });
      }),
  });
  const dateRow: Row = {
    draw: (top) => setting.line({ tokens: dateTokens, indent: dateIndent }, top, { tag: '成文日期' }),
  };
  // The fewest rows down to the middle of name and date that keep the seal's edge under the text.
  const down = Math.ceil((diameter / 2 + underMiddle) / grid.rowPitch);
  const groups = joinRows(setting, names, centre, diameter);
  const rows: Row[] = [];
  const places: { row: number; centres: readonly number[] }[] = [];
  groups.forEach((group, g) => {
    rows.push(...blanks(down - 1), nameRow(group));
    places.push({ row: rows.length, centres: group.map((entry) => entry.centre) });
    if (g === groups.length - 1) rows.push(dateRow);
    // Seals of two rows do not touch.
    else rows.push(...blanks(Math.ceil((diameter + 2) / grid.rowPitch) - 1 - (down - 1)));
  });
  // Rows under the date that the seal still covers.
  const below = Math.ceil((diameter / 2 - underMiddle) / grid.rowPitch) - 1;
  flow.addTogether([...rows, ...blanks(below)]);
  const page = flow.pages.length - 1;
  const start = flow.last.rows.length - rows.length - below;
  for (let i = 0; i < below; i++) flow.last.rows.pop();
  let issuer = 0;
  return places.flatMap(({ row, centres }) =>
    centres.map((middle) => {
      const y = flow.topOf(page, start + row) - underMiddle - diameter / 2;
      const x = area.left + middle * grid.cellPitch - diameter / 2;
      return { page, x, y, width: diameter, height: diameter, issuer: issuer++ };
    }),
  );
}

type Placed = { readonly name: string; readonly centre: number };

// Filled from the end, so that the last one stands over the date; as many to a row as the area holds, three at most.
function joinRows(setting: Setting, names: readonly string[], centre: number, diameter: Mm): Placed[][] {
  const room = (name: string): number => Math.max(diameter / grid.cellPitch, cellsOf(setting.cut(name))) + 0.8;
  const groups: Placed[][] = [];
  let row: Placed[] = [];
  for (const name of [...names].reverse()) {
    const right = row[0];
    const middle = right ? right.centre - (room(right.name) + room(name)) / 2 : centre;
    const isFull = row.length === 3 || middle - room(name) / 2 < 0;
    if (right && isFull) {
      groups.unshift(row);
      row = [{ name, centre }];
    } else row.unshift({ name, centre: middle });
  }
  return row.length > 0 ? [row, ...groups] : groups;
}

/** 7.3.5.3 不加盖印章: one blank row, the name two characters from the right, the date beginning two further right. */
function addUnsealed(flow: Flow, setting: Setting, names: readonly string[], date: string): Stamp[] {
  const nameCells = names.map((name) => cellsOf(setting.cut(name)));
  const longest = Math.max(0, ...nameCells);
  const dateCells = cellsOf(setting.cut(date));
  // Where the date is longer than the name it keeps the two characters, and the name gives way.
  const nameIndent =
    dateCells + 2 > longest + 0 && dateCells > longest ? grid.columns - 2 - dateCells - 2 : grid.columns - 2 - longest;
  const rows: Row[] = [blank];
  for (const name of names) {
    rows.push({
      draw: (top) => setting.line({ tokens: setting.cut(name), indent: nameIndent }, top, { tag: '发文机关署名' }),
    });
  }
  const dateIndent = Math.min(nameIndent + 2, grid.columns - dateCells);
  rows.push({
    draw: (top) => setting.line({ tokens: setting.cut(date), indent: dateIndent }, top, { tag: '成文日期' }),
  });
  flow.addTogether(rows);
  return [];
}

/** 7.3.5.4 签名章: two blank rows, four characters from the right, the post two left of it; date one blank row below. */
function addSignature(flow: Flow, setting: Setting, seal: { post: string; name: string }, date: string): Stamp[] {
  const tokens = setting.cut(`${seal.post}　　${seal.name}`, 'fangsong');
  const indent = grid.columns - 4 - cellsOf(tokens);
  flow.addTogether([
    ...blanks(2),
    { draw: (top) => setting.line({ tokens, indent }, top, { tag: '签名章' }) },
    blank,
    rightRow(setting, date, 4, '成文日期'),
  ]);
  return [];
}
