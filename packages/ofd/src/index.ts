export { type FontFiles, type FontSet, loadFonts } from './fonts/font-set.ts';
export type * from './layout/layout.ts';
export { composeDocument } from './official/compose.ts';
export type { Block, OfficialDocument } from './official/document.ts';
export { readMarkdown } from './official/markdown.ts';
export { type WrittenPdf, writePdf } from './pdf/write-pdf.ts';
export { type WrittenOfd, writeOfd } from './write/write-ofd.ts';
