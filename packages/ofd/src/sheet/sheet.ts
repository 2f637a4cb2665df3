import type { Attachment, ImageFile, Mm } from '../layout/layout.ts';

/** A part of a sheet, one under the other. */
export type SheetBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly isIndented?: boolean }
  /** Two columns with rules: 申请人 | 某某. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly [key: string, value: string])[] }
  /** Small type, for what has to be said but not shouted. */
  | { readonly kind: 'note'; readonly text: string };

/** Anything a citizen is handed that is no official document of GB/T 9704: receipts, decisions, notices of a case. */
export type Sheet = {
  readonly title: string;
  /** Over the title: who speaks. */
  readonly organ?: string;
  /** Under the title, at the right: 文号 or 受理编号. */
  readonly number?: string;
  readonly blocks: readonly SheetBlock[];
  /** At the right under the text; the seal goes over it. */
  readonly signature?: { readonly name: string; readonly date: string };
  /** Where an electronic seal will go (OFD), or the picture of one (PDF): its diameter. */
  readonly seal?: { readonly diameter: Mm; readonly image?: ImageFile };
  /** A two-dimensional code as its modules, `rows[y][x]` dark or not, without the quiet zone. */
  readonly code?: { readonly rows: readonly (readonly boolean[])[]; readonly caption: string };
  /** At the foot of every page. */
  readonly footer?: string;
  readonly attachments?: readonly Attachment[];
  /** `2026-11-23`; also what the file says it was made on. */
  readonly createdOn?: string;
};
