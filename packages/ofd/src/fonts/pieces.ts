import type { Layout, Mm, TextRun } from '../layout/layout.ts';
import type { Face } from './face.ts';
import type { Cut, FontSet } from './font-set.ts';

/** A part of a run that one face can draw. */
export type Piece = {
  readonly run: TextRun;
  readonly cut: Cut;
  readonly face: Face;
  readonly text: string;
  readonly at: readonly Mm[];
};

/** A font to embed: one face in one role, with the characters used. */
export type UsedFont = { readonly cut: Cut; readonly face: Face; readonly codePoints: Set<number> };

export type Prepared = {
  readonly pieces: ReadonlyMap<TextRun, readonly Piece[]>;
  readonly fonts: readonly UsedFont[];
  readonly fontOf: (piece: Piece) => UsedFont;
  /** Characters no face has; they come out as an empty box, and the writer's caller is told. */
  readonly missing: ReadonlySet<string>;
};

/** Splits every run of the layout by the face that has the glyph. Both writers work from this, hence draw the same. */
export function preparePieces(layout: Layout, fonts: FontSet): Prepared {
  const pieces = new Map<TextRun, Piece[]>();
  const used = new Map<string, UsedFont>();
  const missing = new Set<string>();
  const keyOf = (cut: Cut, face: Face): string => `${cut.role}/${face.postscriptName}`;
  for (const page of layout.pages) {
    for (const item of page.items) {
      if (item.kind === 'text') pieces.set(item, splitRun(item, fonts, missing));
    }
  }
  for (const list of pieces.values()) {
    for (const piece of list) {
      const key = keyOf(piece.cut, piece.face);
      let font = used.get(key);
      if (!font) {
        font = { cut: piece.cut, face: piece.face, codePoints: new Set() };
        used.set(key, font);
      }
      for (const char of piece.text) font.codePoints.add(char.codePointAt(0) as number);
    }
  }
  return {
    pieces,
    fonts: [...used.values()],
    fontOf: (piece) => used.get(keyOf(piece.cut, piece.face)) as UsedFont,
    missing,
  };
}

function splitRun(run: TextRun, fonts: FontSet, missing: Set<string>): Piece[] {
  const cut = fonts.cut(run.font);
  const chars = [...run.text];
  if (chars.length !== run.at.length) throw new Error(`${chars.length} characters and ${run.at.length} places`);
  const found: Piece[] = [];
  let face: Face | undefined;
  let from = 0;
  const close = (to: number): void => {
    if (!face || from === to) return;
    found.push({ run, cut, face, text: chars.slice(from, to).join(''), at: run.at.slice(from, to) });
    from = to;
  };
  chars.forEach((char, i) => {
    const codePoint = char.codePointAt(0) as number;
    let next: Face | undefined = cut.face;
    if (!next.has(codePoint)) {
      next = fonts.fallbacks().find((other) => other.has(codePoint));
      if (!next) {
        missing.add(char);
        next = cut.face;
      }
    }
    if (next !== face) {
      close(i);
      face = next;
    }
  });
  close(chars.length);
  return found;
}
