import { isConsistent, isConsistentSubtree } from '../consistency.ts';
import { isIncluded, isIncludedInSubtree } from '../inclusion.ts';
import type { TreeHash } from '../tree-hash.ts';

/** One file of transparency-dev/merkle; which fields it has is told by its folder. Bytes are base64, as Go writes them. */
export type ProofCase = {
  leafIdx: number;
  treeSize: number;
  start: number;
  end: number;
  size: number;
  size1: number;
  size2: number;
  root: string;
  root1: string;
  root2: string;
  leafHash: string;
  proof: string[] | null;
  desc: string;
  wantErr: boolean;
};

const bytes = (text: string | undefined): Uint8Array => Uint8Array.from(Buffer.from(text ?? '', 'base64'));

/** Whether we believe the proof in a file of that suite. */
export function proofHolds(tree: TreeHash, file: string, one: ProofCase): boolean {
  const proof = (one.proof ?? []).map(bytes);
  const { start, end, size } = one;
  const [leaf, root, fromRoot, toRoot] = [one.leafHash, one.root, one.root1, one.root2].map(bytes) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  if (file.startsWith('inclusion/')) {
    return isIncluded(tree, { index: one.leafIdx, size: one.treeSize, leaf, proof, root });
  }
  if (file.startsWith('subtreeinclusion/')) {
    return isIncludedInSubtree(tree, { index: one.leafIdx, start, end, leaf, proof, root });
  }
  if (file.startsWith('subtreeconsistency/')) {
    return isConsistentSubtree(tree, { start, end, size, nodeHash: fromRoot, root: toRoot, proof });
  }
  if (!file.startsWith('consistency/')) throw new Error(`${file} belongs to no suite`);
  return isConsistent(tree, { from: one.size1, to: one.size2, fromRoot, toRoot, proof });
}
