import { isSame } from './bytes.ts';
import { isSubtree } from './inclusion.ts';
import type { TreeHash } from './tree-hash.ts';

export type Consistency = {
  from: number;
  to: number;
  fromRoot: Uint8Array;
  toRoot: Uint8Array;
  proof: readonly Uint8Array[];
};

/**
 * Whether the tree of `to` leaves only added leaves after the first `from` (RFC 6962 §2.1.2).
 * From size 0 to more nothing can be proved, everything is consistent with nothing; so it is false, and who has seen
 * nothing yet must say so instead of asking.
 */
export function isConsistent(tree: TreeHash, claim: Consistency): boolean {
  const { from, to, fromRoot, toRoot, proof } = claim;
  if (![from, to].every((size) => Number.isSafeInteger(size) && size >= 0) || from > to) return false;
  if (fromRoot.length !== 32 || toRoot.length !== 32) return false;
  if (from === 0) {
    return to === 0 && proof.length === 0 && isSame(fromRoot, tree.empty) && isSame(toRoot, tree.empty);
  }
  return isConsistentSubtree(tree, { start: 0, end: from, size: to, nodeHash: fromRoot, root: toRoot, proof });
}

/**
 * Whether the subtree [start, end) with hash `nodeHash` is part of the tree of `size` leaves with this root
 * (draft-ietf-plants-merkle-tree-certs §4.3.3). With start 0 it is RFC 6962 consistency.
 */
export function isConsistentSubtree(
  tree: TreeHash,
  claim: {
    start: number;
    end: number;
    size: number;
    nodeHash: Uint8Array;
    root: Uint8Array;
    proof: readonly Uint8Array[];
  },
): boolean {
  const { start, end, size, nodeHash, root, proof } = claim;
  if (start === end) {
    // No leaves are part of every tree that reaches so far; there is nothing to hash.
    const isReached = Number.isSafeInteger(start) && start >= 0 && Number.isSafeInteger(size) && end <= size;
    return isReached && proof.length === 0 && isSame(nodeHash, tree.empty);
  }
  // The whole tree is part of itself by its own hash alone, whatever that is.
  if (start === 0 && end === size && Number.isSafeInteger(size)) return proof.length === 0 && isSame(nodeHash, root);
  if (!isSubtree(start, end) || !Number.isSafeInteger(size) || end > size) return false;
  if (proof.some((hash) => hash.length !== 32) || nodeHash.length !== 32) return false;
  // first and last leaf of the subtree, last leaf of the tree, climbing together
  let first = start;
  let last = end - 1;
  let edge = size - 1;
  const climb = (): void => {
    first = Math.floor(first / 2);
    last = Math.floor(last / 2);
    edge = Math.floor(edge / 2);
  };
  if (last === edge) while (first !== last) climb();
  else while (first !== last && last % 2 === 1) climb();

  let at = 0;
  let seed = nodeHash;
  if (first !== last) {
    const given = proof[at++];
    if (!given) return false;
    seed = given;
  }
  let old = seed;
  let now = seed;
  for (; at < proof.length; at++) {
    const hash = proof[at];
    if (!hash || edge === 0) return false;
    if (last % 2 === 1 || last === edge) {
      if (first < last) old = tree.node(hash, old);
      now = tree.node(hash, now);
      while (last % 2 === 0 && last !== 0) climb();
    } else {
      now = tree.node(now, hash);
    }
    climb();
  }
  return edge === 0 && isSame(old, nodeHash) && isSame(now, root);
}
