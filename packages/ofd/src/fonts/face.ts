import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';

export type GlyphBox = { readonly top: number; readonly bottom: number };

export type OutlineStep = { readonly op: 'M' | 'L' | 'Q' | 'B' | 'C'; readonly points: readonly number[] };

const outlineOps: Record<string, OutlineStep['op']> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'B',
  closePath: 'C',
};

/** One font file, opened. All measures are parts of the em. */
export type Face = {
  readonly file: Uint8Array;
  /** Index inside a collection (.ttc), 0 otherwise. */
  readonly index: number;
  readonly postscriptName: string;
  readonly familyName: string;
  readonly has: (codePoint: number) => boolean;
  readonly advance: (codePoint: number) => number;
  /** Ink above and below the baseline: what a ruler finds on paper. */
  readonly inkBox: (codePoint: number) => GlyphBox;
  /** The outline, y upwards from the baseline: what a seal's writing is drawn from. */
  readonly outline: (codePoint: number) => readonly OutlineStep[];
  /** The lower edge of the ideographic em box under the baseline, a positive part of the em. */
  readonly emDescent: number;
};

/** Opens a TrueType or OpenType file or collection. Throws where the file is none: fonts are configuration, not input. */
export function openFace(path: string, index = 0): Face {
  const file = readFileSync(path);
  const opened = fontkit.create(file);
  const font = 'fonts' in opened ? opened.fonts[index] : opened;
  if (!font) throw new Error(`no font ${index} in ${path}`);
  const em = font.unitsPerEm;
  const advances = new Map<number, number>();
  const os2 = font['OS/2'] as { typoAscender: number; typoDescender: number } | undefined;
  const emBox = os2 && os2.typoAscender - os2.typoDescender === em ? -os2.typoDescender / em : 0.12;
  return {
    file,
    index,
    postscriptName: font.postscriptName,
    familyName: font.familyName,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    advance: (codePoint) => {
      let known = advances.get(codePoint);
      if (known === undefined) {
        known = font.glyphForCodePoint(codePoint).advanceWidth / em;
        advances.set(codePoint, known);
      }
      return known;
    },
    inkBox: (codePoint) => {
      const box = font.glyphForCodePoint(codePoint).bbox;
      return { top: box.maxY / em, bottom: -box.minY / em };
    },
    outline: (codePoint) =>
      font.glyphForCodePoint(codePoint).path.commands.map(({ command, args }) => ({
        op: outlineOps[command] ?? 'C',
        points: args.map((value) => value / em),
      })),
    emDescent: emBox,
  };
}
