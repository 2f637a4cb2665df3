import type { TreeHash } from './tree-hash.ts';

type Node = { level: number; hash: Uint8Array };

/**
 * The fewest hashes that stand for leaves [start, end): one per whole aligned subtree. It grows by appending leaves
 * or a neighbouring range, and gives the root of the tree when it starts at 0: all that a writer of a log must keep.
 */
export class CompactRange {
  readonly start: number;
  end: number;
  readonly #tree: TreeHash;
  readonly #nodes: Node[] = [];

  constructor(tree: TreeHash, start = 0) {
    this.#tree = tree;
    this.start = start;
    this.end = start;
  }

  get hashes(): Uint8Array[] {
    return this.#nodes.map((node) => node.hash);
  }

  /** Adds the next leaf's hash. */
  append(leaf: Uint8Array): void {
    this.appendNode(0, leaf);
  }

  /** Adds a whole subtree of 2^level leaves that begins at `end`; throws where no such subtree begins. */
  appendNode(level: number, hash: Uint8Array): void {
    const span = 2 ** level;
    if (this.end % span !== 0) throw new RangeError(`no subtree of ${span} leaves begins at ${this.end}`);
    let node: Node = { level, hash };
    let index = this.end / span;
    this.end += span;
    // Two neighbours join when the right one is a right child; nodes left of `start` are not ours to join.
    for (let left = this.#nodes.at(-1); index % 2 === 1 && left?.level === node.level; left = this.#nodes.at(-1)) {
      this.#nodes.pop();
      node = { level: node.level + 1, hash: this.#tree.node(left.hash, node.hash) };
      index = (index - 1) / 2;
    }
    this.#nodes.push(node);
  }

  /** Adds a range that begins where this one ends. */
  appendRange(next: CompactRange): void {
    if (next.start !== this.end) throw new RangeError(`range at ${next.start} does not follow ${this.end}`);
    for (const node of next.#nodes) this.appendNode(node.level, node.hash);
  }

  /** Merkle tree hash of the leaves, right to left; of no leaves, the hash of the empty tree. */
  root(): Uint8Array {
    const [last, ...rest] = this.hashes.reverse();
    if (!last) return this.#tree.empty;
    return rest.reduce((right, left) => this.#tree.node(left, right), last);
  }
}
