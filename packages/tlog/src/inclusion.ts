import { isSame } from './bytes.ts';
import type { TreeHash } from './tree-hash.ts';

export type Inclusion = { index: number; size: number; leaf: Uint8Array; proof: readonly Uint8Array[] };

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/**
 * The root that an inclusion proof leads to, leaf sibling first (RFC 9162 §2.1.3.2, same tree as RFC 6962).
 * Absent when the proof has not exactly the length that index and size demand or holds a hash of another length.
 */
export function findInclusionRoot(tree: TreeHash, { index, size, leaf, proof }: Inclusion): Uint8Array | undefined {
  if (!isCount(index) || !isCount(size) || index >= size || leaf.length !== 32) return undefined;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0 || sibling.length !== 32) return undefined;
    if (node % 2 === 1 || node === last) {
      hash = tree.node(sibling, hash);
      // A node that is last and even has no sibling at its own level: climb to where it is a right child.
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = tree.node(hash, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : undefined;
}

/** Whether the leaf hash stands at `index` of the tree with this root. */
export function isIncluded(tree: TreeHash, claim: Inclusion & { root: Uint8Array }): boolean {
  const root = findInclusionRoot(tree, claim);
  return root !== undefined && isSame(root, claim.root);
}

/**
 * A subtree [start, end) is a node of some tree of the log: its start is a multiple of the smallest power of two
 * that holds it (draft-ietf-plants-merkle-tree-certs §4.1).
 */
export function isSubtree(start: number, end: number): boolean {
  if (!isCount(start) || !isCount(end) || start >= end) return false;
  let span = 1;
  while (span < end - start) span *= 2;
  return start % span === 0;
}

/** Whether the leaf hash stands at `index` of the subtree [start, end) with this root. */
export function isIncludedInSubtree(
  tree: TreeHash,
  claim: Omit<Inclusion, 'size'> & { start: number; end: number; root: Uint8Array },
): boolean {
  const { start, end, index, leaf, proof, root } = claim;
  if (!isSubtree(start, end) || !isCount(index) || index < start) return false;
  return isIncluded(tree, { index: index - start, size: end - start, leaf, proof, root });
}
