import type { LetterRenderer } from './render-letter.ts';

/** Letters as PDF. The fonts (some 40 MB) are opened with the first letter a process draws, and kept. */
export function pdfLetters(): LetterRenderer {
  let opening: ReturnType<typeof open> | undefined;
  return async (sheet) => {
    // A failed opening is tried again with the next letter.
    opening ??= open().catch((error) => {
      opening = undefined;
      throw error;
    });
    const { ofd, fonts } = await opening;
    const { bytes } = await ofd.writePdf(ofd.composeSheet(sheet, fonts), fonts);
    return bytes;
  };
}

async function open() {
  const ofd = await import('@zhengtong/ofd');
  return { ofd, fonts: ofd.loadFonts() };
}
