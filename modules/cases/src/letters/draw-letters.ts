// The thread that draws letters: one after another, the fonts opened once.
import { parentPort } from 'node:worker_threads';
import { composeSheet, loadFonts, type Sheet, writePdf } from '@zhengtong/ofd';

const fonts = loadFonts();

parentPort?.on('message', async ({ id, sheet }: { id: number; sheet: Sheet }) => {
  try {
    const { bytes } = await writePdf(composeSheet(sheet, fonts), fonts);
    parentPort?.postMessage({ id, bytes });
  } catch (error) {
    parentPort?.postMessage({ id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
