import type { Hash } from '../tree-hash.ts';
import { Bucket } from './bucket.ts';
import { bitOf, keyBytes, type MapHash, mapHash, nothing, type Place, valueBytes } from './map-hash.ts';
import type { MapProof } from './map-proof.ts';

/**
 * A map from keys to values whose root commits to every key there is and to the absence of all others. Keys must be
 * evenly spread (a keyed hash of the subject), else paths grow long. The first `bits` of a key choose its bucket; a
 * change rehashes one bucket and the way up. With `bits` about log2(keys) − 6 a bucket holds some 64 keys.
 */
export class KeyMap {
  readonly #hash: MapHash;
  readonly #bits: number;
  readonly #buckets: Bucket[];
  /** A full binary tree over the buckets, root at 1, children of n at 2n and 2n + 1. */
  readonly #places: Place[];
  readonly #dirty = new Set<number>();
  size = 0;

  constructor(hash: Hash, bits = 8) {
    if (!(bits >= 0 && bits <= 24)) throw new RangeError('a map has 2^0 to 2^24 buckets');
    this.#hash = mapHash(hash);
    this.#bits = bits;
    this.#buckets = Array.from({ length: 2 ** bits }, () => new Bucket());
    this.#places = Array.from({ length: 2 ** (bits + 1) }, () => nothing);
  }

  #bucketOf(key: Uint8Array): number {
    let index = 0;
    for (let depth = 0; depth < this.#bits; depth++) index = index * 2 + bitOf(key, depth);
    return index;
  }

  /** The value of a key, absent where the map has none. */
  find(key: Uint8Array): Uint8Array | undefined {
    return this.#buckets[this.#bucketOf(key)]?.find(key);
  }

  /** Sets the 40 bytes of a 32-byte key. The root follows at the next `root` or `prove`. */
  set(key: Uint8Array, value: Uint8Array): void {
    if (key.length !== keyBytes || value.length !== valueBytes)
      throw new RangeError('a key of 32 and a value of 40 bytes');
    const index = this.#bucketOf(key);
    const bucket = this.#buckets[index] as Bucket;
    const before = bucket.size;
    bucket.set(key, value);
    this.size += bucket.size - before;
    this.#dirty.add(index);
  }

  #settle(): void {
    const first = 2 ** this.#bits;
    let changed = new Set<number>();
    for (const index of this.#dirty) {
      this.#places[first + index] = (this.#buckets[index] as Bucket).place(this.#hash, this.#bits);
      if (first + index > 1) changed.add((first + index) >> 1);
    }
    this.#dirty.clear();
    // Level by level, so that a parent of many changed buckets is hashed once.
    while (changed.size > 0) {
      const above = new Set<number>();
      for (const at of changed) {
        this.#places[at] = this.#hash.join(this.#places[at * 2] as Place, this.#places[at * 2 + 1] as Place);
        if (at > 1) above.add(at >> 1);
      }
      changed = above;
    }
  }

  /** The hash over all keys and values; 32 zero bytes for a map of nothing. */
  root(): Uint8Array {
    this.#settle();
    return (this.#places[1] as Place).hash;
  }

  /** Proves the value of a key, or that the map has no such key. */
  prove(key: Uint8Array): MapProof {
    this.#settle();
    const siblings: Uint8Array[] = [];
    let at = 1;
    for (let depth = 0; depth < this.#bits && this.#places[at]?.kind === 'fork'; depth++) {
      at = at * 2 + bitOf(key, depth);
      siblings.push((this.#places[at ^ 1] as Place).hash);
    }
    const place = this.#places[at] as Place;
    if (place.kind === 'empty') return { siblings };
    if (place.kind === 'leaf') {
      const [bucket, row] = this.#lonely(at);
      return { siblings, end: { key: bucket.key(row).slice(), value: bucket.value(row).slice() } };
    }
    const bucket = this.#buckets[at - 2 ** this.#bits] as Bucket;
    const row = bucket.walk(this.#hash, key, this.#bits, siblings);
    if (row === undefined) return { siblings };
    return { siblings, end: { key: bucket.key(row).slice(), value: bucket.value(row).slice() } };
  }

  /** The only key below a place of kind leaf. */
  #lonely(at: number): [Bucket, number] {
    let node = at;
    while (node < 2 ** this.#bits) node = this.#places[node * 2]?.kind === 'empty' ? node * 2 + 1 : node * 2;
    return [this.#buckets[node - 2 ** this.#bits] as Bucket, 0];
  }
}
