/** Why there is nothing to look at; the file itself can be downloaded all the same. */
export type WhyNone = 'kind' | 'too-large' | 'locked' | 'broken' | 'too-slow';

export type DrawnFacts =
  | { readonly kind: 'drawn'; readonly pages: number; readonly shown: number }
  | { readonly kind: 'none'; readonly why: WhyNone };

/** Kinds that can be drawn. */
export const drawable: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png'];

export const mostPages = 5;
/** Pixels across. */
export const pageWidth = 900;
export const tallestPage = 2400;
/** A camera of 64 megapixels; decoded it is 256 MB. */
export const mostImagePixels = 64_000_000;
export const drawingMs = 20_000;
/** Resident memory of the drawing process. */
export const drawingBytes = 700 * 1_048_576;
export const mostPreviewBytes = 8 * 1_048_576;
