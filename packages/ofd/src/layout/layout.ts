/** Millimetres from the upper left corner of the page, y downwards: the unit of OFD (GB/T 33190-2016, 7.4). */
export type Mm = number;

/** Points, 1/72 inch: how type sizes are named (三号 is 16 pt). */
export type Pt = number;

/** Red, green, blue, 0–255 each. */
export type Color = readonly [number, number, number];

/** The five faces official documents are set in (GB/T 9704-2012); which file stands behind each is the font set's business. */
export type FontRole = 'fangsong' | 'xiaobiaosong' | 'heiti' | 'kaiti' | 'songti';

/** A run of text in one face and size. Every character's place is fixed here, so that OFD and PDF cannot differ. */
export type TextRun = {
  readonly kind: 'text';
  readonly font: FontRole;
  readonly size: Pt;
  readonly text: string;
  /** Where each character's advance box begins, one entry per code point. */
  readonly at: readonly Mm[];
  /** The baseline. */
  readonly y: Mm;
  readonly color?: Color;
  /** Horizontal squeeze of the glyphs, 1 where absent; places in `at` are final and not scaled again. */
  readonly scaleX?: number;
  /** What the run is (`发文字号`), kept as a custom tag in OFD. */
  readonly tag?: string;
};

export type PathStep =
  | { readonly op: 'M' | 'L'; readonly x: Mm; readonly y: Mm }
  | { readonly op: 'B'; readonly points: readonly [Mm, Mm, Mm, Mm, Mm, Mm] }
  | { readonly op: 'C' };

/** Lines and areas. Filled, stroked or both; `width` is the line's. */
export type PathShape = {
  readonly kind: 'path';
  readonly steps: readonly PathStep[];
  readonly fill?: Color;
  readonly stroke?: Color;
  readonly width?: Mm;
  readonly tag?: string;
};

/** A picture of the layout's `images`, stretched into its box. */
export type Picture = {
  readonly kind: 'image';
  readonly image: string;
  readonly x: Mm;
  readonly y: Mm;
  readonly width: Mm;
  readonly height: Mm;
  readonly tag?: string;
};

export type Item = TextRun | PathShape | Picture;

export type Page = { readonly width: Mm; readonly height: Mm; readonly items: readonly Item[] };

export type ImageFile = { readonly format: 'png' | 'jpeg'; readonly bytes: Uint8Array };

/** A heading in the reader's side bar; `page` counts from 0, `y` is where on it. */
export type Outline = {
  readonly title: string;
  readonly page: number;
  readonly y?: Mm;
  readonly children?: readonly Outline[];
};

/** A file carried inside the document. `name` is what a person sees. */
export type Attachment = { readonly name: string; readonly bytes: Uint8Array; readonly mediaType?: string };

export type Meta = {
  readonly title: string;
  readonly author?: string;
  readonly subject?: string;
  readonly keywords?: readonly string[];
  /** Civil date, `2026-11-23`. */
  readonly createdOn?: string;
  /** 32 hexadecimal digits; from the content where absent, so that equal layouts give equal bytes. */
  readonly docId?: string;
  /** Anything else, name to value (OFD CustomDatas, PDF information dictionary). */
  readonly custom?: Readonly<Record<string, string>>;
};

/** Where a seal belongs. OFD shows it by the signature that is put there later, never as a picture of the page. */
export type Stamp = {
  readonly page: number;
  readonly x: Mm;
  readonly y: Mm;
  readonly width: Mm;
  readonly height: Mm;
  /** Whose seal: 0 for the first of the issuers. */
  readonly issuer: number;
};

/** The one typed layout from which both files come. */
export type Layout = {
  readonly meta: Meta;
  readonly pages: readonly Page[];
  readonly images?: Readonly<Record<string, ImageFile>>;
  readonly outlines?: readonly Outline[];
  readonly attachments?: readonly Attachment[];
  readonly stamps?: readonly Stamp[];
};

/** Millimetres of so many points. */
export const mmOf = (points: Pt): Mm => (points * 25.4) / 72;
/** Points of so many millimetres. */
export const ptOf = (mm: Mm): Pt => (mm * 72) / 25.4;

export const A4 = { width: 210, height: 297 } as const;
export const black: Color = [0, 0, 0];
/** The red of the header and of seals on screen: the standard's Y80 M80 (GB/T 9704-2012, 6.3) turned into light. */
export const red: Color = [230, 0, 18];
