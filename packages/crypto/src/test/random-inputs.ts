// A seeded source, so that a failing input can be made again from its seed and number.

import { chance } from '@zhengtong/kernel';

export type Source = { next(): number; below(n: number): number };

export function seededSource(seed: number): Source {
  const next = chance(seed);
  return { next, below: (n) => Math.floor(next() * n) };
}

const evilBytes = [
  0x00, 0x01, 0x7f, 0x80, 0x81, 0x82, 0x84, 0x88, 0xff, 0x30, 0x31, 0x02, 0x03, 0x04, 0x05, 0x06, 0x24,
];

/** One to four changes: a bit, a byte, a run cut out, doubled, swapped in from elsewhere, or the end cut off. */
export function mutate(source: Source, bytes: Uint8Array, alphabet: readonly number[] = evilBytes): Uint8Array {
  let out = Array.from(bytes);
  for (let changes = 1 + source.below(4); changes > 0; changes--) {
    const at = source.below(out.length + 1);
    const length = 1 + source.below(8);
    const letter = alphabet[source.below(alphabet.length)] ?? 0;
    switch (source.below(7)) {
      case 0:
        if (at < out.length) out[at] = (out[at] ?? 0) ^ (1 << source.below(8));
        break;
      case 1:
        if (at < out.length) out[at] = letter;
        break;
      case 2:
        out.splice(at, length);
        break;
      case 3:
        out.splice(at, 0, letter);
        break;
      case 4:
        out.splice(at, 0, ...out.slice(at, at + length));
        break;
      case 5:
        out = out.slice(0, at);
        break;
      default:
        out.splice(source.below(out.length + 1), 0, ...out.slice(at, at + length));
    }
  }
  return Uint8Array.from(out);
}

export const randomRun = (source: Source, length: number, alphabet: readonly number[] = evilBytes): Uint8Array =>
  Uint8Array.from({ length: source.below(length) }, () =>
    source.below(3) === 0 ? source.below(256) : (alphabet[source.below(alphabet.length)] ?? 0),
  );
