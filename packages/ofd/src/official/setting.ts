import type { FontSet } from '../fonts/font-set.ts';
import { type FontRole, type Item, type Mm, mmOf, type Pt, type TextRun } from '../layout/layout.ts';
import { breakLines, type Line } from './break-lines.ts';
import { type Cells, cellsOf, cutTokens, setTokens, type Token } from './cells.ts';
import { blank, type Row } from './flow.ts';
import { area, grid, size } from './standard.ts';

/** What setting text on the grid needs: the fonts, and rows made of text. */
export type Setting = {
  readonly fonts: FontSet;
  /** The grid of the body: 三号, 28 cells to the line. */
  readonly body: Cells;
  /** The baseline that centres a size in a row whose upper edge is given. */
  readonly baseline: (top: Mm, points: Pt, font: FontRole, height?: Mm) => Mm;
  readonly cut: (text: string, font?: FontRole) => Token[];
  readonly line: (line: Line, top: Mm, extra?: Partial<TextRun>) => Item[];
  /** A paragraph as rows: indents in characters. */
  readonly paragraph: (text: string, options?: ParagraphOptions) => Row[];
  /** A line in any size, centred on the area. */
  readonly centred: (text: string, font: FontRole, points: Pt, y: Mm, extra?: Partial<TextRun>) => TextRun[];
};

export type ParagraphOptions = {
  readonly font?: FontRole;
  /** A lead in another face at the beginning: `签发人：` before a name. */
  readonly lead?: { readonly text: string; readonly font: FontRole };
  readonly first?: number;
  readonly rest?: number;
  readonly tag?: string;
  readonly row?: Partial<Omit<Row, 'draw'>>;
};

export function makeSetting(fonts: FontSet): Setting {
  const body: Cells = { pitch: grid.cellPitch, size: size.三号, fonts };
  const baseline: Setting['baseline'] = (top, points, font, height = grid.rowPitch) => {
    const em = mmOf(points);
    return top + height / 2 + em / 2 - em * fonts.cut(font).face.emDescent;
  };
  const cut: Setting['cut'] = (text, font = 'fangsong') => cutTokens(text, font, body);
  const line: Setting['line'] = (one, top, extra) =>
    setTokens(one.tokens, area.left + one.indent * grid.cellPitch, baseline(top, size.三号, 'fangsong'), body, extra);
  return {
    fonts,
    body,
    baseline,
    cut,
    line,
    paragraph(text, options = {}) {
      const { font = 'fangsong', first = 2, rest = 0, tag, lead, row } = options;
      const tokens = [...(lead ? cut(lead.text, lead.font) : []), ...cut(text, font)];
      return breakLines(tokens, grid.columns, first, rest).map((one, i) => ({
        isText: true,
        ...row,
        ...(i > 0 && row?.heading ? { heading: undefined } : {}),
        draw: (top) => line(one, top, tag ? { tag } : {}),
      }));
    },
    centred(text, font, points, y, extra) {
      const em = mmOf(points);
      const cells: Cells = { pitch: em, size: points, fonts };
      const tokens = cutTokens(text, font, cells);
      return setTokens(tokens, area.left + (area.width - cellsOf(tokens) * em) / 2, y, cells, extra);
    },
  };
}

/** A row of text flush right, so many characters from the edge. */
export function rightRow(setting: Setting, text: string, fromRight: number, tag: string): Row {
  const tokens = setting.cut(text);
  const indent = grid.columns - fromRight - cellsOf(tokens);
  return { draw: (top) => setting.line({ tokens, indent }, top, { tag }), isText: false };
}

export const blanks = (count: number): Row[] => new Array<Row>(Math.max(0, count)).fill(blank);
