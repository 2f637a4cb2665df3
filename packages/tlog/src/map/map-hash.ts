import type { Hash } from '../tree-hash.ts';

/**
 * What stands at a place of the map: nothing, one key, or a fork of two sides. A place with a single key below it is
 * that key's leaf, however deep a full tree would put it; so paths are about log2(keys) long, not 256.
 */
export type Place = { kind: 'empty' | 'leaf' | 'fork'; hash: Uint8Array };

/** No hash is known to be all zeroes, so this can stand for "nothing here". */
export const nothing: Place = { kind: 'empty', hash: new Uint8Array(32) };

export type MapHash = { leaf(key: Uint8Array, value: Uint8Array): Place; join(left: Place, right: Place): Place };

/**
 * Bytes 2 and 3 before what is hashed keep map leaves and forks apart from each other and from the log's 0 and 1.
 * Keys, values and hashes come in with the lengths below; no two calls overlap, so each kind has one buffer.
 */
export function mapHash(hash: Hash): MapHash {
  const leafScratch = new Uint8Array(1 + keyBytes + valueBytes);
  const forkScratch = new Uint8Array(65);
  leafScratch[0] = 2;
  forkScratch[0] = 3;
  return {
    leaf(key, value) {
      leafScratch.set(key, 1);
      leafScratch.set(value, 1 + keyBytes);
      return { kind: 'leaf', hash: hash(leafScratch) };
    },
    join(left, right) {
      if (left.kind === 'empty' && right.kind !== 'fork') return right;
      if (right.kind === 'empty' && left.kind !== 'fork') return left;
      forkScratch.set(left.hash, 1);
      forkScratch.set(right.hash, 33);
      return { kind: 'fork', hash: hash(forkScratch) };
    },
  };
}

/** Bit `depth` of a key, most significant first: 0 goes left. */
export const bitOf = (key: Uint8Array, depth: number): number => ((key[depth >> 3] ?? 0) >> (7 - (depth & 7))) & 1;

export const keyBytes = 32;
/** How many entries the subject has, and the root of the tree of them. */
export const valueBytes = 40;
