import { black, type Item, type Mm, mmOf } from '../layout/layout.ts';
import { horizontalBar } from '../layout/shapes.ts';
import { breakLines, type Line } from './break-lines.ts';
import { type Cells, cellsOf, cutTokens, setTokens } from './cells.ts';
import type { OfficialDocument } from './document.ts';
import { sayDate } from './say.ts';
import type { Setting } from './setting.ts';
import { area, grid, imprintLine, pageNumberDrop, size } from './standard.ts';

type ImprintRow = { readonly draw: (top: Mm) => Item[] };

/** 7.4 版记: how many rows it needs and how it is drawn at the foot of the last page. */
export type Imprint = { readonly rows: number; readonly draw: () => Item[] };

export function makeImprint(setting: Setting, document: OfficialDocument): Imprint {
  // Size 四号 with its own pitch; one character in from both sides.
  const em = mmOf(size.四号);
  const cells: Cells = { pitch: em, size: size.四号, fonts: setting.fonts };
  const columns = Math.floor(area.width / em - 2 + 1e-6);
  const left = area.left + em;
  const y = (top: Mm): Mm => setting.baseline(top, size.四号, 'fangsong');
  const setLine = (line: Line, top: Mm, tag: string): Item[] =>
    setTokens(line.tokens, left + line.indent * em, y(top), cells, { tag });
  const groups: ImprintRow[][] = [];
  if (document.copyTo?.length) {
    const tokens = cutTokens(`抄送：${document.copyTo.join('，')}。`, 'fangsong', cells);
    groups.push(breakLines(tokens, columns, 0, 3).map((line) => ({ draw: (top) => setLine(line, top, '抄送机关') })));
  }
  // 10.1: a letter's imprint has neither printer nor date nor lines.
  if (document.printed && document.form !== 'letter') {
    const { by, on } = document.printed;
    const right = cutTokens(`${sayDate(on)}印发`, 'fangsong', cells);
    const rightX = area.right - em - cellsOf(right) * em;
    groups.push([
      {
        draw: (top) => [
          ...setLine({ tokens: cutTokens(by, 'fangsong', cells), indent: 0 }, top, '印发机关和印发日期'),
          ...setTokens(right, rightX, y(top), cells, { tag: '印发机关和印发日期' }),
        ],
      },
    ]);
  }
  const rows = groups.flat().length;
  return {
    rows,
    draw: () => {
      const items: Item[] = [];
      const hasLines = document.form !== 'letter';
      let top = area.bottom - rows * grid.rowPitch;
      groups.forEach((group, g) => {
        const thickness = g === 0 ? imprintLine.outer : imprintLine.inner;
        if (hasLines) items.push(horizontalBar(area.left, top, area.width, thickness, black, '版记中的分隔线'));
        for (const row of group) {
          items.push(...row.draw(top));
          top += grid.rowPitch;
        }
      });
      if (hasLines && rows > 0) {
        items.push(horizontalBar(area.left, area.bottom, area.width, imprintLine.outer, black, '版记中的分隔线'));
      }
      return items;
    },
  };
}

/** 7.5 页码: 四号宋体, a dash either side, the dash 7 mm under the area; odd at the right, even at the left, one character in. */
export function drawPageNumber(setting: Setting, number: number): Item[] {
  const em = mmOf(size.四号);
  const cells: Cells = { pitch: em, size: size.四号, fonts: setting.fonts };
  const tokens = [`—`, ` ${number} `, '—'].flatMap((part) => cutTokens(part, 'songti', cells));
  const width = cellsOf(tokens) * em;
  const x = number % 2 === 1 ? area.right - em - width : area.left + em;
  const dash = setting.fonts.cut('songti').face.inkBox('—'.codePointAt(0) as number);
  const dashMiddle = ((dash.top - dash.bottom) / 2) * em;
  return setTokens(tokens, x, area.bottom + pageNumberDrop + dashMiddle, cells, { tag: '页码' });
}
