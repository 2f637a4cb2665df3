import { create } from 'qrcode';

/** The modules of a two-dimensional code, dark or not, without the quiet zone. Level M survives a fold or a stain. */
export function qrRows(text: string): boolean[][] {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  return Array.from({ length: size }, (_, y) => Array.from(data.subarray(y * size, (y + 1) * size), Boolean));
}
