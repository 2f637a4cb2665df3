import type { Mm } from '../layout/layout.ts';
import { numbersOf } from '../xml/read-xml.ts';

export type Box = { readonly x: Mm; readonly y: Mm; readonly width: Mm; readonly height: Mm };

/** a b c d e f as in `x' = a·x + c·y + e`, `y' = b·x + d·y + f` (GB/T 33190, 8.2). */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

export function readBox(text: string | undefined): Box | undefined {
  const [x, y, width, height] = numbersOf(text) ?? [];
  return x === undefined || y === undefined || width === undefined || height === undefined
    ? undefined
    : { x, y, width, height };
}

export function readMatrix(text: string | undefined): Matrix {
  const values = numbersOf(text);
  return values?.length === 6 ? (values as unknown as Matrix) : identity;
}

export const apply = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** Distances between characters: `1 2 g 3 4` is 1 2 4 4 4 (GB/T 33190, 11.3). At most `limit` of them, whatever `g` says. */
export function readDistances(text: string | undefined, limit: number): number[] {
  const words = text?.trim().split(/\s+/) ?? [];
  const distances: number[] = [];
  for (let i = 0; i < words.length && distances.length < limit; ) {
    if (words[i] === 'g') {
      const count = Math.min(Number(words[i + 1]) || 0, limit - distances.length);
      const value = Number(words[i + 2]) || 0;
      for (let n = 0; n < count; n++) distances.push(value);
      i += 3;
    } else {
      distances.push(Number(words[i]) || 0);
      i += 1;
    }
  }
  return distances;
}
