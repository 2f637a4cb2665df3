import type { FontSet } from '../fonts/font-set.ts';
import { type Color, type FontRole, type Item, type Mm, mmOf, type Pt } from '../layout/layout.ts';
import { breakLines } from '../official/break-lines.ts';
import { type Cells, cellsOf, cutTokens, setTokens } from '../official/cells.ts';

/** A face, its size, and the height of a line of it. */
export type TextStyle = {
  readonly font: FontRole;
  readonly size: Pt;
  readonly leading: Mm;
  readonly color?: Color;
};

export type Put = ReturnType<typeof makePut>;

/** Sets text into a column that begins at `left` and is `width` wide; `top` is where the line's height begins. */
export function makePut(fonts: FontSet, left: Mm, width: Mm) {
  const cellsFor = (style: TextStyle): Cells => ({ pitch: mmOf(style.size), size: style.size, fonts });
  const baseline = (top: Mm, style: TextStyle): Mm => {
    const em = mmOf(style.size);
    return top + style.leading / 2 + em / 2 - em * fonts.cut(style.font).face.emDescent;
  };
  const cut = (text: string, style: TextStyle) => cutTokens(text, style.font, cellsFor(style));
  const widthOf = (text: string, style: TextStyle): Mm => cellsOf(cut(text, style)) * mmOf(style.size);
  const extraOf = ({ color }: TextStyle, tag?: string) => ({ ...(tag ? { tag } : {}), ...(color ? { color } : {}) });
  const at = (text: string, style: TextStyle, x: Mm, top: Mm, tag?: string): Item[] =>
    setTokens(cut(text, style), x, baseline(top, style), cellsFor(style), extraOf(style, tag));
  return {
    at,
    widthOf,
    centred: (text: string, style: TextStyle, top: Mm, tag?: string): Item[] =>
      at(text, style, left + (width - widthOf(text, style)) / 2, top, tag),
    right: (text: string, style: TextStyle, top: Mm, tag?: string): Item[] =>
      at(text, style, left + width - widthOf(text, style), top, tag),
    /** The text broken to a width; each line is drawn at a place given later. */
    lines: (text: string, style: TextStyle, room: Mm, indent: number): ((x: Mm, top: Mm) => Item[])[] => {
      const em = mmOf(style.size);
      const columns = Math.floor((room / em) * 2 + 1e-6) / 2;
      // A line break in the text is one on paper; the first line of each part is indented.
      return text
        .split('\n')
        .flatMap((part) =>
          breakLines(cut(part, style), columns, indent, 0).map(
            (line) => (x: Mm, top: Mm) =>
              setTokens(line.tokens, x + line.indent * em, baseline(top, style), cellsFor(style), extraOf(style)),
          ),
        );
    },
  };
}
