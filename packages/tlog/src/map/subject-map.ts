import { toHex } from '../bytes.ts';
import type { Hash, TreeHash } from '../tree-hash.ts';
import { KeyMap } from './key-map.ts';
import type { MapProof } from './map-proof.ts';
import { type ListedEntry, SubjectList } from './subject-list.ts';

/**
 * The map of a whole log: each entry is added under its subject's key, in the order of the log. An auditor who replays
 * the log through a map of their own gets the root that the log has published, or has found rows kept back. Memory:
 * about 1 KB a subject; a larger log keeps `SubjectList` values with its rows and fills a `KeyMap` from them.
 */
export class SubjectMap {
  readonly #tree: TreeHash;
  readonly #map: KeyMap;
  readonly #lists = new Map<string, SubjectList>();
  #last = -1;

  constructor(hash: Hash, tree: TreeHash, bits?: number) {
    this.#tree = tree;
    this.#map = new KeyMap(hash, bits);
  }

  /** `key` is 32 evenly spread bytes, a keyed hash of the subject. Throws on an entry out of order. */
  add(key: Uint8Array, entry: ListedEntry): void {
    if (entry.index <= this.#last) throw new RangeError(`entry ${entry.index} comes after ${this.#last}`);
    const name = toHex(key);
    const list = this.#lists.get(name) ?? new SubjectList(this.#tree);
    list.add(entry);
    this.#lists.set(name, list);
    this.#map.set(key, list.value());
    this.#last = entry.index;
  }

  root(): Uint8Array {
    return this.#map.root();
  }

  prove(key: Uint8Array): MapProof {
    return this.#map.prove(key);
  }
}
