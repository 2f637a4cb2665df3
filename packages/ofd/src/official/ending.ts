import type { Item, Mm, Stamp } from '../layout/layout.ts';
import { cellsOf, type Token } from './cells.ts';
import type { OfficialDocument } from './document.ts';
import { blank, type Flow, type Row } from './flow.ts';
import { sayDate } from './say.ts';
import { blanks, rightRow, type Setting } from './setting.ts';
import { area, grid } from './standard.ts';

/** 7.3.5.1: names and date stand a little under the seal's middle. */
const underMiddle = 3;

/** A name as tokens; one wider than its room is squeezed into it, since a name is not broken. */
function cutName(setting: Setting, name: string, room: number = grid.columns): Token[] {
  const tokens = setting.cut(name);
  const squeeze = Math.min(1, room / cellsOf(tokens));
  return tokens.map(({ cells, offsets, scaleX, ...token }) => ({
    ...token,
    cells: cells * squeeze,
    offsets: offsets.map((offset) => offset * squeeze),
    scaleX: scaleX * squeeze,
  }));
}

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
  if (document.note) addNote(flow, setting, `（${document.note}）`, stamps);
  return stamps;
}

/** 附注 in the row under the date (7.3.7), or under the seals where a row of them reaches over to it. */
function addNote(flow: Flow, setting: Setting, text: string, stamps: readonly Stamp[]): void {
  const rows = setting.paragraph(text, { first: 2, rest: 0, tag: '附注' });
  const right = area.left + Math.min(grid.columns, 2 + cellsOf(setting.cut(text))) * grid.cellPitch;
  const top = flow.topOf(flow.pages.length - 1, flow.last.rows.length);
  const under = Math.max(
    top,
    ...stamps.filter(({ page, x }) => page === flow.pages.length - 1 && x < right).map(({ y, height }) => y + height),
  );
  const skipped = Math.ceil((under - top) / grid.rowPitch - 0.05);
  flow.addTogether([...blanks(skipped), ...rows]);
}

/**
 * 7.3.5.1 加盖印章: date four characters from the right, the name centred over it, the seal centred over both, its
 * upper edge within one row of the text. 7.3.5.2 联合: up to three in a row, the last over name and date, none touching.
 */
function addSealed(flow: Flow, setting: Setting, names: readonly string[], date: string, diameter: Mm): Stamp[] {
  const dateTokens = setting.cut(date);
  const dateWidth = cellsOf(dateTokens);
  // A name so long that it would leave the area takes the date with it to the left.
  const widest = Math.max(0, ...names.map((name) => cellsOf(cutName(setting, name))));
  const centre = Math.min(grid.columns - 4 - dateWidth / 2, grid.columns - widest / 2);
  const dateIndent = centre - dateWidth / 2;
  const nameRow = (placed: readonly Placed[]): Row => ({
    draw: (top): Item[] =>
      placed.flatMap(({ name, centre: middle, room }) => {
        const tokens = cutName(setting, name, room);
        return setting.line({ tokens, indent: middle - cellsOf(tokens) / 2 }, top, { tag: '发文机关署名' });
      }),
  });
  const dateRow: Row = {
    draw: (top) => setting.line({ tokens: dateTokens, indent: dateIndent }, top, { tag: '成文日期' }),
  };
  // The fewest rows down to the middle of name and date that keep the seal's edge under the text.
  const down = Math.ceil((diameter / 2 + underMiddle) / grid.rowPitch);
  const groups = joinRows(setting, names, centre, diameter);
  const between = Math.ceil((diameter + 2) / grid.rowPitch) - down;
  // Rows under the date that the seal still covers.
  const below = Math.ceil((diameter / 2 - underMiddle) / grid.rowPitch) - 1;
  const blocks = groups.map((group, g) => {
    const isLast = g === groups.length - 1;
    // Seals of two rows do not touch.
    return [...blanks(down - 1), nameRow(group), ...(isLast ? [dateRow] : blanks(between))];
  });
  let issuer = 0;
  const stamps = inPages(blocks, below).flatMap((together, n) => {
    // What stands before is not to come along again.
    if (n > 0) flow.breakPage();
    const rows = together.flatMap(({ block }) => block);
    flow.addTogether([...rows, ...blanks(below)]);
    for (let i = 0; i < below; i++) flow.last.rows.pop();
    const page = flow.pages.length - 1;
    let row = flow.last.rows.length - rows.length;
    return together.flatMap(({ block, at }) => {
      const y = flow.topOf(page, row + down) - underMiddle - diameter / 2;
      row += block.length;
      return (groups[at] as Placed[]).map(({ centre: middle }) => {
        const x = area.left + middle * grid.cellPitch - diameter / 2;
        return { page, x, y, width: diameter, height: diameter, issuer: issuer++ };
      });
    });
  });
  return stamps;
}

type Together = { readonly block: readonly Row[]; readonly at: number }[];

/** Rows of seals that share a page, with two rows of text before the first: all of them, but where organs are many. */
function inPages(blocks: readonly (readonly Row[])[], below: number): Together[] {
  const pages: Together[] = [];
  let room = 0;
  for (const [at, block] of blocks.entries()) {
    if (block.length + below > room || pages.length === 0) {
      room = grid.rows - (pages.length === 0 ? 2 : 0);
      pages.push([]);
    }
    pages.at(-1)?.push({ block, at });
    room -= block.length;
  }
  return pages;
}

type Placed = { readonly name: string; readonly centre: number; readonly room: number };

/** Names beside each other may be set so much narrower, before a row takes one organ fewer. */
const leastSqueeze = 0.85;
/** Between two names or seals, in cells. */
const apart = 0.8;

// In columns, host first, as many to a row as the area holds and three at most. A row that is not full stands at the
// right, so that the last one is over the date.
function joinRows(setting: Setting, names: readonly string[], centre: number, diameter: Mm): Placed[][] {
  const widest = Math.max(...names.map((name) => cellsOf(cutName(setting, name))));
  const most = (columns: number): number => (columns === 1 ? grid.columns : centre / (columns - 0.5)) - apart;
  const fits = (columns: number): boolean =>
    most(columns) >= Math.max(diameter / grid.cellPitch, widest * leastSqueeze);
  const columns = [3, 2].find((some) => names.length >= some && fits(some)) ?? 1;
  const room = columns === 1 ? grid.columns : Math.min(most(columns), Math.max(widest, diameter / grid.cellPitch));
  return Array.from({ length: Math.ceil(names.length / columns) }, (_, row) => {
    const own = names.slice(row * columns, (row + 1) * columns);
    return own.map((name, i) => ({ name, centre: centre - (own.length - 1 - i) * (room + apart), room }));
  });
}

/** 7.3.5.3 不加盖印章: one blank row, the name two characters from the right, the date beginning two further right. */
function addUnsealed(flow: Flow, setting: Setting, names: readonly string[], date: string): Stamp[] {
  const nameCells = names.map((name) => cellsOf(cutName(setting, name)));
  const longest = Math.max(0, ...nameCells);
  const dateCells = cellsOf(setting.cut(date));
  // Where the date is longer than the name it keeps the two characters, and the name gives way.
  const nameIndent = Math.max(0, grid.columns - 2 - (dateCells > longest ? dateCells + 2 : longest));
  const rows: Row[] = [blank];
  for (const name of names) {
    rows.push({
      draw: (top) => setting.line({ tokens: cutName(setting, name), indent: nameIndent }, top, { tag: '发文机关署名' }),
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
