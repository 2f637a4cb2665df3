// The thread that draws papers: one after another, the fonts opened once.
import { parentPort } from 'node:worker_threads';
import { loadFonts } from '../fonts/font-set.ts';
import { composeFramed } from '../framed/compose-framed.ts';
import { writePdf } from '../pdf/write-pdf.ts';
import { composeSheet } from '../sheet/compose-sheet.ts';
import { writeOfd } from '../write/write-ofd.ts';
import type { Asked, Drawn, Paper } from './paper.ts';

const fonts = loadFonts();

const compose = (paper: Paper) =>
  paper.kind === 'sheet' ? composeSheet(paper.sheet, fonts) : composeFramed(paper.framed, fonts);

parentPort?.on('message', async ({ id, paper, format }: Asked) => {
  try {
    const layout = compose(paper);
    const { bytes } = format === 'pdf' ? await writePdf(layout, fonts) : writeOfd(layout, fonts);
    parentPort?.postMessage({ id, bytes } satisfies Drawn);
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ id, fault } satisfies Drawn);
  }
});
