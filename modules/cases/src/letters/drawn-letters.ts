import { type DrawPaper, drawInThread } from '@zhengtong/ofd';
import type { LetterRenderer } from './render-letter.ts';

/** Letters as PDF or OFD, drawn and sealed where the program draws all its papers. */
export const drawnLetters =
  (draw: DrawPaper = drawInThread()): LetterRenderer =>
  (sheet, { format, seal }) =>
    draw({ kind: 'sheet', sheet }, format, seal?.folder);
