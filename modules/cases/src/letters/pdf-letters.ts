import { type DrawPaper, drawInThread } from '@zhengtong/ofd';
import type { LetterRenderer } from './render-letter.ts';

/** Letters as PDF, drawn where the program draws all its papers. */
export const pdfLetters =
  (draw: DrawPaper = drawInThread()): LetterRenderer =>
  (sheet) =>
    draw({ kind: 'sheet', sheet }, 'pdf');
