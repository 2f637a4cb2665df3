import type { Face } from '../fonts/face.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { type FontRole, type Mm, mmOf, type Pt, type TextRun } from '../layout/layout.ts';

/** A piece of text that is never broken, in cells of one character's pitch. */
export type Token = {
  readonly text: string;
  readonly font: FontRole;
  readonly cells: number;
  /** Where each character stands inside, and the squeeze that makes it fit. */
  readonly offsets: readonly Mm[];
  readonly scaleX: number;
};

/** A grid to set text on: the pitch of a cell and the size of what stands in it. */
export type Cells = { readonly pitch: Mm; readonly size: Pt; readonly fonts: FontSet };

const wideBelow2e80 =
  /[\u00b7\u00d7\u00f7\u00b1\u00b0\u2014\u2018\u2019\u201c\u201d\u2026\u2030\u2032\u2033\u2103\u2116\u2160-\u2179\u2190-\u22ff\u2460-\u24ff\u2500-\u27ff]/;

/** Full-width characters take a cell, everything else half of one: the metrics of 仿宋, whatever stands in its place. */
export const isWide = (char: string): boolean => (char.codePointAt(0) as number) >= 0x2e80 || wideBelow2e80.test(char);

/** Cuts text into tokens: each full-width character by itself, each word or number whole (5.2: 数字、年份不回行). */
export function cutTokens(text: string, font: FontRole, cells: Cells): Token[] {
  const tokens: Token[] = [];
  for (const [part] of text.matchAll(/[\u0021-\u2e7f]+|[\s\S]/gu)) {
    if (part.length === 1 || [...part].length === 1) tokens.push(oneToken(part, font, cells));
    else for (const piece of splitWide(part)) tokens.push(oneToken(piece, font, cells));
  }
  return tokens;
}

// An address or identifier longer than this is cut: left whole it would run off the page.
const mostInWord = 40;

// The range above also holds dashes, quotation marks and circled numbers, which are full-width.
function splitWide(part: string): string[] {
  const pieces: string[] = [];
  for (const char of part) {
    const last = pieces.at(-1);
    const isWord = last !== undefined && last.length < mostInWord && !isWide(last);
    if (isWord && !isWide(char)) pieces[pieces.length - 1] = last + char;
    else pieces.push(char);
  }
  return pieces;
}

function oneToken(text: string, font: FontRole, cells: Cells): Token {
  const chars = [...text];
  const em = mmOf(cells.size);
  const widths = chars.map((char) => advanceOf(char, font, cells.fonts) * em);
  const natural = widths.reduce((sum, width) => sum + width, 0);
  const count = chars.reduce((sum, char) => sum + (isWide(char) ? 1 : 0.5), 0);
  const room = count * cells.pitch;
  if (isWide(chars[0] as string)) {
    return { text, font, cells: 1, offsets: [(cells.pitch - natural) / 2], scaleX: 1 };
  }
  const scaleX = Math.min(1, room / natural);
  let x = (room - natural * scaleX) / 2;
  const offsets = widths.map((width) => {
    const at = x;
    x += width * scaleX;
    return at;
  });
  return { text, font, cells: count, offsets, scaleX };
}

function advanceOf(char: string, font: FontRole, fonts: FontSet): number {
  const codePoint = char.codePointAt(0) as number;
  const own = fonts.cut(font).face;
  const face: Face = own.has(codePoint) ? own : (fonts.fallbacks().find((other) => other.has(codePoint)) ?? own);
  return face.advance(codePoint);
}

export const cellsOf = (tokens: readonly Token[]): number => tokens.reduce((sum, token) => sum + token.cells, 0);

/** Runs that draw these tokens from `x` on the baseline `y`; neighbours in one face and squeeze become one run. */
export function setTokens(
  tokens: readonly Token[],
  x: Mm,
  y: Mm,
  cells: Cells,
  extra: Partial<TextRun> = {},
): TextRun[] {
  const runs: { text: string; at: Mm[]; font: FontRole; scaleX: number }[] = [];
  let left = x;
  for (const token of tokens) {
    const at = token.offsets.map((offset) => left + offset);
    const last = runs.at(-1);
    // A narrow space draws nothing and must not tear a line into three runs.
    const joins = last && last.font === token.font && (last.scaleX === token.scaleX || token.text.trim() === '');
    if (joins) {
      last.text += token.text;
      last.at.push(...at);
    } else runs.push({ text: token.text, at, font: token.font, scaleX: token.scaleX });
    left += token.cells * cells.pitch;
  }
  return runs
    .filter((run) => run.text.trim() !== '')
    .map(({ scaleX, ...run }) => ({
      kind: 'text',
      size: cells.size,
      y,
      ...run,
      ...(scaleX === 1 ? {} : { scaleX }),
      ...extra,
    }));
}
