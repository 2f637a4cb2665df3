import { bitOf, keyBytes, type MapHash, nothing, type Place, valueBytes } from './map-hash.ts';

const rowBytes = keyBytes + valueBytes;

function compare(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < keyBytes; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The keys that begin with the same bits, sorted, in one block of memory: 72 bytes a key and nothing else. */
export class Bucket {
  #rows = new Uint8Array(0);

  get size(): number {
    return this.#rows.length / rowBytes;
  }

  key(row: number): Uint8Array {
    return this.#rows.subarray(row * rowBytes, row * rowBytes + keyBytes);
  }

  value(row: number): Uint8Array {
    return this.#rows.subarray(row * rowBytes + keyBytes, (row + 1) * rowBytes);
  }

  /** Where the key is, or else where it would go. */
  #seek(key: Uint8Array): { row: number; isThere: boolean } {
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = compare(this.key(middle), key);
      if (order === 0) return { row: middle, isThere: true };
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return { row: low, isThere: false };
  }

  find(key: Uint8Array): Uint8Array | undefined {
    const { row, isThere } = this.#seek(key);
    return isThere ? this.value(row) : undefined;
  }

  set(key: Uint8Array, value: Uint8Array): void {
    const { row, isThere } = this.#seek(key);
    if (!isThere) {
      const rows = new Uint8Array(this.#rows.length + rowBytes);
      rows.set(this.#rows.subarray(0, row * rowBytes));
      rows.set(this.#rows.subarray(row * rowBytes), (row + 1) * rowBytes);
      this.#rows = rows;
      this.#rows.set(key, row * rowBytes);
    }
    this.#rows.set(value, row * rowBytes + keyBytes);
  }

  /** First row of [low, high) whose key has bit `depth` set; the rows share all bits before it. */
  #split(low: number, high: number, depth: number): number {
    let [from, to] = [low, high];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (bitOf(this.key(middle), depth) === 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** What stands at the place of rows [low, high), whose keys share their first `depth` bits. */
  place(hash: MapHash, depth: number, low = 0, high = this.size): Place {
    if (low === high) return nothing;
    if (high - low === 1) return hash.leaf(this.key(low), this.value(low));
    const middle = this.#split(low, high, depth);
    return hash.join(this.place(hash, depth + 1, low, middle), this.place(hash, depth + 1, middle, high));
  }

  /** Walks to the key from `depth`, adding each neighbour passed; answers the row it ends at, absent where none is. */
  walk(hash: MapHash, key: Uint8Array, depth: number, siblings: Uint8Array[]): number | undefined {
    let [low, high, at] = [0, this.size, depth];
    while (high - low > 1) {
      const middle = this.#split(low, high, at);
      const [near, far] =
        bitOf(key, at) === 0
          ? [
              [low, middle],
              [middle, high],
            ]
          : [
              [middle, high],
              [low, middle],
            ];
      at++;
      siblings.push(this.place(hash, at, far?.[0], far?.[1]).hash);
      low = near?.[0] as number;
      high = near?.[1] as number;
    }
    return low === high ? undefined : low;
  }
}
