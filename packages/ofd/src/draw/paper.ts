import type { Framed } from '../framed/framed.ts';
import type { Sheet } from '../sheet/sheet.ts';

/** What can be drawn by description alone: a sheet of text, or a framed page. */
export type Paper =
  | { readonly kind: 'sheet'; readonly sheet: Sheet }
  | { readonly kind: 'framed'; readonly framed: Framed };

/** Both from the same layout: PDF for every device, OFD (GB/T 33190) for offices. */
export type PaperFormat = 'pdf' | 'ofd';

/**
 * Makes a file of a paper. Only OFD carries a seal: that of the folder given (`openSealFolder`), opened in the thread, so
 * that no key leaves it.
 */
export type DrawPaper = (paper: Paper, format: PaperFormat, sealFolder?: string) => Promise<Uint8Array>;

/** What goes to the thread and what comes back. */
export type Asked = {
  readonly id: number;
  readonly paper: Paper;
  readonly format: PaperFormat;
  readonly sealFolder: string | undefined;
};
export type Drawn = { readonly id: number; readonly bytes?: Uint8Array; readonly fault?: string };
