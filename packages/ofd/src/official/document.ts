import type { Attachment, ImageFile } from '../layout/layout.ts';
import type { DocumentKind } from './standard.ts';

/** A table: every row as many cells as the header, which is repeated on each page the table goes on to. */
export type TableBlock = {
  readonly kind: 'table';
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly align: readonly ('left' | 'centre' | 'right')[];
};

/** A block of text: a paragraph, a heading of level 1–4 (一、／（一）／1.／（1）), or a table. */
export type Block =
  | TableBlock
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string };

export type DocumentNumber = { readonly code: string; readonly year: number; readonly sequence: number };

/** An official document as its parts (GB/T 9704-2012, 7), before any layout. */
export type OfficialDocument = {
  /** 文件格式, or one of the special forms of clause 10. */
  readonly form: 'document' | 'letter' | 'order' | 'minutes';
  readonly kind?: DocumentKind;
  /** 份号, up to six digits. */
  readonly copyNumber?: number;
  /** 密级和保密期限. */
  readonly secrecy?: { readonly level: '绝密' | '机密' | '秘密'; readonly term?: string };
  readonly urgency?: '特急' | '加急' | '特提' | '平急';
  /** 发文机关, host first. */
  readonly issuers: readonly string[];
  /** What stands in red instead of issuers + 文件. */
  readonly mark?: string;
  readonly number?: DocumentNumber;
  /** 签发人, upward documents only. */
  readonly signers?: readonly string[];
  /** Lines as the drafter wants them; a single line is broken by word where it is too long. */
  readonly title: readonly string[];
  readonly addressees: readonly string[];
  readonly body: readonly Block[];
  readonly annexes: readonly Annex[];
  /** Name under the text; the issuers where absent. Empty for none. */
  readonly signedBy?: readonly string[];
  /** 成文日期, `2026-11-23`. */
  readonly date: string;
  readonly seal: SealPlan;
  /** 附注, without its brackets. */
  readonly note?: string;
  readonly copyTo?: readonly string[];
  /** 印发机关和印发日期. */
  readonly printed?: { readonly by: string; readonly on: string };
  /** 版记 on the last even page, as booklets printed on both sides need it; a blank page may come before. */
  readonly imprintOnEvenPage?: boolean;
  /** 纪要: 出席, 请假, 列席. */
  readonly attendance?: readonly { readonly role: '出席' | '请假' | '列席'; readonly names: readonly string[] }[];
  /** Files carried inside, not printed. */
  readonly enclosures?: readonly Attachment[];
};

/** An annex printed behind the document (7.3.9). */
export type Annex = { readonly title: string; readonly body: readonly Block[] };

/** How the end is authenticated (7.3.5): by seal, without, or by a leader's signature stamp. */
export type SealPlan =
  | { readonly kind: 'seal'; readonly diameter: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'signature'; readonly post: string; readonly name: string; readonly image?: ImageFile };
