// The thread that draws papers: one after another, the fonts opened once.
import { parentPort } from 'node:worker_threads';
import { loadFonts } from '../fonts/font-set.ts';
import { composeFramed } from '../framed/compose-framed.ts';
import { writePdf } from '../pdf/write-pdf.ts';
import { openSealFolder } from '../seal/seal-folder.ts';
import { writeSealedOfd } from '../seal/seal-ofd.ts';
import { composeSheet } from '../sheet/compose-sheet.ts';
import { writeOfd } from '../write/write-ofd.ts';
import type { Asked, Drawn, Paper } from './paper.ts';

const fonts = loadFonts();

const compose = (paper: Paper) =>
  paper.kind === 'sheet' ? composeSheet(paper.sheet, fonts) : composeFramed(paper.framed, fonts);

async function draw({ paper, format, sealFolder }: Asked): Promise<Uint8Array> {
  const layout = compose(paper);
  if (format === 'pdf') return (await writePdf(layout, fonts)).bytes;
  const seal = sealFolder === undefined ? undefined : openSealFolder(sealFolder);
  if (!seal) return writeOfd(layout, fonts).bytes;
  return writeSealedOfd(layout, fonts, [{ ...seal, stamps: layout.stamps ?? [] }], Date.now()).bytes;
}

parentPort?.on('message', async (asked: Asked) => {
  const { id } = asked;
  try {
    parentPort?.postMessage({ id, bytes: await draw(asked) } satisfies Drawn);
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ id, fault } satisfies Drawn);
  }
});
