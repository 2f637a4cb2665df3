/** A one-shot hash of 32 bytes: SHA-256 for every published log (C2SP tlog-tiles), SM3 for a private second tree. */
export type Hash = (bytes: Uint8Array) => Uint8Array;
/** The same, written at byte `at` of a row of hashes: a log that grows makes no array a hash. */
export type HashInto = (bytes: Uint8Array, row: Uint8Array, at: number) => void;

export type TreeHash = {
  /** Hash of the empty tree. */
  readonly empty: Uint8Array;
  leaf(entry: Uint8Array): Uint8Array;
  leafInto(entry: Uint8Array, row: Uint8Array, at: number): void;
  node(left: Uint8Array, right: Uint8Array): Uint8Array;
  /** The node over two hashes that lie side by side, as they do in a tile. */
  pairInto(both: Uint8Array, row: Uint8Array, at: number): void;
};

/**
 * RFC 6962 §2.1: leaves and nodes are told apart by their first byte, so that a node can never be passed off as an
 * entry. Two calls never overlap (no await inside), so one scratch buffer serves all nodes; `hash` must not
 * keep what it is given.
 */
export function treeHash(hash: Hash, hashInto: HashInto = (bytes, row, at) => row.set(hash(bytes), at)): TreeHash {
  const scratch = new Uint8Array(65);
  scratch[0] = 1;
  // Entries of one log tend to be of one length: the buffer of the last one serves the next.
  let leafScratch = new Uint8Array(0);
  const leafBytes = (entry: Uint8Array): Uint8Array => {
    if (leafScratch.length !== entry.length + 1) leafScratch = new Uint8Array(entry.length + 1);
    leafScratch.set(entry, 1);
    return leafScratch;
  };
  return {
    empty: hash(new Uint8Array(0)),
    leaf: (entry) => hash(leafBytes(entry)),
    leafInto: (entry, row, at) => hashInto(leafBytes(entry), row, at),
    node(left, right) {
      scratch.set(left, 1);
      scratch.set(right, 33);
      return hash(scratch);
    },
    pairInto(both, row, at) {
      scratch.set(both, 1);
      hashInto(scratch, row, at);
    },
  };
}
