/** A one-shot hash of 32 bytes: SHA-256 for every published log (C2SP tlog-tiles), SM3 for a private second tree. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

export type TreeHash = {
  /** Hash of the empty tree. */
  readonly empty: Uint8Array;
  leaf(entry: Uint8Array): Uint8Array;
  node(left: Uint8Array, right: Uint8Array): Uint8Array;
};

/**
 * RFC 6962 §2.1: leaves and nodes are told apart by their first byte, so that a node can never be passed off as an
 * entry. Two calls never overlap (no await inside), so one scratch buffer serves all nodes.
 */
export function treeHash(hash: Hash): TreeHash {
  const scratch = new Uint8Array(65);
  scratch[0] = 1;
  return {
    empty: hash(new Uint8Array(0)),
    leaf(entry) {
      const bytes = new Uint8Array(entry.length + 1);
      bytes.set(entry, 1);
      return hash(bytes);
    },
    node(left, right) {
      scratch.set(left, 1);
      scratch.set(right, 33);
      return hash(scratch);
    },
  };
}
