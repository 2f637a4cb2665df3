import type { Color, FontRole, Mm, Pt } from '../layout/layout.ts';

/** A line of text as found, wherever from. Measures are mm on the page; `baseline` is where the characters stand. */
export type SeenLine = {
  readonly page: number;
  readonly text: string;
  readonly left: Mm;
  readonly right: Mm;
  readonly baseline: Mm;
  readonly size: Pt;
  readonly font: FontRole | undefined;
  readonly fontName: string;
  readonly color: Color | undefined;
  /** Where each character begins. */
  readonly at: readonly Mm[];
};

export type SeenBar = {
  readonly page: number;
  readonly x: Mm;
  readonly y: Mm;
  readonly width: Mm;
  readonly height: Mm;
  readonly color: Color | undefined;
};
export type SeenStamp = {
  readonly page: number;
  readonly x: Mm;
  readonly y: Mm;
  readonly width: Mm;
  readonly height: Mm;
};

/** A paragraph of a word processor's file: what it says of itself, places are unknown. */
export type SeenParagraph = {
  readonly text: string;
  readonly font: FontRole | undefined;
  readonly fontName: string;
  readonly size: Pt | undefined;
  readonly align: string | undefined;
  /** First-line indent in characters. */
  readonly firstChars: number | undefined;
  /** From line to line, where it is fixed. */
  readonly linePitch: Pt | undefined;
};

/** What a checker knows of a document. Absent parts were not to be had from that kind of file. */
export type Seen = {
  readonly source: 'ofd' | 'pdf' | 'docx';
  readonly pages: readonly { readonly width: Mm; readonly height: Mm }[];
  readonly lines: readonly SeenLine[];
  readonly bars: readonly SeenBar[];
  readonly stamps: readonly SeenStamp[];
  readonly paragraphs: readonly SeenParagraph[];
  readonly margins?: { readonly top: Mm; readonly left: Mm; readonly right: Mm; readonly bottom: Mm };
};

const names: readonly [RegExp, FontRole][] = [
  [/小标宋|xiaobiaosong|xbsjw|serif.*bold|stzhongsong/i, 'xiaobiaosong'],
  [/仿宋|fangsong|simfang|stfang|serif.*light/i, 'fangsong'],
  [/楷|kai|serif.*medium/i, 'kaiti'],
  [/黑体|simhei|hei|sans.*(medium|bold)/i, 'heiti'],
  [/宋体|simsun|song|serif/i, 'songti'],
];

/** The role a font's name tells of; the family says it where open faces stand in for official ones. */
export const roleOf = (...given: (string | undefined)[]): FontRole | undefined => {
  for (const name of given) {
    const found = name ? names.find(([pattern]) => pattern.test(name)) : undefined;
    if (found) return found[1];
  }
  return undefined;
};

/** Texts in reading order, of lines or of paragraphs. */
export const textsOf = (seen: Seen): string[] =>
  seen.lines.length > 0 ? seen.lines.map((line) => line.text) : seen.paragraphs.map((paragraph) => paragraph.text);

/** A piece as it comes; `end` is its right edge where the file tells. */
type Glyphs = Omit<SeenLine, 'right' | 'left'> & { readonly em: Mm; readonly end?: Mm };

// Half-width characters, and marks whose right half is empty and may lie outside.
const isHalf = (char: string): boolean =>
  (char.codePointAt(0) ?? 0) < 0x2000 || /[，。、；：？！）〕》」』】”’]/.test(char);

/** Joins pieces that stand on one baseline into lines, left to right; the piece with most text gives size and face. */
export function joinLines(pieces: readonly Glyphs[]): SeenLine[] {
  const rows: Glyphs[][] = [];
  const sorted = [...pieces].sort(
    (a, b) => a.page - b.page || a.baseline - b.baseline || (a.at[0] ?? 0) - (b.at[0] ?? 0),
  );
  for (const piece of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && first.page === piece.page && Math.abs(first.baseline - piece.baseline) < 0.8) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => {
    const ordered = row.sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0));
    const main = [...ordered].sort((a, b) => b.text.length - a.text.length)[0] as Glyphs;
    const last = ordered.at(-1) as Glyphs;
    const lastChar = [...last.text].at(-1) ?? '';
    const { em: _em, end: _end, ...rest } = main;
    return {
      ...rest,
      text: ordered.map((piece) => piece.text).join(''),
      at: ordered.flatMap((piece) => piece.at),
      left: ordered[0]?.at[0] ?? 0,
      right: last.end ?? (last.at.at(-1) ?? 0) + (isHalf(lastChar) ? last.em / 2 : lastWidth(last)),
    };
  });
}

// A squeezed mark's characters are narrower than its size says: their distance tells.
function lastWidth({ at, em, size }: Glyphs): Mm {
  const step = (at.at(-1) ?? 0) - (at.at(-2) ?? Number.NEGATIVE_INFINITY);
  return size > 24 && step > em * 0.4 ? Math.min(em, step) : em;
}
