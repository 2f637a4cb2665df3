/** Leaves [start, end) whose Merkle tree hash is wanted. */
export type Range = readonly [start: number, end: number];

/** The largest power of two smaller than `size` (RFC 6962 §2.1); `size` ≥ 2. */
function splitOf(size: number): number {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
}

/** The subtrees whose hashes prove that leaf `index` is in a tree of `size`, leaf sibling first. Throws outside it. */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`leaf ${index} is not in a tree of ${size}`);
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.push([middle, end]);
      end = middle;
    } else {
      ranges.push([start, middle]);
      start = middle;
    }
  }
  return ranges.reverse();
}

/** The subtrees whose hashes prove that the tree of `to` extends the tree of `from`. Throws when from is 0 or beyond. */
export function consistencyRanges(from: number, to: number): Range[] {
  return subtreeConsistencyRanges(0, from, to);
}

/** The same for a subtree [start, end) in a tree of `size` (draft-ietf-plants-merkle-tree-certs §4.3.2). */
export function subtreeConsistencyRanges(start: number, end: number, size: number): Range[] {
  if (!(start >= 0 && start < end && end <= size)) throw new RangeError(`no proof of [${start}, ${end}) in ${size}`);
  const ranges: Range[] = [];
  let [low, high] = [0, size];
  // Whether the node reached is one the verifier knows, the subtree's own hash; else it must be given.
  let isKnown = true;
  while (!(low === start && high === end)) {
    const middle = low + splitOf(high - low);
    if (end <= middle) {
      ranges.push([middle, high]);
      high = middle;
    } else if (start >= middle) {
      ranges.push([low, middle]);
      low = middle;
    } else {
      // The subtree runs over the split: its left part is a whole node, its right part goes on.
      ranges.push([low, middle]);
      low = middle;
      start = middle;
      isKnown = false;
    }
  }
  if (!isKnown) ranges.push([low, high]);
  return ranges.reverse();
}

/** The whole, aligned powers of two a range is made of, from left to right: what a compact range holds. */
export function wholeNodes(start: number, end: number): { level: number; index: number }[] {
  const nodes: { level: number; index: number }[] = [];
  let at = start;
  while (at < end) {
    let span = 1;
    let level = 0;
    while (at % (span * 2) === 0 && at + span * 2 <= end) {
      span *= 2;
      level++;
    }
    nodes.push({ level, index: at / span });
    at += span;
  }
  return nodes;
}
