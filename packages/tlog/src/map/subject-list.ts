import { concat, findUint64, uint64 } from '../bytes.ts';
import { CompactRange } from '../compact-range.ts';
import type { TreeHash } from '../tree-hash.ts';

/** One entry of a subject: its index in the log and the leaf hash there. */
export type ListedEntry = { index: number; leaf: Uint8Array };

/** A row of a subject's list, itself a leaf of a small RFC 6962 tree: index (8 bytes) ‖ leaf hash. */
const listRow = ({ index, leaf }: ListedEntry): Uint8Array => concat(uint64(index), leaf);

/**
 * The entries of one subject as they are added; only the fewest hashes are kept. Since the list is a tree of its own,
 * an old list can be proved to be the beginning of a new one (`isConsistent`).
 */
export class SubjectList {
  readonly #tree: TreeHash;
  readonly #range: CompactRange;

  constructor(tree: TreeHash) {
    this.#tree = tree;
    this.#range = new CompactRange(tree);
  }

  get count(): number {
    return this.#range.end;
  }

  add(entry: ListedEntry): void {
    this.#range.append(this.#tree.leaf(listRow(entry)));
  }

  /** Count (8 bytes) ‖ root: the subject's value in the map. */
  value(): Uint8Array {
    return concat(uint64(this.count), this.#range.root());
  }
}

/** The map value of a whole list. */
export function listValue(tree: TreeHash, entries: readonly ListedEntry[]): Uint8Array {
  const list = new SubjectList(tree);
  for (const entry of entries) list.add(entry);
  return list.value();
}

/** How many entries a map value promises; absent where the number is not one. */
export const findCount = (value: Uint8Array): number | undefined => findUint64(value.subarray(0, 8));
